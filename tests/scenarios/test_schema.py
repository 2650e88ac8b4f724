import math
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from scenarios.quantity import Quantity
from scenarios.schema.claim import Claim, Target, ZoneChoice
from scenarios.schema.curve import Curve
from scenarios.schema.numbers import Share, Stated
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.rows import Budget
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Reference, Text
from scenarios.schema.use import Use


def test_a_number_stands_alone_or_with_its_origin() -> None:
    alone = Stated.model_validate("35 homes/ha")
    told = Stated.model_validate(
        {"value": "35 homes/ha", "assumed": True, "reason": "x", "source": "y"}
    )
    assert alone.quantity == told.quantity == Quantity(35, "homes/ha", "homes/area")
    assert (alone.value, alone.unit, alone.dimension) == (35, "homes/ha", "homes/area")
    assert not alone.assumed
    assert told.reason is not None
    assert (told.assumed, told.reason.en, told.source) == (True, "x", "y")


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(Text(nl="a", en="b"), "nl", "c")  # noqa: B010


def test_a_checked_number_is_checked_only_once() -> None:
    share = TypeAdapter(Share)
    stated = share.validate_python("10 %")
    assert share.validate_python(stated) is stated
    assert stated.value == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("target", "limits"),
    [
        ("100 homes", (100, 110)),
        ({"value": "100 homes", "source": "x"}, (100, 110)),
        ({"min": "100 homes"}, (100, math.inf)),
        ({"max": "100 homes"}, (0, 100)),
        ({"min": "100 homes", "max": "100 homes"}, (100, 100)),
        ({"max": "0 homes"}, (0, 0)),
    ],
)
def test_a_target_has_limits(target: Any, limits: tuple[float, float]) -> None:
    claim = Claim.model_validate({"target": target, "tolerance": "10 %"})
    assert claim.limits() == pytest.approx(limits)
    assert len(claim.target.numbers) in (1, 2)


def test_the_most_is_two_percent_above_one_number_by_default() -> None:
    assert Claim.model_validate({"target": "100 homes"}).limits()[1] == (
        pytest.approx(102)
    )


@pytest.mark.parametrize(
    "target",
    [{}, {"value": 1, "min": 1}, {"value": 0}, {"min": -1}, {"min": 2, "max": 1}],
)
def test_a_target_refuses(target: Any) -> None:
    with pytest.raises(ValidationError):
        Target.model_validate(target)


def test_a_zone_has_a_name_or_names() -> None:
    one = ZoneChoice.model_validate({"layer": "municipality", "name": 7})
    two = ZoneChoice.model_validate({"layer": "municipality", "names": ["a", "b"]})
    assert one.chosen == ("7",)
    assert two.chosen == ("a", "b")
    with pytest.raises(ValidationError):
        ZoneChoice.model_validate({"layer": "municipality"})


@pytest.mark.parametrize(
    ("curve", "text"),
    [
        ({"linear": {0: 1, "0.5": 0.25}}, "linear 0: 1, 0.5: 0.25"),
        ({"s_shaped": {"low": 3, "high": 1}}, "s_shaped low: 3, high: 1"),
        ({"classes": {1: 0.5, "x": 1}, "otherwise": 0}, "classes 1: 0.5, x: 1"),
    ],
)
def test_a_curve_has_one_form(curve: Any, text: str) -> None:
    assert str(Curve.model_validate(curve)) == text


@pytest.mark.parametrize(
    "curve",
    [
        {},
        {"linear": {}},
        {"linear": {0: 2}},
        {"linear": {0: 1}, "classes": {"a": 1}},
        {"linear": {0: 1}, "otherwise": 1},
        {"s_shaped": {"low": 1, "high": 1}},
        {"linear": {0: 1}, "assumed": True},
    ],
)
def test_a_curve_refuses(curve: Any) -> None:
    with pytest.raises(ValidationError):
        Curve.model_validate(curve)


@pytest.mark.parametrize("capacity", ["station_capacity", "5 MW", {"value": "5 MW"}])
def test_a_capacity_is_a_number_or_a_layer(capacity: Any) -> None:
    rule = {"kind": "budget", "load": {"solar": "1 MW/ha"}, "unit": "MW"}
    checked: object = TypeAdapter(AnyRule).validate_python(
        {**rule, "capacity": capacity}
    )
    assert isinstance(checked, Budget)
    is_layer = capacity == "station_capacity"
    assert isinstance(checked.capacity, str if is_layer else Stated)


def test_one_text_serves_both_languages() -> None:
    text = Text.model_validate("wonen")
    assert text.in_language("nl") == text.in_language("en") == "wonen"
    assert Reference.model_validate("Woondeal").text == "Woondeal"


def test_a_use_is_active_when_enabled_and_providing() -> None:
    provides = {"homes": "35 homes/ha"}
    assert Use.model_validate({"provides": provides}).active
    assert not Use.model_validate({}).active
    assert not Use.model_validate({"provides": provides, "enabled": False}).active


def test_groups_are_written_out_each_use_once() -> None:
    scenario = Scenario.model_validate(
        {"name": "x", "province": "puzzelland", "groups": {"built": ["a", "b"]}}
    )
    assert scenario.members(("b", "built", "c")) == ("b", "a", "c")


def test_defaults_are_those_of_the_manual() -> None:
    scenario = Scenario.model_validate({"name": "x", "province": "puzzelland"})
    assert scenario.grid.cell.value == 100
    assert scenario.grid.halo.value == 10_000
    assert scenario.solve.gap.value == pytest.approx(0.01)
    assert scenario.solve.time_limit.value == 120
    assert (scenario.format, scenario.solve.engine) == (1, "auto")
