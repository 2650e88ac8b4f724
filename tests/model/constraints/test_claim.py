import math

import pytest

from model.constraints.claim import Claim
from model.problem import Problem
from model.supply import Supply
from solver.status import Status
from tests.model.constraints.conftest import Solve
from tests.model.small import HOMES, MIX, PARK, a_grid, a_problem, an_answer, zones

POINTS = {"homes": range(1, 10), "park": range(9, 0, -1)}


def a_claim(least: float, most: float = math.inf, price: float = math.inf) -> Problem:
    """Raster 1..9 of one hectare a cell, 20 homes a hectare."""
    claim = Claim("homes", "homes", least, most, price=price, unit="homes")
    return a_problem(a_grid(3, 3), POINTS, claim)


def test_a_claim_that_asks_nothing_changes_nothing(solved: Solve) -> None:
    free = solved(a_problem(a_grid(3, 3), POINTS))
    assert solved(a_claim(0)).objective == free.objective == 9 + 8 + 7 + 6 + 5 + 30


def test_more_than_the_land_can_hold_is_infeasible(solved: Solve) -> None:
    result = solved(a_claim(181))
    assert result.status is Status.INFEASIBLE
    assert result.conflict == ("claim[homes]",)


def test_just_what_the_land_can_hold_fits_in_one_way(solved: Solve) -> None:
    result = solved(a_claim(180))
    assert result.status is Status.OPTIMAL
    assert result.objective == sum(range(1, 10))


def test_the_dearest_cells_leave_first(solved: Solve) -> None:
    # six cells of homes instead of the five that like it: cell 4 has 5 and 5
    assert solved(a_claim(120)).objective == 65 - 2  # cell 3: 4 instead of 6


def test_a_shortfall_is_paid_where_that_is_cheaper(solved: Solve) -> None:
    # the sixth cell costs 2 points and brings 20 homes: 0.1 point a home
    assert solved(a_claim(120, price=0.2)).objective == 63
    assert solved(a_claim(120, price=0.05)).objective == pytest.approx(65 - 20 * 0.05)


def test_a_surplus_is_paid_too(solved: Solve) -> None:
    # five cells like homes, one of them as much as a park: 80 to 100 homes
    assert solved(a_claim(0, 60, price=1e-3)).objective == pytest.approx(65 - 0.02)
    assert solved(a_claim(0, 60)).objective == 65 - 2


def test_a_claim_in_a_zone_counts_that_zone_only(solved: Solve) -> None:
    rows = zones(0, 0, 0, 1, 1, 1, 2, 2, 2)
    claim = Claim("homes, polder 0", "homes", 60, math.inf, rows, 0)
    problem = a_problem(a_grid(3, 3), POINTS, claim)
    assert solved(problem).objective == 65 - (9 + 8 + 7) + (1 + 2 + 3)
    bottom = an_answer(0, 0, 0, 0, 0, 0, 1, 1, 1)
    (violation,) = claim.violations(problem, bottom)
    assert violation.missed == 60


def test_achieved_counts_combined_uses_with_their_credit_and_supply() -> None:
    claim = Claim("homes", "homes", 0, 100)
    problem = Problem(
        a_grid(1, 3),
        a_problem(a_grid(1, 3), {}, land_ha=[1, 0.5, 1]).available_ha,
        a_problem(a_grid(1, 3), {}, uses=(HOMES, PARK, MIX)).uses,
        constraints=(claim,),
        supplies=(Supply("roofs", "homes", 50), Supply("trees", "green", 5)),
    )
    answer = an_answer(1, 1, 3, supply=[7, 5])
    assert claim.achieved(problem, answer) == 20 + 10 + 10 + 7


def test_supply_does_not_count_in_a_zone() -> None:
    claim = Claim("homes", "homes", 0, 100, zones(0, 0))
    problem = a_problem(a_grid(1, 2), {}, claim)
    with_roofs = Problem(
        problem.grid,
        problem.available_ha,
        problem.uses,
        constraints=(claim,),
        supplies=(Supply("roofs", "homes", 50),),
    )
    assert claim.achieved(with_roofs, an_answer(1, 0, supply=[50])) == 20
    assert claim.rows(with_roofs)[0].supplies == {}


def test_says_in_words_what_is_missed() -> None:
    problem = a_claim(1200)
    (rule,) = problem.constraints
    (violation,) = rule.violations(problem, an_answer(1, 1, 0, 0, 0, 0, 0, 0, 0))
    assert str(violation) == (
        "claim[homes]: homes provided must be at least 1,200 homes, got 40"
    )


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (-1, 5, "least of claim 'homes' must be >= 0 ha, got -1"),
        (6, 5, "must not exceed its most, got 6 > 5 ha"),
        (math.nan, 5, "must not exceed its most, got nan > 5 ha"),
        (0, math.nan, "got 0 > nan ha"),
    ],
)
def test_refuses_limits_that_are_none(least: float, most: float, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Claim("homes", "homes", least, most, unit="ha")


def test_refuses_a_zone_that_is_not_there() -> None:
    with pytest.raises(ValueError, match=r"must lie in 0\.\.1, got 2"):
        Claim("homes", "homes", 0, 1, zones(0, 1), 2)
    with pytest.raises(ValueError, match=r"must lie in 0\.\.0, got 1"):
        Claim("homes", "homes", 0, 1, None, 1)


@pytest.mark.parametrize("price", [0.0, -1.0, math.nan])
def test_refuses_a_price_that_is_none(price: float) -> None:
    problem = a_claim(5, price=price)
    with pytest.raises(ValueError, match="shortfall price must be > 0 points"):
        problem.constraints[0].rows(problem)
