import math

import pytest

from model.constraints.claim import Claim
from model.problem import Problem
from solver.compile import to_instance
from solver.result import Missed, Result
from solver.route import solve
from solver.settings import Settings
from solver.status import Status
from tests.model.small import a_grid, a_problem

POINTS = {"homes": range(1, 10), "park": [0] * 9}


def _claims(*claims: Claim) -> Problem:
    """Nine cells of 1 ha; homes gain 1 to 9 points, 20 homes and 1 green per ha."""
    return a_problem(a_grid(3, 3), POINTS, *claims)


def _served(problem: Problem) -> Result:
    return solve(to_instance(problem), Settings(), engine="sequential")


def _homes(least: float, most: float = math.inf, price: float = math.inf) -> Claim:
    return Claim("homes", "homes", least, most, price=price)


def _green(least: float, most: float = math.inf, price: float = math.inf) -> Claim:
    return Claim("green", "green", least, most, price=price)


def test_the_first_claim_gets_the_best_land_and_the_next_what_is_left() -> None:
    result = _served(_claims(_homes(60), _green(6)))
    assert result.allocation is not None
    assert result.allocation.use.tolist() == [2] * 6 + [1] * 3
    assert result.objective == 7 + 8 + 9


def test_it_proves_nothing() -> None:
    result = _served(_claims(_homes(60)))
    assert result.status is Status.FEASIBLE
    assert result.bound == math.inf
    assert result.attempt is None


def test_the_order_decides_who_lacks_and_a_lack_costs_its_price() -> None:
    homes, green = _homes(120, price=0.1), _green(6, price=2)
    first, second = _served(_claims(homes, green)), _served(_claims(green, homes))
    # six cells of homes leave three of green; six of green leave three of homes
    assert first.objective == pytest.approx(4 + 5 + 6 + 7 + 8 + 9 - 3 * 2)
    # every cell is as good for green, so it takes the first six
    assert second.objective == pytest.approx(7 + 8 + 9 - 60 * 0.1)


def test_a_hard_row_left_unmet_is_named_with_what_it_got() -> None:
    result = _served(_claims(_homes(120), _green(6)))
    assert result.status is Status.NO_SOLUTION
    assert result.allocation is None
    assert result.attempt is not None
    assert result.attempt.unmet == (Missed("claim[green]", 3, 6, math.inf),)
    assert result.attempt.points == 4 + 5 + 6 + 7 + 8 + 9
    assert str(result.attempt.unmet[0]) == "claim[green]: 3 not in [6, inf]"


def test_a_priced_claim_goes_past_no_most_of_another() -> None:
    # both count homes: the second would take the first past what it may have
    most = Claim("fewer", "homes", 0, 100, price=0.1)
    result = _served(_claims(most, _homes(160, price=50)))
    assert result.allocation is not None
    assert (result.allocation.use == 1).sum() == 5


def test_a_hard_claim_goes_past_a_priced_most_as_far_as_it_must() -> None:
    most = Claim("fewer", "homes", 0, 100, price=0.1)
    result = _served(_claims(most, _homes(140)))
    assert result.allocation is not None
    assert (result.allocation.use == 1).sum() == 7
    assert result.objective == pytest.approx(sum(range(3, 10)) - 40 * 0.1)


def test_no_claim_goes_past_a_hard_most() -> None:
    result = _served(_claims(Claim("fewer", "homes", 0, 100), _homes(140)))
    assert result.attempt is not None
    assert [row.row for row in result.attempt.unmet] == ["claim[homes]"]
