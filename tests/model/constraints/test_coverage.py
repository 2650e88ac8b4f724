import math
from collections.abc import Sequence

import numpy as np
import pytest

from model.blocks import cut
from model.constraints.coverage import Coverage
from model.problem import Problem
from solver.status import Status
from tests.model.constraints.conftest import Solve
from tests.model.small import a_grid, a_problem, an_answer

POINTS = {"homes": range(1, 10), "park": range(9, 0, -1)}


def green(
    need: Sequence[float],
    reach_m: float = 100.0,
    *,
    existing: Sequence[float] = (),
    price: float = math.inf,
) -> Coverage:
    """Blocks of one cell on a raster of 3 x 3."""
    blocks = cut(a_grid(3, 3), 100)
    there = np.array(existing) if existing else np.zeros(9)
    needed = np.array(need, np.float64)
    return Coverage("green", blocks, reach_m, needed, there, ("park",), price=price)


def problem_of(rule: Coverage) -> Problem:
    return a_problem(a_grid(3, 3), POINTS, rule)


CORNERS = [1, 0, 0, 0, 0, 0, 0, 0, 1]


def test_a_need_of_nothing_changes_nothing(solved: Solve) -> None:
    assert solved(problem_of(green([0] * 9))).objective == 65


def test_green_comes_where_it_costs_least_within_reach(solved: Solve) -> None:
    # the last cell wants a park in its own block, or one beside: cell 6 loses 6 - 4
    assert solved(problem_of(green(CORNERS))).objective == 65 - 2


def test_more_green_than_fits_within_reach_is_infeasible(solved: Solve) -> None:
    result = solved(problem_of(green([0] * 8 + [4])))
    assert result.status is Status.INFEASIBLE
    (row,) = result.conflict
    assert row == "coverage[green, 50250 399750]"


def test_all_the_green_that_fits_within_reach_is_nearest_legal(solved: Solve) -> None:
    assert solved(problem_of(green([0] * 8 + [3]))).objective == 65 - 2 - 6 - 8


def test_what_exists_counts_wherever_it_is_within_reach(solved: Solve) -> None:
    beside = [0] * 7 + [1, 0]
    assert solved(problem_of(green(CORNERS, existing=beside))).objective == 65
    names = [
        row.name
        for row in green(CORNERS, existing=beside).rows(problem_of(green([0] * 9)))
    ]
    assert names == ["coverage[green, 50050 399950]"]


def test_a_shortfall_is_paid_per_block(solved: Solve) -> None:
    rule = green([1] * 9, 50, price=0.5)
    problem = problem_of(rule)
    found = rule.violations(problem, an_answer(2, 2, 2, 0, 0, 0, 1, 1, 1))
    assert len(found) == 6
    assert sum(violation.cost for violation in found) == 3
    assert str(found[0]) == (
        "coverage[green, 50050 399850]: park within 50 m, existing included must be "
        "at least 1 ha, got 0"
    )


def test_new_homes_ask_for_green_of_their_own() -> None:
    blocks = cut(a_grid(1, 4), 200)
    rule = Coverage(
        "near",
        blocks,
        100,
        np.zeros(2),
        np.array([0.25, 0, 0, 0]),
        quantity="green",
        owed={"homes": 1.0},
    )
    problem = a_problem(a_grid(1, 4), {}, rule)
    # a hectare of homes asks for one hectare of green in its own block
    assert rule.violations(problem, an_answer(0, 0, 0, 0)) == []
    assert rule.violations(problem, an_answer(1, 2, 1, 2)) == []
    (found,) = rule.violations(problem, an_answer(1, 0, 1, 2))
    assert (found.got, found.low) == (0.25, 1.0)
    assert len(rule.violations(problem, an_answer(1, 0, 1, 0))) == 2


@pytest.mark.parametrize(
    ("reach_m", "blocks"), [(99, 1), (100, 5), (141, 5), (142, 9), (200, 13), (283, 25)]
)
def test_a_reach_is_a_disc(reach_m: float, blocks: int) -> None:
    grid = a_grid(7, 7)
    cells = cut(grid, 100)
    need = np.zeros(49)
    need[24] = 100
    rule = Coverage("green", cells, reach_m, need, np.zeros(49), ("park",))
    problem = a_problem(grid, {}, rule)
    (row,) = rule.rows(problem)
    assert len(row.entries) == blocks
    (found,) = rule.violations(problem, an_answer(*[2] * 49))
    assert found.got == blocks


def test_refuses_what_is_no_coverage() -> None:
    with pytest.raises(ValueError, match="for each of 9 blocks, got shape"):
        green([1])
    with pytest.raises(ValueError, match="from -1"):
        green([-1] * 9)
    with pytest.raises(ValueError, match="> 0 m, got 0"):
        green([1] * 9, 0)
    with pytest.raises(ValueError, match="each of 9 cells"):
        green([1] * 9, existing=[1, 2])
    blocks, nine = cut(a_grid(3, 3), 100), np.zeros(9)
    with pytest.raises(ValueError, match=r"got \['park'\] and 'green'"):
        Coverage("x", blocks, 100, nine, nine, ("park",), "green")
    with pytest.raises(ValueError, match=r"what 'homes' asks for .* got 0"):
        Coverage("x", blocks, 100, nine, nine, ("park",), owed={"homes": 0.0})


def test_refuses_an_unknown_use() -> None:
    blocks, nine = cut(a_grid(3, 3), 100), np.zeros(9)
    rule = Coverage("x", blocks, 100, nine, nine, ("wind",))
    with pytest.raises(ValueError, match="got 'wind'"):
        rule.rows(a_problem(a_grid(3, 3), {}))
