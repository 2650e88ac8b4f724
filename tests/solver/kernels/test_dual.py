import numpy as np
import pytest
from hypothesis import event, given, settings
from numpy.typing import NDArray

from solver.dual import Dual
from solver.kernels.dual import NEAR
from solver.zonal import Zonal, to_zonal
from tests.naive import dual as naive
from tests.solver.random_instances import SEEDS, Shape, random_instance

Floats = NDArray[np.float64]
SHAPE = Shape(n_cells=7, n_uses=4, n_rows=5)
SIZES = (0.0, 0.3, 3.0, 1e4)


def _case(seed: int, size: float | None = None) -> tuple[Dual, Floats]:
    """A dual, and prices that its rows may have."""
    rng = np.random.default_rng(seed)
    dual = Dual(to_zonal(random_instance(seed, SHAPE)))
    price = rng.normal(0, rng.choice(SIZES) if size is None else size, dual.least.size)
    return dual, np.clip(price, dual.least, dual.most)


def _worths(zonal: Zonal, price: Floats) -> Floats:
    cost = zonal.costs(price)
    found = [naive.worths(zonal, cost, cell) for cell in range(zonal.n_cells)]
    return np.array(found)


@settings(max_examples=120)
@given(SEEDS)
def test_the_best_pass_finds_best_use_margin_and_sum(seed: int) -> None:
    dual, price = _case(seed)
    worth, best = _worths(dual.zonal, price), dual.best(price)
    np.testing.assert_array_equal(best.use, worth.argmax(axis=1))
    ordered = np.sort(np.pad(worth, [(0, 0), (1, 0)], constant_values=-np.inf))
    np.testing.assert_allclose(best.margin, ordered[:, -1] - ordered[:, -2], rtol=1e-6)
    gain = dual.zonal.supply_value - dual.zonal.supply_coef @ price
    supply = (dual.zonal.supply_cap * np.maximum(gain, 0)).sum()
    wanted = worth.max(axis=1).sum() + supply + dual.limits(price)
    assert best.bound == pytest.approx(wanted, rel=1e-8, abs=1e-6)


@settings(max_examples=120)
@given(SEEDS)
def test_losses_gains_and_near_uses_are_differences_of_worths(seed: int) -> None:
    dual, price = _case(seed)
    worth, rng = _worths(dual.zonal, price), np.random.default_rng(seed)
    loss = worth.max(axis=1, keepdims=True) - worth
    cells = np.nonzero(rng.random(dual.zonal.n_cells) < 0.7)[0]
    np.testing.assert_allclose(dual.losses(price, cells), loss[cells], rtol=1e-6)
    use = rng.integers(0, dual.zonal.n_uses, dual.zonal.n_cells).astype(np.int8)
    better, gain = dual.gains(price, use)
    np.testing.assert_array_equal(better, worth.argmax(axis=1))
    np.testing.assert_allclose(gain, loss[np.arange(use.size), use], rtol=1e-6)
    most = rng.choice([-1, 0, 0.5, 30], use.size).astype(np.float32)
    best = dual.best(price)
    wanted = (worth >= worth.max(axis=1, keepdims=True) - most[:, None]) & (
        best.margin <= most
    )[:, None]
    np.testing.assert_array_equal(
        dual.near(price, best, most), wanted & np.isfinite(worth)
    )


@settings(max_examples=120)
@given(SEEDS)
def test_the_smooth_pass_sums_shares_and_what_smoothing_adds(seed: int) -> None:
    dual, price = _case(seed)
    zonal, temperature = dual.zonal, 0.7
    own = zonal.cell_size * np.float32(temperature)
    total, soft, tally = naive.smooth(zonal, zonal.costs(price), own)
    got = dual.smooth(price, temperature)
    assert got.softness == pytest.approx(soft, rel=1e-9, abs=1e-9)
    taken = zonal.coef.T @ tally.ravel()
    gain = zonal.supply_value - zonal.supply_coef @ price
    if not zonal.supply_cap.any():
        np.testing.assert_allclose(got.amount, taken, rtol=1e-9, atol=1e-9)
        assert got.value == pytest.approx(total + soft, rel=1e-9, abs=1e-9)
    else:  # a supply gives between nothing and its cap, and adds to the value
        room = abs(zonal.supply_coef).T @ zonal.supply_cap
        assert (np.abs(got.amount - taken) <= room + 1e-9).all()
        least = total + soft + (zonal.supply_cap * np.maximum(gain, 0)).sum()
        assert got.value >= least - 1e-9 * max(1.0, abs(least))
    cost = zonal.costs(price)
    for cell in range(zonal.n_cells):
        parts = naive.shares(naive.worths(zonal, cost, cell), float(own[cell]))
        assert got.near[cell] == sum(part > NEAR for part in parts)


@settings(max_examples=80)
@given(SEEDS)
def test_amounts_and_curvature_are_the_derivatives_of_the_smooth_dual(
    seed: int,
) -> None:
    """Hot, so that no share is cut off; supplies included."""
    instance = random_instance(seed, SHAPE, full=True)
    weight = instance.weight
    weight[np.abs(weight) < 0.1] = 0.4
    dual = Dual(to_zonal(instance))
    price = np.random.default_rng(seed).normal(0, 0.3, instance.n_rows)
    price = np.clip(price, dual.least, dual.most)
    scores = dual.zonal.score[np.isfinite(dual.zonal.score)]
    widest = float(scores.max() - scores.min())
    if widest > 1e3:  # differences of so large values tell nothing
        return
    event("has derivatives")
    temperature = max(3.0, widest) / float(dual.zonal.cell_size.min())
    here = dual.smooth(price, temperature)
    lines = dual.curvature(price, temperature, here.near)
    second = (lines.T @ lines).toarray()
    step = 1e-3
    for row in range(price.size):
        aside = np.zeros(price.size)
        aside[row] = step
        up, down = (dual.smooth(price + by, temperature) for by in (aside, -aside))
        slope = (up.value - down.value) / (2 * step)
        assert -slope == pytest.approx(here.amount[row], rel=1e-5, abs=1e-5)
        bend = (down.amount - up.amount) / (2 * step)
        np.testing.assert_allclose(second[row], bend, rtol=1e-3, atol=1e-3)


@settings(max_examples=120)
@given(SEEDS)
def test_whole_cells_add_up_to_the_shares_but_for_a_cell(seed: int) -> None:
    dual, price = _case(seed)
    zonal, temperature = dual.zonal, 0.7
    if not zonal.slot.shape[1]:
        return
    use, cost = dual.whole(price, temperature), zonal.costs(price)
    own = zonal.cell_size * np.float32(temperature)
    group = int(np.argmax([np.unique(slot).size for slot in zonal.slot.T]))
    off: dict[int, Floats] = {}
    for cell in range(zonal.n_cells):
        parts = np.array(
            naive.shares(naive.worths(zonal, cost, cell), float(own[cell]))
        )
        assert parts[use[cell]] > 0
        slot = int(zonal.slot[cell, group])
        if slot >= 0:
            parts[use[cell]] -= 1
            weight = float(zonal.weight[cell, group])
            off[slot] = off.get(slot, np.zeros(parts.size)) + weight * parts
    most = np.abs(zonal.weight[:, group]).max()
    for sums in off.values():
        assert (np.abs(sums) <= most + 1e-9).all()
