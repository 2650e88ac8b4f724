"""Prices find what enumeration and the whole program find, and prove it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from model.problem import Problem
from solver.compile import to_instance
from solver.dual import Dual
from solver.engines.sequential import sequential
from solver.hunt import Hunt
from solver.levels import Priced
from solver.result import Result
from solver.route import solve
from solver.settings import Settings
from solver.status import Status
from solver.watch import Watch
from solver.zonal import to_zonal
from tests.model.strategies import problems
from tests.naive.best import best_answer
from tests.naive.instance import best_points
from tests.solver.random_instances import SEEDS, Shape, random_instance

TO_THE_END = Settings(gap=1e-9, time_limit_s=60)
ENGINES = ("prices", "exact")
SMALL = Shape(n_cells=4, n_rows=4, n_supplies=1, has_tiny=False)


def _finds(result: Result, best: float | None) -> None:
    if best is None:
        assert result.status is Status.INFEASIBLE
        return
    assert result.status is Status.OPTIMAL
    assert result.objective == pytest.approx(best, rel=1e-6, abs=1e-6)
    assert result.bound >= best - 1e-6 * max(1.0, abs(best))


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=60)
@given(problems())
def test_problems_are_solved_as_well_as_by_enumeration(
    engine: str, problem: Problem
) -> None:
    zonal_only = replace(problem, boundary=())
    best = best_answer(zonal_only)
    points = None if best is None else best.verdict.objective
    _finds(solve(to_instance(zonal_only), TO_THE_END, engine=engine), points)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=80)
@given(SEEDS)
def test_any_arrays_are_solved_as_well_as_by_enumeration(
    engine: str, seed: int
) -> None:
    instance = random_instance(seed, SMALL)
    _finds(solve(instance, TO_THE_END, engine=engine), best_points(instance))


@settings(max_examples=40)
@given(SEEDS)
def test_deciding_from_poor_prices_and_a_good_bound_stays_true(seed: int) -> None:
    """What may be left out follows from the prices and from their own bound."""
    shape = Shape(n_cells=9, n_uses=4, n_rows=5, n_supplies=1, has_tiny=False)
    instance = random_instance(seed, shape)
    result = solve(instance, TO_THE_END, engine="exact")
    if result.allocation is None:
        return
    rng = np.random.default_rng(seed)
    dual = Dual(to_zonal(instance))
    price = rng.normal(0, 2, instance.n_rows)
    use = rng.integers(0, instance.n_uses, instance.n_cells).astype(np.int8)
    priced = Priced(price, dual.best(price), use, 0.0, 1e3, at_limit=False)
    hunt = Hunt(instance, TO_THE_END, Watch(), dual)
    hunt.begin(priced)
    hunt.offer(sequential(instance, TO_THE_END, Watch()).allocation)
    hunt.lower(result.bound + 0.25)
    hunt._decide(instance.n_cells)
    assert hunt.bound >= result.objective - 1e-6 * max(1.0, abs(result.objective))
    assert hunt.objective == pytest.approx(result.objective, rel=1e-6, abs=1e-6)
