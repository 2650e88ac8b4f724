"""Rules that hold in some provinces, on some land, or before others."""

from collections.abc import Callable

import numpy as np
import pytest

from model.problem import Problem
from scenarios.effect import points_of
from scenarios.translation.problem import Translated
from tests.scenarios.translation.conftest import state

Translate = Callable[..., Translated]

DEMAND = """
rules:
  near:
    kind: demand
    quantity: homes
    within: {within}
    target: {{min: 35 homes}}
    shortfall: {{allowed: true, price: 1 points/homes}}
"""


def _constraint(problem: Problem, name: str) -> object:
    return next(rule for rule in problem.constraints if rule.name == name)


def test_a_demand_counts_land_where_its_condition_holds(translated: Translate) -> None:
    found = translated(DEMAND.format(within="town > 0.5"))
    rule = _constraint(found.problem, "near")
    partition = rule.partition  # type: ignore[attr-defined]
    assert np.flatnonzero(partition.zone == 0).tolist() == [0]


def test_a_demand_on_land_that_is_nowhere_is_told(translated: Translate) -> None:
    near = state(translated(DEMAND.format(within="town > 2")), "near")
    assert not near.applied
    assert near.reason is not None
    assert near.reason.text("nl").endswith("is nergens in deze provincie: town > 2")


def test_a_demand_per_zone_leaves_out_zones_without_such_land(
    translated: Translate,
) -> None:
    text = DEMAND.format(within="town > 0.5").replace("target", "per: area\n    target")
    names = [rule.name for rule in translated(text).problem.constraints]
    assert "near, area 0" in names
    assert "near, area 1" not in names


def test_a_rule_of_other_provinces_is_idle(translated: Translate) -> None:
    rule = (
        "rules: {{x: {{kind: exclusion, uses: [housing], where: town, "
        "provinces: [{0}]}}}}"
    )
    assert state(translated(rule.format("zeeland")), "x").applied  # Puzzelland has all


def test_a_rule_that_waits_for_a_number_says_so(translated: Translate) -> None:
    text = DEMAND.format(within="town").replace(
        "kind: demand", "kind: demand\n    enabled: false\n    waits_for: number"
    )
    near = state(translated(text), "near")
    assert near.reason is not None
    assert near.reason.text().startswith("waits for a number that the text leaves open")
    assert near.reason.text("nl").startswith("wacht op een getal")


def test_lost_land_must_come_back(translated: Translate) -> None:
    found = translated(
        "rules: {back: {kind: coupling, quantity: forest, at_least: 1 ha/ha, "
        "lost: green > 0.5}}"
    )
    (row,) = _constraint(found.problem, "back").rows(  # type: ignore[attr-defined]
        found.problem
    )
    got, owed = row.entries
    assert owed.coef.tolist() == [0.0, -1.0, -1.0, -1.0]
    assert np.flatnonzero(owed.partition.zone == 0).tolist() == [7]
    assert got.partition.zone.tolist() == [0] * 24


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("quantity: forest, at_least: 1 ha/ha", "must have either of"),
        (
            "quantity: forest, at_least: 1 ha/homes, of: homes, lost: green",
            "must have either of",
        ),
        ("quantity: forest, at_least: 1 ha/homes, lost: green", "at_least must be in"),
    ],
)
def test_a_coupling_is_to_a_quantity_or_to_lost_land(
    translated: Translate, text: str, fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        translated(f"rules: {{x: {{kind: coupling, {text}}}}}")


FIRST = """
rules:
  wbs-wet: {kind: exclusion, uses: [housing], where: green, hardness: soft,
    price: 2 points/ha}
  res-near: {kind: designation, uses: [solar], where: town, status: preferred,
    points: 3 points/ha, hardness: soft}
  wbs-first: {kind: preference, hardness: soft, programme: wbs, factor: 5}
"""


def test_a_programme_that_comes_first_counts_for_more(translated: Translate) -> None:
    found = translated(FIRST)
    points = {
        term.name: points_of(found.problem, term)
        for term in found.problem.terms
        if "-" in term.name
    }
    assert points["wbs-wet"].min() == -10
    assert points["res-near"].max() == 3
    assert state(found, "wbs-first").applied


def test_a_programme_without_soft_rules_cannot_come_first(
    translated: Translate,
) -> None:
    text = FIRST.replace("programme: wbs", "programme: nplg")
    assert not state(translated(text), "wbs-first").applied


def test_an_order_is_of_land_or_of_programmes(translated: Translate) -> None:
    text = FIRST.replace("factor: 5", "factor: 5, uses: [solar]")
    with pytest.raises(ValueError, match="must have either uses and rungs, or"):
        translated(text)


BUDGET = (
    "rules: {air: {kind: budget, load: {solar: 2 MW/ha}, capacity: 4 MW, unit: MW, "
    "within: green > 0.5}}"
)


def test_a_budget_counts_load_where_its_condition_holds(translated: Translate) -> None:
    found = translated(BUDGET)
    (row,) = _constraint(found.problem, "air").rows(  # type: ignore[attr-defined]
        found.problem
    )
    assert np.flatnonzero(row.entries[0].partition.zone == 0).tolist() == [7]
    assert row.high == 4
