"""What is called impossible is in no plan of so many points: every plan is tried."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.whatif.standing import standing
from tests.naive.neighbours_dual import every_use
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance

SHAPE = Shape(n_cells=6, n_uses=3, n_rows=3, n_supplies=0, has_tiny=False)


def plans(instance: Instance) -> list[tuple[np.ndarray, float]]:
    judged = [(use, judge(instance, Allocation(use))) for use in every_use(instance)]
    return [(use, worth.objective) for use, worth in judged if not worth.broken]


def used(found: list[np.ndarray], n_uses: int) -> np.ndarray:
    taken = [[use == number for use in found] for number in range(n_uses)]
    return np.asarray(np.any(taken, axis=1))


@given(SEEDS)
def test_no_use_of_a_plan_is_called_impossible_at_any_prices(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    rng = np.random.default_rng(seed)
    if rng.random() < 0.7:
        instance = on_a_plane(instance, seed)
    price = rng.choice([0.0, 0.3, -0.8, 2.0], instance.n_rows)
    stands = standing(instance, price, Watch())
    found = plans(instance)
    for least in [points for _, points in found][:3]:
        good = [use for use, points in found if points >= least]
        may = stands.possible(least)
        assert (may >= used(good, instance.n_uses)).all()


@given(SEEDS)
def test_a_decided_cell_has_that_use_in_every_best_plan(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    if seed % 2:
        instance = on_a_plane(instance, seed)
    result = solve(instance, Settings(gap=0.0, time_limit_s=20))
    found = plans(instance)
    if result.allocation is None:
        return
    price = np.array([result.row_price.get(name, 0.0) for name in instance.rows.name])
    may = standing(instance, price, Watch()).possible(result.objective)
    top = max(points for _, points in found)
    best = [use for use, points in found if points >= top - 1e-9 * max(1, abs(top))]
    decided = may.sum(axis=0) == 1
    for use in best:
        assert (may[use, np.arange(use.size)]).all()
        assert (use[decided] == may.argmax(axis=0)[decided]).all()


def test_without_rows_all_cells_with_one_best_use_are_decided() -> None:
    shape = Shape(n_cells=40, n_uses=4, n_rows=0, n_supplies=0)
    instance = random_instance(3, shape, full=True)
    rng = np.random.default_rng(3)
    score = rng.normal(0, 5, instance.score.shape).astype(np.float32)
    score[0] = 0
    instance = replace(instance, score=score)
    result = solve(instance, Settings(gap=0.0))
    assert result.allocation is not None
    may = standing(instance, np.zeros(0), Watch()).possible(result.objective)
    assert (may.sum(axis=0) == 1).all()
    assert (may.argmax(axis=0) == result.allocation.use).all()
