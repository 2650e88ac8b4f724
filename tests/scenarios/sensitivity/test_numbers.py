"""Which numbers are moved, to where, and that the scenario is then the one written."""

from typing import Any

import pytest
from pydantic import ValidationError

from scenarios.sensitivity.changed import with_value
from scenarios.sensitivity.labels import label_of_number
from scenarios.sensitivity.numbers import numbers_of
from tests.scenarios.conftest import Load
from tests.scenarios.test_assumed import TEXT

HOUSING = ("uses", "housing", "suitability")
TOWN = (*HOUSING, "factors", "town")
RUNG = ("rules", "ladder", "rungs", 0, "points")


def test_lists_weights_and_assumed_numbers_with_their_ends(load: Load) -> None:
    scenario = load({"a.yaml": TEXT}).scenario
    found = {one.key: one for one in numbers_of(scenario)}
    told = {
        key: (one.kind, one.assumed, one.low and one.low.text, one.high and one.high)
        for key, one in found.items()
    }
    factor = "uses.housing.suitability.factors.town"
    assert {key: row[:3] for key, row in told.items()} == {
        "stays": ("weight", False, None),  # a fifth of nothing
        "uses.housing.provides.homes": ("assumed", True, "24 homes/ha"),
        "uses.housing.suitability.points": ("weight", False, "8 points/ha"),
        f"{factor}.curve": ("assumed", True, "× 0.8"),
        f"{factor}.weight": ("weight", True, "1.6"),
        "claims.homes.target": ("assumed", True, "4 homes"),
        "rules.quiet-land": ("assumed", True, None),  # numbers of an expression
        "rules.ladder.rungs[0].points": ("weight", True, "0.4 points/m2"),
        "rules.far.distance": ("assumed", True, "400 m"),
    }
    curve = found[f"{factor}.curve"].high
    assert curve is not None
    assert curve.value == {"linear": {0: 1, 960: 0}}


@pytest.mark.parametrize(
    ("path", "value", "written"),
    [
        (("uses", "housing", "provides", "homes"), "24 homes/ha", ("30 homes/ha",)),
        ((*TOWN, "weight"), "1.6", ("value: 2,",)),
        (("claims", "homes", "target"), "4 homes", ("5 homes",)),
        (RUNG, "0.4 points/m2", ("0.5 points/m2",)),
        (("rules", "far", "distance"), "400 m", ("500 m",)),
        ((*TOWN, "curve"), {"linear": {0: 1, 640: 0}}, ("{0: 1, 800: 0}",)),
    ],
)
def test_a_changed_scenario_is_the_one_written(
    load: Load, path: Any, value: Any, written: tuple[str]
) -> None:
    new = f"value: {value}," if written[0].startswith("value") else str(value)
    new = "{0: 1, 640: 0}" if isinstance(value, dict) else new
    other = load({"b.yaml": TEXT.replace(written[0], new)})
    changed = with_value(load({"a.yaml": TEXT}), path, value)
    assert changed.scenario == other.scenario
    assert changed.scenario != load({"a.yaml": TEXT}).scenario


def test_a_weight_that_is_not_written_can_be_moved(load: Load) -> None:
    text = TEXT.replace(
        "          weight: {value: 2, assumed: true, reason: taste}\n", ""
    )
    changed = with_value(load({"a.yaml": text}), (*TOWN, "weight"), "1.2").scenario
    suitability = changed.uses["housing"].suitability
    assert suitability is not None
    assert suitability.factors["town"].weight.value == 1.2


def test_a_value_that_cannot_be_is_refused(load: Load) -> None:
    loaded = load({"a.yaml": TEXT})
    with pytest.raises(ValidationError):
        with_value(loaded, ("uses", "housing", "provides", "homes"), "-1 homes/ha")
    with pytest.raises(ValidationError):
        with_value(loaded, ("claims", "homes", "tolerance"), "5 homes")


def test_a_number_has_a_name_in_both_languages(load: Load) -> None:
    text = (
        TEXT + "quantities: {homes: {unit: homes, label: {nl: woningen, en: homes}}}\n"
    )
    scenario = load({"a.yaml": text}).scenario
    assert label_of_number(scenario, ("uses", "housing", "provides", "homes")) == {
        "nl": "housing: levert, woningen",
        "en": "housing: provides, homes",
    }
    assert label_of_number(scenario, RUNG)["nl"] == "ladder: trede, 1, punten"
    assert label_of_number(scenario, ("stays",))["en"] == "land that stays as it is"


def test_a_factor_without_a_name_is_called_after_its_layer(load: Load) -> None:
    scenario = load({"a.yaml": TEXT}).scenario
    assert label_of_number(scenario, (*TOWN, "weight")) == {
        "nl": "housing: geschiktheid, bebouwd gebied, gewicht",
        "en": "housing: suitability, built-up area, weight",
    }
