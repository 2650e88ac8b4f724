"""Plans of a portfolio are legal, near the bound, and differ."""

from dataclasses import replace

import numpy as np
import pytest

from model.allocation import Allocation
from solver.certificate import judge
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch, relative_gap
from solver.whatif.portfolio import portfolio
from tests.solver.random_instances import Shape, on_a_plane, random_instance

SHAPE = Shape(n_cells=300, n_uses=4, n_rows=3, n_supplies=0, has_tiny=False)
WITHIN = 0.05


@pytest.mark.parametrize("plane", [False, True])
def test_plans_are_legal_within_the_distance_and_differ(plane: bool) -> None:
    tried = 0
    for seed in range(30):
        instance = random_instance(seed, SHAPE, full=True)
        rng = np.random.default_rng(seed)
        score = rng.normal(1, 1, instance.score.shape).astype(np.float32)
        score[0] = 0
        instance = replace(instance, score=score)
        if plane:
            instance = on_a_plane(instance, seed)
            instance = replace(instance, touch=np.zeros_like(instance.touch))
            instance = replace(instance, boundary=np.full(instance.n_uses, 0.1))
        result = solve(instance, Settings(gap=0.005, time_limit_s=5))
        if result.allocation is None or result.gap > WITHIN / 2:
            continue
        settings = Settings(time_limit_s=5)
        found = portfolio(
            instance, result.allocation, result.bound, WITHIN, 4, settings, Watch(20)
        )
        for use, points in zip(found.use, found.points, strict=True):
            worth = judge(instance, Allocation(use))
            assert not worth.broken
            assert worth.objective == points
            assert relative_gap(points, result.bound) <= WITHIN
        assert len(np.unique(found.use, axis=0)) == len(found.use) == 4
        often = found.frequency(instance.n_uses)
        assert often.sum(axis=0) == pytest.approx(1.0, abs=1e-5)
        assert often[result.allocation.use, np.arange(instance.n_cells)].min() >= 0.25
        tried += 1
        if tried == 3:
            break
    assert tried == 3


def test_a_first_plan_that_is_too_far_off_is_refused() -> None:
    instance = random_instance(1, replace(SHAPE, n_rows=0), full=True)
    nothing = Allocation(np.zeros(instance.n_cells, np.int8))
    best = float(np.where(instance.allowed, instance.score, 0).max(axis=0).sum())
    with pytest.raises(ValueError, match="within"):
        portfolio(instance, nothing, best, 0.01, 3, Settings(), Watch())
