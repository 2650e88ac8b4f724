"""Moves gain what they say, and end where rows hold."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance
from solver.kernels.grow import _grow
from solver.kernels.moves import Limits, Scratch, _improve, _strip
from solver.moves import Mover
from solver.neighbours import to_neighbours
from solver.watch import Watch
from solver.zonal import Zonal, to_zonal
from tests.solver.random_instances import (
    SEEDS,
    Shape,
    on_a_plane,
    random_instance,
    random_use,
)

SHAPE = Shape(n_cells=14, n_uses=4, n_rows=5, n_supplies=0)


def case(seed: int) -> tuple[Instance, Zonal, Mover]:
    """An instance whose rows all give way at a price, so that moves are points."""
    instance = on_a_plane(random_instance(seed, SHAPE), seed)
    rng = np.random.default_rng(seed)
    price = rng.choice([0.05, 0.5, 3.0], instance.n_rows)
    instance = replace(instance, rows=replace(instance.rows, shortfall_price=price))
    zonal = to_zonal(instance)
    return instance, zonal, Mover.of(instance, zonal, to_neighbours(instance))


def everything(zonal: Zonal) -> Limits:
    hope = np.full(zonal.coef.shape[0], 1e9)
    return Limits(zonal.low, zonal.high, zonal.price, zonal.price, hope)


def objective(instance: Instance, use: NDArray[np.int8]) -> float:
    return judge(instance, Allocation(use, np.zeros(instance.n_supplies))).objective


@settings(max_examples=300)
@given(SEEDS)
def test_a_strip_gains_what_the_objective_gains(seed: int) -> None:
    instance, zonal, mover = case(seed)
    rng = np.random.default_rng(seed)
    use = random_use(instance, rng)
    cell = int(rng.integers(instance.n_cells))
    may = [k for k in range(instance.n_uses) if zonal.score[cell, k] > -np.inf]
    to, side = int(rng.choice(may)), int(rng.integers(4))
    if to == use[cell]:
        return
    value = zonal.amounts(use)
    scratch = Scratch(np.zeros(value.size), np.empty(value.size + 1, np.int32))
    strip = cell, to, side, 5
    limits = everything(zonal)
    gain, length = _strip(mover.land, limits, strip, use, value, scratch)
    after, at, here = use.copy(), cell, use[cell]
    for _ in range(length):
        assert at >= 0
        assert use[at] == here
        after[at] = to
        at = int(mover.land.neighbour[at, side])
    size = max(1.0, float(np.abs(instance.score).max()))
    wanted = objective(instance, after) - objective(instance, use)
    assert gain == pytest.approx(wanted, abs=1e-5 * size)
    assert not scratch.change.any()


@settings(max_examples=100)
@given(SEEDS)
def test_rounds_of_moves_gain_what_they_say_and_keep_the_sums(seed: int) -> None:
    instance, zonal, mover = case(seed)
    rng = np.random.default_rng(seed)
    use = random_use(instance, rng)
    before, value = objective(instance, use), zonal.amounts(use)
    scratch = Scratch(np.zeros(value.size), np.empty(value.size + 1, np.int32))
    order = rng.permutation(use.size).astype(np.int32)
    limits = everything(zonal)
    shape = 4, 1
    gain, moves = _improve(mover.land, limits, order, shape, use, value, scratch)
    size = max(1.0, float(np.abs(instance.score).max()))
    assert gain == pytest.approx(objective(instance, use) - before, abs=1e-4 * size)
    np.testing.assert_allclose(value, zonal.amounts(use), atol=1e-6)
    assert (gain > 0) == (moves > 0)
    cells = np.arange(use.size)
    assert np.isfinite(zonal.score[cells, use]).all()


@settings(max_examples=200)
@given(SEEDS)
def test_a_patch_is_connected_and_gains_what_scores_and_edges_gain(seed: int) -> None:
    instance, zonal, mover = case(seed)
    nothing = np.zeros(instance.n_rows)
    loose = replace(instance.rows, low=nothing - np.inf, high=nothing + np.inf)
    free = replace(instance, rows=loose)
    rng = np.random.default_rng(seed)
    use = random_use(instance, rng)
    n = instance.n_cells
    seed_cell = int(rng.integers(n))
    may = np.nonzero(np.isfinite(zonal.score[seed_cell]))[0]
    to = int(rng.choice(may))
    if to == use[seed_cell]:
        return
    state = np.zeros(n, np.int32), np.empty(8 * n + 8), np.empty(8 * n + 8, np.int32)
    patch = np.empty(n, np.int32)
    length, gain, best = _grow(
        mover.land,
        zonal.score,
        np.ones(n),
        0.0,
        (0.0, 0.0),
        use,
        (seed_cell, to, 1),
        state,
        patch,
    )
    grown = patch[:length].tolist()
    assert len(set(grown)) == length
    for at, cell in enumerate(grown[1:], 1):
        assert set(mover.land.neighbour[cell].tolist()) & set(grown[:at])
        assert np.isfinite(zonal.score[cell, to])
    after = use.copy()
    after[patch[:best]] = to
    size = max(1.0, float(np.abs(instance.score).max()))
    wanted = objective(free, after) - objective(free, use)
    assert gain == pytest.approx(wanted, abs=1e-4 * size)


def test_hard_rows_hold_in_the_end_where_cells_can_keep_them() -> None:
    """A claim of 60 cells on a plain on which nothing gains a point by itself."""
    rng = np.random.default_rng(2)
    shape = Shape(400, 3, 1, 1, 1, 0)
    instance = random_instance(2, shape, full=True)
    row, col = np.divmod(np.arange(400, dtype=np.int32), np.int32(20))
    score = np.zeros((3, 400), np.float32)
    score[1:] = rng.normal(-5, 0.01, (2, 400))
    rows = replace(
        instance.rows,
        low=np.array([60.0]),
        high=np.array([61.0]),
        shortfall_price=np.array([np.inf]),
        entry_row=np.zeros(1, np.int32),
        entry_partition=np.zeros(1, np.int32),
        entry_zone=np.zeros(1, np.int32),
        entry_coef=np.array([[0.0, 1.0, 0.0]]),
    )
    plain = replace(
        instance,
        cell_row=row,
        cell_col=col,
        score=score,
        allowed=np.ones((3, 400), bool),
        zone=np.zeros((1, 400), np.int32),
        weight=np.ones((1, 400), np.float32),
        rows=rows,
        boundary=np.array([0.0, 1.0, 1.0]),
    )
    zonal = to_zonal(plain)
    mover = Mover.of(plain, zonal, to_neighbours(plain))
    use, price = np.zeros(400, np.int8), np.array([-5.0])
    worth = zonal.score.copy()
    worth[:, 1] += 5.0
    found = mover.moved(use, price, worth, rng, Watch())
    worth_of = judge(plain, found)
    assert not worth_of.broken
    # one patch: a square of 60 cells has 32 edges, and 400 cells alone have 240
    edges = found.use[plain.edges]
    assert np.count_nonzero(edges[:, 0] != edges[:, 1]) <= 34
