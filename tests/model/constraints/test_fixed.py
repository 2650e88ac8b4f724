import pytest

from model.constraints.claim import Claim
from model.constraints.fixed import Fixed
from solver.status import Status
from tests.model.constraints.conftest import Solve
from tests.model.small import a_grid, a_problem, an_answer, mask

POINTS = {"homes": range(1, 10), "park": range(9, 0, -1)}
NOBODY = mask(*[0] * 9)
ALL = mask(*[1] * 9)


def test_nothing_fixed_changes_nothing(solved: Solve) -> None:
    problem = a_problem(a_grid(3, 3), POINTS, Fixed("site", "homes", NOBODY))
    assert solved(problem).objective == 65


def test_everything_fixed_leaves_one_answer(solved: Solve) -> None:
    problem = a_problem(a_grid(3, 3), POINTS, Fixed("site", "homes", ALL))
    assert solved(problem).objective == 45


def test_land_may_be_fixed_to_what_it_is(solved: Solve) -> None:
    problem = a_problem(a_grid(3, 3), POINTS, Fixed("site", "none", ALL))
    assert solved(problem).objective == 0


def test_more_fixed_than_another_claim_leaves_is_infeasible(solved: Solve) -> None:
    most = mask(1, 1, 1, 1, 1, 0, 0, 0, 0)
    problem = a_problem(
        a_grid(3, 3), POINTS, Fixed("site", "homes", most), Claim("all", "homes", 0, 80)
    )
    result = solved(problem)
    assert result.status is Status.INFEASIBLE
    assert set(result.conflict) == {"fixed[site]", "claim[all]"}


def test_just_as_much_fixed_as_another_claim_leaves_fits(solved: Solve) -> None:
    most = mask(1, 1, 1, 1, 0, 0, 0, 0, 0)
    problem = a_problem(
        a_grid(3, 3), POINTS, Fixed("site", "homes", most), Claim("all", "homes", 0, 80)
    )
    assert solved(problem).objective == (1 + 2 + 3 + 4) + (5 + 4 + 3 + 2 + 1)


def test_a_cell_without_land_is_not_to_decide(solved: Solve) -> None:
    land = [0, 0.005, 1]
    problem = a_problem(
        a_grid(1, 3), {}, Fixed("site", "homes", mask(1, 1, 1)), land_ha=land
    )
    result = solved(problem)
    assert result.allocation is not None
    assert result.allocation.use.tolist() == [0, 0, 1]


def test_counts_the_cells_with_another_use() -> None:
    rule = Fixed("site", "homes", mask(1, 1, 0))
    problem = a_problem(a_grid(1, 3), {}, rule)
    (violation,) = rule.violations(problem, an_answer(1, 2, 1))
    assert str(violation) == "fixed[site]: cells with homes must be 2 to 2 cells, got 1"


def test_refuses_an_unknown_use_and_other_cells() -> None:
    with pytest.raises(ValueError, match="got 'wind'"):
        a_problem(a_grid(1, 3), {}, Fixed("site", "wind", mask(1, 1, 1)))
    with pytest.raises(ValueError, match=r"'site' must have 3 cells, got shape \(2,\)"):
        a_problem(a_grid(1, 3), {}, Fixed("site", "homes", mask(1, 1)))
