"""Land that serves several functions: what it provides, and how well it suits."""

from collections.abc import Callable

import pytest

from scenarios.translation.problem import Translated
from solver.compile import to_instance
from tests.scenarios.translation.conftest import state

Translate = Callable[..., Translated]

ROOFS = """\
uses:
  housing:
    suitability:
      points: 10 points/ha
      factors: {town: {layer: town, curve: {linear: {0: 0, 1: 1}}}}
  park:
    suitability:
      points: 4 points/ha
      factors: {green: {layer: green, curve: {linear: {0: 0, 1: 1}}}}
  roof: {alone: false, provides: {power: 0.4 MWp/ha}}
rules:
  all: {kind: combination, use: all, of: [housing, park, roof], credit: {park: 0.5}}
"""


def _scores(translated: Translated, use: str) -> list[float]:
    problem = translated.problem
    number = [each.name for each in problem.uses].index(use)
    return [float(value) for value in to_instance(problem).score[number][[0, 7, 23]]]


def test_three_uses_on_one_hectare_provide_all_of_it(translated: Translate) -> None:
    found = translated(ROOFS)
    use = next(use for use in found.problem.uses if use.name == "all")
    assert use.parts == ("housing", "park", "roof")
    assert use.provides == {"homes": 35, "forest": 0.5, "power": 0.4}
    assert state(found, "all").applied


def test_a_use_that_never_stands_alone_is_in_combinations_only(
    translated: Translate,
) -> None:
    names = {use.name for use in translated(ROOFS).problem.uses}
    assert "roof" not in names
    alone = ROOFS.replace("alone: false, ", "")
    assert "roof" in {use.name for use in translated(alone).problem.uses}


@pytest.mark.parametrize(
    ("suits", "wanted"),
    [
        # cell 0 is all town, cell 7 all green, cell 23 neither
        ("", [5.0, 2.0, 0.0]),
        (", suits_as: housing", [10.0, 0.0, 0.0]),
        (", suits_as: park", [0.0, 4.0, 0.0]),
    ],
)
def test_it_suits_as_the_mean_or_as_the_one_that_is_named(
    translated: Translate, suits: str, wanted: list[float]
) -> None:
    """A roof has no suitability of its own and takes nothing off the mean."""
    text = ROOFS.replace("credit: {park: 0.5}", f"credit: {{park: 0.5}}{suits}")
    assert _scores(translated(text), "all") == pytest.approx(wanted)
