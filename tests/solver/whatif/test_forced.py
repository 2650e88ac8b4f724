"""The plan with another use in a cell is legal, and no better one is known."""

import numpy as np
import pytest
from hypothesis import given

from solver.certificate import judge
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.whatif.forced import forced
from solver.whatif.standing import standing
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance
from tests.solver.whatif.test_standing import plans

SHAPE = Shape(n_cells=5, n_uses=3, n_rows=3, n_supplies=0, has_tiny=False)


@given(SEEDS)
def test_a_cell_gets_the_use_at_the_least_cost(seed: int) -> None:
    """Every plan is tried; so few cells are all open, so that the best is found."""
    instance = random_instance(seed, SHAPE)
    if seed % 2:
        instance = on_a_plane(instance, seed)
    result = solve(instance, Settings(gap=0.0, time_limit_s=20))
    if result.allocation is None:
        return
    price = np.array([result.row_price.get(name, 0.0) for name in instance.rows.name])
    stands = standing(instance, price, Watch())
    every = plans(instance)
    rng = np.random.default_rng(seed)
    cell, use = int(rng.integers(instance.n_cells)), int(rng.integers(instance.n_uses))
    with_it = [points for plan, points in every if plan[cell] == use]
    found = forced(instance, result.allocation, stands, (cell, use), Watch(20))
    assert found.is_allowed == bool(use == 0 or instance.allowed[use, cell])
    if not with_it:
        assert found.allocation is None
        return
    best = max(with_it)
    assert found.most >= best - 1e-6 * max(1, abs(best))
    assert found.allocation is not None
    assert found.allocation.use[cell] == use
    assert not judge(instance, found.allocation).broken
    assert found.objective == pytest.approx(best, rel=1e-5, abs=1e-5)
