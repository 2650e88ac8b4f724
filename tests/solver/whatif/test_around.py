"""Around a plan only better and legal ones are found, and the optimum of small ones."""

import numpy as np
import pytest
from hypothesis import given, settings

from model.allocation import Allocation
from solver.certificate import judge
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.whatif.around import better_around
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance
from tests.solver.small import a_restricted_instance

SHAPE = Shape(n_cells=6, n_uses=3, n_rows=3, n_supplies=0, has_tiny=False)


@given(SEEDS)
@settings(max_examples=25)
def test_of_a_small_instance_it_is_the_best_plan(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    if seed % 2:
        instance = on_a_plane(instance, seed)
    best = solve(instance, Settings(gap=0.0, time_limit_s=20))
    if best.allocation is None:
        return
    nothing = Allocation(np.zeros(instance.n_cells, np.int8))
    price = np.zeros(instance.n_rows)
    found = better_around(instance, nothing, price, Settings(), Watch())
    worth = judge(instance, found)
    if not judge(instance, nothing).broken:
        assert not worth.broken
    if not worth.broken:
        assert worth.objective == pytest.approx(best.objective, rel=2e-4, abs=1e-3)


def test_a_plan_that_nothing_betters_stays() -> None:
    instance = random_instance(3, SHAPE)
    best = solve(instance, Settings(gap=0.0)).allocation
    assert best is not None
    price = np.zeros(instance.n_rows)
    found = better_around(instance, best, price, Settings(), Watch())
    assert found.use.tolist() == best.use.tolist()


def test_patches_are_left_to_the_whole_search() -> None:
    instance = a_restricted_instance()
    plan = Allocation(
        np.zeros(instance.n_cells, np.int8), np.zeros(instance.n_supplies)
    )
    price = np.zeros(instance.n_rows)
    assert better_around(instance, plan, price, Settings(), Watch()) is plan
