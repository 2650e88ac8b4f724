"""Reporting rules to numbers of a plan, on a province of 4 x 6 hectares."""

from collections.abc import Callable

import numpy as np
import pytest

from model.allocation import Allocation
from scenarios.translation.problem import Translated
from tests.scenarios.translation.conftest import state

Translate = Callable[..., Translated]


def _value(translated: Translated, use: dict[int, str]) -> float | None:
    """The indicator ``x`` of a plan that has these uses in these cells."""
    problem = translated.problem
    numbers = np.zeros(problem.grid.n_cells, np.int8)
    for cell, name in use.items():
        numbers[cell] = problem.number(name)
    plan = Allocation(numbers, np.zeros(len(problem.supplies)))
    return translated.indicators["x"].value(problem, plan)


def _rule(measure: str, more: str = "") -> str:
    return f"rules: {{x: {{kind: reporting, indicator: x, measure: {measure}{more}}}}}"


PLAN = {0: "housing", 7: "housing", 23: "park"}


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("{uses: [built]}", 2),
        ("{quantity: homes}", 70),
        ("{quantity: homes, where: town}", 35),
        ("{quantity: homes, times: 2}", 140),
        ("{uses: [park], weight: town_distance}", np.hypot(300, 500)),
        ("{layer: population}", 14),
        ("{layer: population, near: [housing], reach: 100 m}", 9),
        ("{layer: population, near: [solar], reach: 100 m, or_where: town}", 9),
        ("{lost: green}", 1),
        ("{lost: green, where: town}", 0),
        ("{land: true}", 24),
        ("{stays: true}", 21),
        ("{uses: [built], weight: town_distance, curve: {linear: {0: 1, 100: 0}}}", 1),
    ],
)
def test_counts(translated: Translate, measure: str, value: float) -> None:
    assert _value(translated(_rule(measure)), PLAN) == pytest.approx(value)


def test_is_a_share(translated: Translate) -> None:
    rule = _rule("{quantity: homes, where: town}", ", share_of: {quantity: homes}")
    assert _value(translated(rule), PLAN) == 0.5
    assert _value(translated(rule), {}) is None


def test_is_told_as_waiting_for_its_layer(translated: Translate) -> None:
    found = translated(_rule("{layer: population}"), without=("population",))
    told = state(found, "x")
    assert not told.applied
    assert told.reason is not None
    assert told.reason.names == ("population",)
    assert found.indicators == {}


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("{kind: reporting, indicator: x}", "must have a measure, or not_applied"),
        (
            "{kind: reporting, indicator: x, measure: {land: true, uses: [built]}}",
            "must count one of",
        ),
        (
            "{kind: reporting, indicator: x, measure: {land: true, stays: true}}",
            "must count one of",
        ),
        (
            "{kind: reporting, indicator: x, measure: {land: true, near: [built]}}",
            "must have both near",
        ),
        (
            "{kind: reporting, indicator: x, measure: {uses: [buildings]}}",
            "unknown use 'buildings'",
        ),
        (
            "{kind: reporting, indicator: x, measure: {quantity: home}}",
            "unknown quantity 'home', did you mean 'homes'",
        ),
        (
            "{kind: reporting, indicator: x, measure: {layer: populatie}}",
            "unknown layer 'populatie', did you mean 'population'",
        ),
    ],
)
def test_refuses(translated: Translate, rule: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        translated(f"rules: {{x: {rule}}}")
