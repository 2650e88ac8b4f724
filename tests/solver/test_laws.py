"""What must hold whatever the numbers are."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from grids.grid import Frame, Grid
from model.constraints.budget import Budget
from model.constraints.claim import Claim
from model.constraints.coupling import Coupling
from model.constraints.fixed import Fixed
from model.constraints.protocol import Constraint
from model.constraints.share import Share
from model.partition import Partition
from model.problem import Problem
from model.terms.points import Points
from solver.compile import to_instance
from solver.highs import relax
from solver.program import to_program
from solver.result import Result
from solver.route import solve
from solver.settings import Settings, SolverName
from solver.status import Status
from solver.watch import Watch
from tests.model.strategies import problems
from tests.solver.small import compact, scattered, with_limits, with_roofs

SOLVERS: tuple[SolverName, ...] = ("highs", "scip", "cp-sat")
TO_THE_END = Settings(gap=1e-9, time_limit_s=60)


def _solved(problem: Problem) -> Result:
    return solve(to_instance(problem), TO_THE_END)


def _same(one: Result, other: Result) -> None:
    assert one.status == other.status
    if one.status is Status.OPTIMAL:
        assert one.objective == pytest.approx(other.objective, rel=1e-6, abs=1e-6)


def _moved(problem: Problem, move: str) -> Problem:
    """Turn or mirror everything that lies on the grid."""

    def plane(values: NDArray[np.generic]) -> NDArray[np.generic]:
        return np.rot90(values) if move == "turn" else np.fliplr(values)

    old = problem.grid
    inside = np.ascontiguousarray(plane(old.inside))
    frame = Frame(old.cell_m, old.frame.west_m, old.frame.north_m, *inside.shape)
    grid = Grid(frame, inside.astype(np.bool_))

    def cells(values: NDArray[np.generic]) -> NDArray[np.generic]:
        moved = np.ascontiguousarray(plane(old.to_plane(values, values.dtype.type(0))))
        return grid.from_plane(moved)

    def part(old_part: Partition) -> Partition:
        zone = cells(old_part.zone).astype(np.int32)
        return Partition(old_part.name, zone, old_part.labels)

    def rule(of: Constraint) -> Constraint:
        if isinstance(of, Fixed):
            return replace(of, cells=cells(of.cells).astype(np.bool_))
        if isinstance(of, Claim | Share | Budget | Coupling) and of.partition:
            return replace(of, partition=part(of.partition))
        return of

    terms = []
    for term in problem.terms:
        assert isinstance(term, Points)
        terms.append(replace(term, worth=cells(term.worth).astype(np.float32)))
    return replace(
        problem,
        grid=grid,
        available_ha=cells(problem.available_ha).astype(np.float32),
        terms=tuple(terms),
        exclusions=tuple(
            replace(mask, cells=cells(mask.cells).astype(np.bool_))
            for mask in problem.exclusions
        ),
        constraints=tuple(rule(of) for of in problem.constraints),
    )


@settings(max_examples=40)
@given(problems(), st.sampled_from(["turn", "mirror"]))
def test_turning_or_mirroring_the_grid_changes_nothing(
    problem: Problem, move: str
) -> None:
    _same(_solved(problem), _solved(_moved(problem, move)))


@settings(max_examples=40)
@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_adding_constraints_does_not_matter(
    problem: Problem, random: Random
) -> None:
    rules = list(problem.constraints)
    random.shuffle(rules)
    _same(_solved(problem), _solved(replace(problem, constraints=tuple(rules))))


@settings(max_examples=60)
@given(problems(), st.integers(0, 2), st.sampled_from([0.25, 5.0]))
def test_relaxing_a_limit_never_lowers_the_objective(
    problem: Problem, number: int, by: float
) -> None:
    instance = to_instance(problem)
    if number >= instance.n_rows:
        return
    low, high = instance.rows.low.copy(), instance.rows.high.copy()
    low[number] -= by
    high[number] += by
    tight = solve(instance, TO_THE_END)
    loose = solve(with_limits(instance, low, high), TO_THE_END)
    if tight.allocation is not None:
        assert loose.objective >= tight.objective - 1e-6


@settings(max_examples=60)
@given(problems(), st.sampled_from([0.0, 0.01, 0.5]))
def test_no_answer_exceeds_its_bound_and_optimal_means_within_the_gap(
    problem: Problem, gap: float
) -> None:
    result = solve(to_instance(problem), Settings(gap=gap, time_limit_s=60))
    if result.allocation is None:
        assert np.isnan(result.objective)
        assert np.isnan(result.gap)
        return
    assert result.bound >= result.objective
    if result.status is Status.OPTIMAL:
        assert result.gap <= gap


@pytest.mark.parametrize("make", [scattered, compact])
def test_bound_and_gap_hold_on_a_larger_problem(
    make: Callable[[int, int], Problem],
) -> None:
    problem = with_roofs(make(5, 5))
    loose = solve(to_instance(problem), Settings(gap=0.02, time_limit_s=60))
    exact = solve(to_instance(problem), Settings(gap=1e-4, time_limit_s=60))
    assert loose.objective <= exact.bound
    assert exact.objective <= loose.bound
    assert loose.gap <= 0.02
    assert exact.gap <= 1e-4


def test_the_price_tells_what_a_small_change_of_a_limit_brings() -> None:
    instance = to_instance(scattered(12, 12))
    base = _relaxed(instance.rows.low, instance.rows.high)
    prices = base[1]
    assert np.count_nonzero(np.abs(prices) > 1e-6) >= 3
    for row, price in enumerate(prices):
        for low, high, step, binds in (
            (instance.rows.low, instance.rows.high.copy(), 1e-4, price > 1e-9),
            (instance.rows.low.copy(), instance.rows.high, -1e-4, price < -1e-9),
        ):
            limit = high if step > 0 else low
            if not np.isfinite(limit[row]):
                continue
            limit[row] += step  # the limit gives way
            gained = _relaxed(low, high)[0] - base[0]
            assert gained == pytest.approx(abs(price * step) * binds, abs=1e-7)


def _relaxed(
    low: NDArray[np.float64], high: NDArray[np.float64]
) -> tuple[float, NDArray[np.float64]]:
    instance = with_limits(to_instance(scattered(12, 12)), low, high)
    program = to_program(instance)
    relaxed = relax(program, Watch())
    value = float(program.objective @ relaxed.value) + program.offset
    return value, relaxed.row_price[: instance.n_rows]


@pytest.mark.parametrize("solver", SOLVERS)
def test_the_same_seed_gives_the_same_answer(solver: SolverName) -> None:
    instance = to_instance(compact(3, 4))
    chosen = Settings(gap=1e-3, time_limit_s=60, seed=3, solver=solver)
    first, second = solve(instance, chosen), solve(instance, chosen)
    assert first.allocation is not None
    assert second.allocation is not None
    if solver != "cp-sat":  # its threads race; the worth is the same, not the map
        np.testing.assert_array_equal(first.allocation.use, second.allocation.use)
    assert first.objective == pytest.approx(second.objective, rel=1e-3)


def test_the_solvers_agree() -> None:
    problem = scattered(4, 4)
    hard = replace(problem, constraints=problem.constraints[:3])
    instance = to_instance(replace(hard, boundary=(("homes", 1.0),)))
    found = [
        solve(instance, Settings(gap=1e-6, time_limit_s=60, solver=solver))
        for solver in SOLVERS
    ]
    for result in found:
        assert result.status is Status.OPTIMAL
        assert result.objective == pytest.approx(found[0].objective, rel=1e-5)


def test_a_warm_start_is_never_made_worse() -> None:
    instance = to_instance(compact(4, 4))
    best = solve(instance, Settings(gap=1e-4, time_limit_s=60))
    again = solve(instance, Settings(gap=0.5, time_limit_s=60), start=best.allocation)
    assert again.objective >= best.objective - 1e-9
