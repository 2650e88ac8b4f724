"""Claims on the whole, divided over zones: free, bounded, or each its own."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from grids.layers import Province
from scenarios.faults import ScenarioError
from scenarios.translation.problem import Translated, translate
from solver.compile import to_instance
from solver.route import solve
from solver.settings import Settings
from tests.scenarios.conftest import Load
from tests.scenarios.translation.conftest import state

Translate = Callable[..., Translated]

DIVISION = """\
division:
  layer: area
  {shift}
  source: {{statements: [wbs-p-niet-afwentelen-gebieden], quote: Niet afwentelen}}
  keys:
    people: {{parts: {{area 0: 30, area 1: 10}}, source: a count}}
claims:
  homes: {{target: 80 homes, tolerance: 0 %, divided_by: people{own}}}
supplies:
  infill: {{quantity: homes, cap: 20 homes, divided_by: people}}
"""


def text(shift: str = "", own: str = "") -> str:
    return DIVISION.format(shift=f"shift: {shift}" if shift else "", own=own)


def limits(translated: Translated) -> dict[str, tuple[float, float]]:
    return {
        claim.name: (claim.least, claim.most)
        for claim in translated.claims
        if claim.quantity == "homes"
    }


def test_without_a_shift_only_the_whole_is_asked(translated: Translate) -> None:
    found = translated(text())
    assert limits(found) == {"homes": (80, 80 + 35)}
    (row,) = [
        row
        for rule in found.problem.constraints
        for row in rule.rows(found.problem)
        if row.name == "claim[homes]"
    ]
    assert row.supplies == {"infill, area 0": 1.0, "infill, area 1": 1.0}
    told = state(found, "division")
    assert not told.applied
    assert told.reason is not None
    assert told.reason.code == "undivided"


def test_with_a_shift_of_0_every_zone_is_asked_its_part(translated: Translate) -> None:
    found = translated(text("0 %"))
    assert limits(found) == {
        "homes, area 0": (60, 95),  # a cell of 35 homes more: land comes in cells
        "homes, area 1": (20, 55),
    }
    assert state(found, "division").applied
    assert state(found, "division").source.quote == "Niet afwentelen"


def test_in_between_the_whole_and_bounds_are_asked(translated: Translate) -> None:
    found = limits(translated(text("50 %")))
    assert found == {
        "homes": (80, 115),
        "homes, area 0": (30, pytest.approx(1.5 * 0.75 * 115)),
        "homes, area 1": (10, pytest.approx(45)),  # 1.5 x 0.25 x 115 < 10 + 35
    }


def test_a_claim_may_have_a_shift_of_its_own(translated: Translate) -> None:
    own = limits(translated(text("50 %", ", shift: 0 %")))
    assert own == limits(translated(text("0 %")))


def test_supply_of_a_zone_counts_for_its_part_alone(translated: Translate) -> None:
    problem = translated(text("0 %")).problem
    caps = {supply.name: supply.cap for supply in problem.supplies}
    assert caps == {"infill, area 0": 15, "infill, area 1": 5}
    rows = {
        row.name: row.supplies
        for constraint in problem.constraints
        for row in constraint.rows(problem)
    }
    assert rows["claim[homes, area 0]"] == {"infill, area 0": 1.0}
    assert rows["claim[homes, area 1]"] == {"infill, area 1": 1.0}


def test_more_freedom_is_never_worse(translated: Translate) -> None:
    """Land changes at a loss: fewer cells are needed the freer zones are."""
    points = []
    for shift in ("0 %", "25 %", "100 %", ""):
        problem = translated(text(shift) + "stays: 10 points/ha\n").problem
        result = solve(to_instance(problem), Settings(gap=1e-9))
        assert result.allocation is not None
        assert result.bound >= result.objective
        points.append(result.objective)
    assert points == sorted(points)
    # by themselves 60 - 15 homes and 20 - 5 ask two cells and one; together 60 ask two
    assert points[0] == pytest.approx(-30)
    assert points[-1] == pytest.approx(-20)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            ("area 0: 30", "Area 0: 30"),
            "must name a zone of layer 'area', got 'Area 0'",
        ),
        (("area 0: 30, ", ""), "part for every zone of layer 'area', got none for"),
        (("area 0: 30, area 1: 10", "area 0: 0"), "must have a part above 0"),
        (("divided_by: people}", "divided_by: peopel}"), "did you mean 'people'"),
        (("80 homes,", "80 homes, per: area,"), "got per, zone or within too"),
        (("divided_by: people}", "shift: 5 %}"), "without parts there is nothing"),
    ],
)
def test_refuses_a_division_that_loses_a_part(
    translated: Translate, wrong: tuple[str, str], said: str
) -> None:
    given = text("10 %")
    assert wrong[0] in given
    with pytest.raises(ScenarioError, match=said):
        translated(given.replace(*wrong))


def test_refuses_a_key_without_a_division(translated: Translate) -> None:
    given = "claims:\n  homes: {target: 80 homes, divided_by: people}\n"
    with pytest.raises(ScenarioError, match="but the scenario has no division"):
        translated(given)


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        ("exclusion", "where: town >= 0"),
        ("designation", "where: town >= 0, status: forbidden"),
        ("designation", "where: town > 5, status: candidate"),
    ],
)
def test_a_rule_of_a_province_holds_in_its_zone_of_a_country(
    load: Load, province: Province, kind: str, of: str
) -> None:
    rule = f"x: {{kind: {kind}, uses: [housing], {of}, provinces: [area-1]}}"
    problem = national(load, province, rule).problem
    zone = province.layers["area"].values
    shut = ~problem.allowed[problem.number("housing")]
    assert np.array_equal(shut, zone == 1)


def test_points_and_rows_of_a_province_stay_in_its_zone(
    load: Load, province: Province
) -> None:
    rules = """
  x: {kind: suitability, uses: [housing], layer: town_distance,
      curve: {linear: {0: 1, 600: 0}}, points: 5 points/ha, provinces: [area-1]}
  y: {kind: share, uses: [housing], max: 10 %, provinces: [area-1]}
  z: {kind: demand, quantity: homes, target: {max: 70 homes}, provinces: [area-1]}
