import math

import numpy as np
import pytest

from model.constraints.budget import Budget
from model.constraints.fixed import Fixed
from model.problem import Problem
from solver.status import Status
from tests.model.constraints.conftest import Solve
from tests.model.small import a_grid, a_problem, an_answer, mask, zones

ROWS = zones(0, 0, 0, 1, 1, 1, 2, 2, 2, name="station")
POINTS = {"homes": range(1, 10)}


def a_budget(*capacity: float, price: float = math.inf) -> Problem:
    rule = Budget("grid", {"homes": 2.0}, ROWS, np.array(capacity), price, "MW")
    return a_problem(a_grid(3, 3), POINTS, rule)


def test_room_enough_changes_nothing(solved: Solve) -> None:
    assert solved(a_budget(6, 6, math.inf)).objective == 45


def test_every_zone_keeps_its_own_capacity(solved: Solve) -> None:
    assert solved(a_budget(0, 2, 5)).objective == 0 + 6 + (8 + 9)


def test_the_price_is_what_one_unit_more_is_worth(solved: Solve) -> None:
    result = solved(a_budget(6, 2, 6))
    # one cell of 2 MW has the row's 6 points, the next one would bring 5
    assert 5 / 2 <= result.row_price["budget[grid, station 1]"] <= 6 / 2
    assert result.row_price["budget[grid, station 0]"] == pytest.approx(0)


def test_what_must_come_over_capacity_is_infeasible(solved: Solve) -> None:
    problem = a_budget(1, 6, 6).with_constraint(
        Fixed("site", "homes", mask(1, 0, 0, 0, 0, 0, 0, 0, 0))
    )
    result = solved(problem)
    assert result.status is Status.INFEASIBLE
    assert set(result.conflict) == {"fixed[site]", "budget[grid, station 0]"}


def test_what_must_come_up_to_capacity_fits(solved: Solve) -> None:
    problem = a_budget(2, 6, 6).with_constraint(
        Fixed("site", "homes", mask(1, 0, 0, 0, 0, 0, 0, 0, 0))
    )
    assert solved(problem).objective == 1 + 15 + 24


def test_over_capacity_is_paid_where_that_is_cheaper(solved: Solve) -> None:
    # 2 MW over costs 1 point each in row 0: worth it from 2 points a cell
    assert solved(a_budget(0, 6, 6, price=1.25)).objective == pytest.approx(39.5)


def test_a_negative_load_makes_room() -> None:
    rule = Budget("grid", {"homes": 2.0, "park": -2.0}, ROWS, np.zeros(3))
    problem = a_problem(a_grid(3, 3), {}, rule)
    assert rule.violations(problem, an_answer(1, 2, 0, 0, 0, 0, 0, 0, 0)) == []
    assert len(rule.violations(problem, an_answer(1, 1, 2, 0, 0, 0, 0, 0, 0))) == 1


def test_refuses_capacities_that_are_none() -> None:
    with pytest.raises(ValueError, match=r"per zone \(3\), got shape \(2,\)"):
        a_budget(1, 2)
    with pytest.raises(ValueError, match=r"must be >= 0 MW, got -1"):
        a_budget(1, 2, -1)
    with pytest.raises(ValueError, match=r"must be >= 0 MW, got nan"):
        a_budget(1, 2, math.nan)


def test_refuses_the_load_of_an_unknown_use() -> None:
    rule = Budget("grid", {"hoems": 2.0}, ROWS, np.zeros(3))
    with pytest.raises(ValueError, match="got 'hoems'"):
        rule.rows(a_problem(a_grid(3, 3), {}))
