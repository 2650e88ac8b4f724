from collections.abc import Callable

import pytest

from tests.scenarios.conftest import Load

INDICATOR = (
    "rules: {quiet: {kind: reporting, indicator: homes_in_quiet,"
    " not_applied: for the test}}\n"
)


def test_a_frontier_is_between_quantities_and_indicators(load: Load) -> None:
    text = "frontier: {between: [homes, homes_in_quiet]}\n"
    scenario = load({"a.yaml": f"extends: base.yaml\n{text}{INDICATOR}"}).scenario
    assert scenario.frontier is not None
    assert scenario.frontier.between == ("homes", "homes_in_quiet")
    assert scenario.frontier.points == 9


@pytest.mark.parametrize(
    ("frontier", "said"),
    [
        (
            "{between: [homes, powr]}",
            "a.yaml:2:29: frontier.between[1] must name a quantity or an indicator, "
            "got 'powr', did you mean 'power'?",
        ),
        (
            "{between: [homes, homes]}",
            "a.yaml:2:21: frontier.between must name two different numbers, "
            "got 'homes' twice",
        ),
        (
            "{between: [homes]}",
            "a.yaml:2:21: frontier.between must have at least 2 entries, got 1",
        ),
        (
            "{between: [homes, power], points: 1}",
            "a.yaml:2:45: frontier.points must be >= 2, got 1",
        ),
        (
            "{between: [homes, power], rules: [quiet-lund]}",
            "a.yaml:2:45: frontier.rules[0]: unknown rule 'quiet-lund', "
            "did you mean 'quiet-land'?",
        ),
    ],
)
def test_a_frontier_that_cannot_be_drawn_is_refused(
    faults: Callable[..., list[str]], frontier: str, said: str
) -> None:
    (found,) = faults(f"frontier: {frontier}\n")
    assert found == said


def test_it_is_refused_in_dutch(faults: Callable[..., list[str]]) -> None:
    (found,) = faults("frontier: {between: [homes, powr]}\n", "nl")
    assert found == (
        "a.yaml:2:29: frontier.between[1] moet een grootheid of een indicator noemen, "
        "gekregen 'powr', bedoelde u 'power'?"
    )
