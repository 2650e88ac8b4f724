import pytest

from model.constraints.claim import Claim
from model.constraints.exclusion import Exclusion
from model.problem import Problem
from solver.status import Status
from tests.model.constraints.conftest import Solve
from tests.model.small import a_grid, a_problem, an_answer, mask

POINTS = {"homes": range(1, 10)}


def without(*cells: int, least: float = 0) -> Problem:
    excluded = Exclusion("nature", ("homes",), mask(*cells))
    claim = Claim("homes", "homes", least, 1000)
    return a_problem(a_grid(3, 3), POINTS, claim, exclusions=(excluded,))


def test_an_exclusion_of_nothing_changes_nothing(solved: Solve) -> None:
    assert solved(without(*[0] * 9)).objective == 45


def test_nothing_is_left_where_all_is_excluded(solved: Solve) -> None:
    assert solved(without(*[1] * 9)).objective == 0


def test_a_claim_on_more_than_what_is_left_is_infeasible(solved: Solve) -> None:
    result = solved(without(1, 1, 1, 1, 1, 1, 1, 1, 0, least=21))
    assert result.status is Status.INFEASIBLE
    assert result.conflict == ("claim[homes]",)


def test_a_claim_on_just_what_is_left_fits(solved: Solve) -> None:
    assert solved(without(1, 1, 1, 1, 1, 1, 1, 1, 0, least=20)).objective == 9


def test_counts_cells_with_an_excluded_use() -> None:
    problem = without(1, 1, 0, 0, 0, 0, 0, 0, 0)
    (excluded,) = problem.exclusions
    (violation,) = excluded.violations(problem, an_answer(1, 1, 1, 2, 0, 0, 0, 0, 0))
    assert violation.hard
    assert str(violation) == (
        "exclusion[nature]: cells with homes where they are excluded must be "
        "0 to 0 cells, got 2"
    )


def test_refuses_an_unknown_use_and_other_cells() -> None:
    with pytest.raises(ValueError, match="got 'wind'"):
        without(*[0] * 9).with_exclusion(Exclusion("x", ("wind",), mask(*[1] * 9)))
    with pytest.raises(ValueError, match=r"must have 9 cells, got shape \(1,\)"):
        without(*[0] * 9).with_exclusion(Exclusion("x", ("homes",), mask(1)))
