import math
from dataclasses import replace

import numpy as np
import pytest

from model.constraints.claim import Claim
from model.constraints.coupling import ANY_NEW, Coupling
from model.partition import Partition, whole
from model.problem import Problem
from model.supply import Supply
from solver.status import Status
from tests.model.constraints.conftest import Solve
from tests.model.small import a_grid, a_problem, an_answer, zones

POINTS = {"homes": range(1, 10)}


def a_coupling(factor: float, partition: Partition | None = None) -> Problem:
    rule = Coupling("green", "green", factor, "homes", partition or whole(9), unit="ha")
    return a_problem(a_grid(3, 3), POINTS, rule)


def test_next_to_nothing_per_home_leaves_one_cell_green(solved: Solve) -> None:
    assert solved(a_coupling(1e-4)).objective == 45 - 1


def test_a_hectare_of_green_per_hectare_of_homes(solved: Solve) -> None:
    # 20 homes a hectare: 0.05 ha each; four cells of homes, four of green
    assert solved(a_coupling(0.05)).objective == 9 + 8 + 7 + 6


def test_it_holds_in_every_zone_by_itself(solved: Solve) -> None:
    rows = zones(0, 0, 0, 1, 1, 1, 2, 2, 2)
    assert solved(a_coupling(0.05, rows)).objective == 3 + 6 + 9


def test_homes_without_room_for_green_are_infeasible(solved: Solve) -> None:
    claim = Claim("homes", "homes", 100, math.inf)
    result = solved(a_coupling(0.05).with_constraint(claim))
    assert result.status is Status.INFEASIBLE
    assert set(result.conflict) <= {"claim[homes]", "coupling[green, province]"}


def test_homes_with_just_room_for_green_fit(solved: Solve) -> None:
    claim = Claim("homes", "homes", 80, math.inf)
    assert solved(a_coupling(0.05).with_constraint(claim)).objective == 30


def test_supply_counts_in_one_zone_for_all(solved: Solve) -> None:
    roofs = Supply("green roofs", "green", 0.25)
    problem = replace(a_coupling(0.05 / 18), supplies=(roofs,))
    # 9 cells of homes want 0.5 ha: with 0.25 ha of roofs one cell must still go
    assert solved(problem).objective == 44
    enough = replace(a_coupling(0.05 / 36), supplies=(roofs,))
    assert solved(enough).objective == 45


def test_a_zone_without_the_other_owes_nothing() -> None:
    problem = a_coupling(0.05, zones(0, 0, 0, 1, 1, 1, 1, 1, 1))
    (rule,) = problem.constraints
    (violation,) = rule.violations(problem, an_answer(1, 0, 2, 1, 0, 0, 0, 0, 0))
    assert violation.name == "coupling[green, polder 1]"
    assert violation.missed == pytest.approx(1)


def test_refuses_a_factor_that_is_none() -> None:
    for factor in (0.0, -1.0, math.nan):
        with pytest.raises(ValueError, match=f"must be > 0, got {factor:g}"):
            a_coupling(factor)


def test_refuses_a_quantity_that_grows_with_itself() -> None:
    with pytest.raises(ValueError, match="must couple two quantities, got 'green'"):
        Coupling("green", "green", 1, "green", whole(9))


def test_what_is_lost_somewhere_comes_back_in_the_zone(solved: Solve) -> None:
    # homes on the last cell, worth most, owe a hectare of green in the province
    counted = whole(9).within(np.arange(9) == 8, "the last")
    rule = Coupling("back", "green", 1.0, ANY_NEW, whole(9), unit="ha", counted=counted)
    problem = a_problem(a_grid(3, 3), POINTS, rule)
    # cells of 1 to 9 points: one of them turns green, the cheapest
    assert solved(problem).objective == 45 - 1


def test_homes_elsewhere_owe_nothing_where_only_some_cells_count(
    solved: Solve,
) -> None:
    counted = whole(9).within(np.arange(9) == 0, "the first")
    rule = Coupling(
        "some", "green", 0.05, "homes", whole(9), unit="ha", counted=counted
    )
    problem = a_problem(a_grid(3, 3), POINTS, rule)
    assert solved(problem).objective == 45 - 1  # the counted cell is left alone


def test_refuses_to_count_in_other_zones() -> None:
    with pytest.raises(ValueError, match="must count the other in the same zones"):
        Coupling("x", "green", 1.0, "homes", whole(9), counted=zones(0, 1))