"""
    alone = national(load, province, rules.replace(", provinces: [area-1]", ""))
    found = national(load, province, rules)
    here = province.layers["area"].values == 1
    housing = found.problem.number("housing")
    gained = found.problem.score[housing]
    assert np.array_equal(gained[here], alone.problem.score[housing][here])
    assert gained[here].any()
    assert not gained[~here].any()
    rows = {
        rule.name: rule.partition.zone  # type: ignore[attr-defined]
        for rule in found.problem.constraints
        if rule.name in "yz"
    }
    assert sorted(rows) == ["y", "z"]
    for zone in rows.values():
        assert np.array_equal(zone == 0, here)


def test_a_distance_of_one_province_is_told_as_left_out(
    load: Load, province: Province
) -> None:
    rule = (
        "x: {kind: separation, uses: [housing], where: town, distance: 200 m, "
        "provinces: [area-1]}"
    )
    told = state(national(load, province, rule), "x")
    assert not told.applied
    assert told.reason is not None
    assert "cannot be kept to them: area-1" in told.reason.text()


def national(load: Load, province: Province, rules: str) -> Translated:
    """Translate with the zones as provinces of a country."""
    names = "".join(
        f"  {name}: {{file: x.tif, kind: value, source: x}}\n"
        for name in province.layers
    )
    country = (
        f"province: country\narea: {{file: x.gpkg, source: x}}\nrules:\n  {rules}\n"
    )
    given = f"extends: base.yaml\n{text('10 %')}{country}layers:\n{names}"
    return translate(load({"a.yaml": given}), replace(province, name="country"))
