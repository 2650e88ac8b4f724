import math

import numpy as np
import pytest

from model.constraints.share import Share
from model.problem import Problem
from solver.status import Status
from tests.model.constraints.conftest import Solve
from tests.model.small import a_grid, a_problem, an_answer, zones

ROWS = zones(0, 0, 0, 1, 1, 1, 2, 2, 2)
POINTS = {"homes": range(1, 10), "park": range(9, 0, -1)}


def a_share(
    least: float, most: float = 1.0, existing: float = 0.0, price: float = math.inf
) -> Problem:
    share = Share(
        "deep",
        ("park",),
        ROWS,
        least,
        most,
        np.full(3, 3.0),
        np.full(3, existing),
        price,
    )
    return a_problem(a_grid(3, 3), POINTS, share)


def test_no_share_at_all_changes_nothing(solved: Solve) -> None:
    assert solved(a_share(0, 1)).objective == 65


def test_the_share_holds_in_every_zone(solved: Solve) -> None:
    # one park in the lowest row too: best where homes lose least, cell 6
    assert solved(a_share(1 / 3)).objective == 65 - (7 - 3)


def test_land_that_serves_already_counts(solved: Solve) -> None:
    assert solved(a_share(1 / 3, existing=1.0)).objective == 65


def test_more_than_all_land_is_infeasible(solved: Solve) -> None:
    problem = a_share(1)
    fewer = a_problem(
        problem.grid, POINTS, *problem.constraints, land_ha=[1, 1, 0] + [1] * 6
    )
    result = solved(fewer)
    assert result.status is Status.INFEASIBLE
    assert result.conflict == ("share[deep, polder 0]",)


def test_all_land_fits_in_one_way(solved: Solve) -> None:
    assert solved(a_share(1)).objective == sum(range(1, 10))


def test_a_most_that_exists_already_asks_for_no_new_land(solved: Solve) -> None:
    # 2 of 3 ha exist, at most a third may: no park more, none is torn down
    result = solved(a_share(0, 1 / 3, existing=2.0))
    assert result.status is Status.OPTIMAL
    assert result.objective == sum(range(1, 10))


def test_a_shortfall_is_counted_per_zone() -> None:
    problem = a_share(1 / 3, price=2.0)
    (rule,) = problem.constraints
    found = rule.violations(problem, an_answer(2, 0, 0, 0, 0, 0, 0, 0, 0))
    assert [violation.name for violation in found] == [
        "share[deep, polder 1]",
        "share[deep, polder 2]",
    ]
    assert sum(violation.cost for violation in found) == 4


def test_a_zone_without_land_has_no_row() -> None:
    share = Share(
        "deep", ("park",), ROWS, 0.5, 1, np.array([3.0, 0.0, 3.0]), np.zeros(3)
    )
    names = [row.name for row in share.rows(a_problem(a_grid(3, 3), {}))]
    assert names == ["share[deep, polder 0]", "share[deep, polder 2]"]


@pytest.mark.parametrize(
    ("least", "most"), [(-0.1, 0.5), (0.5, 0.4), (0.5, 1.1), (math.nan, 1)]
)
def test_refuses_shares_that_are_none(least: float, most: float) -> None:
    with pytest.raises(ValueError, match=f"got {least:g} and {most:g}"):
        a_share(least, most)


def test_refuses_an_unknown_use() -> None:
    share = Share("deep", ("wind",), ROWS, 0, 1, np.ones(3), np.zeros(3))
    with pytest.raises(ValueError, match="got 'wind'"):
        share.rows(a_problem(a_grid(3, 3), {}))
