"""Annealing: a move gains what the objective says, and plans are legal."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from numpy.typing import NDArray

from benchmarks.instances import compact, counts, soft, zonal
from benchmarks.kernels.annealing import Land, _anneal, scratch
from benchmarks.peers.annealing import anneal, gains, to_land
from model.allocation import Allocation
from solver.certificate import judge, row_values
from solver.engines.exact import exact
from solver.instance import Instance, SupplyArrays
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import to_zonal
from tests.solver.random_instances import SEEDS, Shape, random_instance, random_use
from tests.solver.small import row_of, with_limits

SHAPE = Shape(n_cells=12, n_uses=4, n_supplies=0)


def _scattered(seed: int) -> tuple[Instance, Land, NDArray[np.int8]]:
    """Make cells here and there, each with borders, and hard rows with a price."""
    rng = np.random.default_rng(seed)
    made = random_instance(seed, SHAPE)
    like = np.triu(rng.choice((0.0, -0.25, 1.0), (made.n_uses, made.n_uses)), 1)
    place = rng.permutation(16)[: made.n_cells]
    made = replace(
        made,
        cell_row=(place // 4).astype(np.int32),
        cell_col=(place % 4).astype(np.int32),
        boundary=rng.choice((0.0, 0.5, 2.0), made.n_uses),
        touch=like + like.T,
        supplies=SupplyArrays(),
    )
    land = to_land(made, to_zonal(made))
    rate = np.where(made.hard, rng.choice((0.0, 1.5, 40.0), made.n_rows), land.rate)
    return made, land._replace(rate=rate), random_use(made, rng)


def _worth(instance: Instance, land: Land, use: NDArray[np.int8]) -> float:
    """Judge a plan, limits that are hard at the price that they have here."""
    plan = Allocation(use)
    soft_rows = replace(instance.rows, shortfall_price=np.full(instance.n_rows, np.inf))
    points = judge(replace(instance, rows=soft_rows), plan).objective
    value = row_values(instance, plan)
    below = np.maximum(instance.rows.low - value, 0.0)
    above = np.maximum(value - instance.rows.high, 0.0)
    return points - float((land.rate * (below + above)).sum())


@given(SEEDS)
def test_a_move_gains_what_the_plan_is_worth_more(seed: int) -> None:
    made, land, use = _scattered(seed)
    amount = row_values(made, Allocation(use))
    cells = np.repeat(np.arange(made.n_cells), made.n_uses)
    news = np.tile(np.arange(made.n_uses, dtype=np.int8), made.n_cells)
    found = gains(land, use, amount, cells, news)
    before = _worth(made, land, use)
    for cell, new, gain in zip(cells, news, found, strict=True):
        if new and not made.allowed[new, cell]:
            assert gain == -np.inf
            continue
        moved = use.copy()
        moved[cell] = new
        wanted = _worth(made, land, moved) - before
        assert gain == pytest.approx(wanted, rel=1e-9, abs=1e-6)


@given(SEEDS)
def test_sums_stay_those_of_the_plan_and_cold_moves_never_lose(seed: int) -> None:
    made, land, use = _scattered(seed)
    if made.n_uses == 1:
        return
    room, chance = scratch(made.n_rows), np.array([seed + 1], np.uint64)
    worth = _worth(made, land, use)
    for temperature in (5.0, 0.0):
        amount = row_values(made, Allocation(use))
        _anneal(land, use, amount, room, 2_000, temperature, 0.5, chance)
        wanted = row_values(made, Allocation(use))
        np.testing.assert_allclose(amount, wanted, rtol=1e-9, atol=1e-6)
        allowed = made.allowed[use, np.arange(made.n_cells)] | (use == 0)
        assert allowed.all()
        before, worth = worth, _worth(made, land, use)
        assert temperature or worth >= before - 1e-6 * max(1.0, abs(before))


@pytest.mark.parametrize(
    "instance",
    [
        compact.build(80, 3, 12),
        compact.build(120, 3, 30),
        zonal.build(120, 17),
        counts.build(120, 12),
        soft.build(120, 17),
    ],
)
def test_comes_near_the_optimum_of_a_small_one(instance: Instance) -> None:
    best = exact(instance, Settings(gap=1e-4), Watch(60))
    assert best.allocation is not None
    wanted = judge(instance, best.allocation).objective
    answer = anneal(instance, Settings(), Watch(1.0))
    assert answer.allocation is not None
    worth = judge(instance, answer.allocation)
    assert worth.broken == ()
    assert answer.allocation.supply.size == instance.n_supplies
    assert 0.9 * wanted < worth.objective <= wanted * (1 + 1e-4)
    assert np.isposinf(answer.bound)
    assert answer.work["moves"] > answer.work["taken"] > 0


def test_a_limit_that_cannot_hold_leaves_no_plan() -> None:
    made = counts.build(120, 12)
    low, high = made.rows.low.copy(), made.rows.high.copy()
    row = row_of(made, "claim[homes, 0]")
    low[row] = high[row] = 1 + (made.zone[0] == 0).sum()
    answer = anneal(with_limits(made, low, high), Settings(), Watch(0.3))
    assert answer.allocation is None
    assert not answer.infeasible
