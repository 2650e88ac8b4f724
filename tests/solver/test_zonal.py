"""Cells laid out for passes add up to what the certificate sums from the arrays."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import solver.zonal
from model.allocation import Allocation
from solver.certificate import row_values
from solver.instance import Instance
from solver.zonal import Zonal, to_zonal
from tests.solver.random_instances import SEEDS, Shape, random_instance, random_use

SHAPE = Shape(n_cells=30, n_uses=5, n_partitions=5, n_zones=4, n_rows=8)


def _agrees(instance: Instance, laid_out: Zonal, rng: np.random.Generator) -> None:
    use = random_use(instance, rng)
    nothing = np.zeros(instance.n_supplies)
    wanted = row_values(instance, Allocation(use, nothing))
    np.testing.assert_allclose(laid_out.amounts(use), wanted, rtol=1e-12, atol=1e-12)
    supply = instance.supplies.cap * rng.random(instance.n_supplies)
    wanted = row_values(instance, Allocation(use, supply))
    got = laid_out.amounts(use) + laid_out.supply_coef.T @ supply
    np.testing.assert_allclose(got, wanted, rtol=1e-12, atol=1e-12)


@settings(max_examples=150)
@given(SEEDS)
def test_amounts_are_those_of_the_certificate(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    _agrees(instance, to_zonal(instance), np.random.default_rng(seed))


@settings(max_examples=60)
@given(SEEDS, st.sampled_from([1, 3, 10]))
def test_partitions_with_too_many_combinations_stay_apart(seed: int, most: int) -> None:
    instance = random_instance(seed, SHAPE, full=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solver.zonal, "MOST_SLOTS", most)
        apart = to_zonal(instance)
    assert apart.slot.shape[1] >= to_zonal(instance).slot.shape[1]
    _agrees(instance, apart, np.random.default_rng(seed))


def test_partitions_of_one_weight_share_a_group_and_others_do_not() -> None:
    instance = random_instance(3, SHAPE, full=True)
    weight = np.ones_like(instance.weight)
    one = to_zonal(replace(instance, weight=weight))
    assert one.slot.shape[1] == 1
    weight = weight * np.arange(1, 6, dtype=np.float32)[:, None]
    counted = np.unique(instance.rows.entry_partition).size
    assert counted > 1
    assert to_zonal(replace(instance, weight=weight)).slot.shape[1] == counted


@settings(max_examples=60)
@given(SEEDS)
def test_amounts_of_parts_add_up_to_the_whole(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    laid_out, rng = to_zonal(instance), np.random.default_rng(seed)
    use = random_use(instance, rng)
    first = rng.random(instance.n_cells) < 0.5
    parts = [laid_out.amounts(use, np.nonzero(part)[0]) for part in (first, ~first)]
    np.testing.assert_allclose(sum(parts), laid_out.amounts(use), atol=1e-9)


@settings(max_examples=60)
@given(SEEDS)
def test_only_uses_that_may_come_have_a_score(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    score = to_zonal(instance).score.T
    np.testing.assert_array_equal(score[0], 0)
    allowed = instance.allowed[1:]
    np.testing.assert_array_equal(np.isfinite(score[1:]), allowed)
    np.testing.assert_array_equal(score[1:][allowed], instance.score[1:][allowed])


@settings(max_examples=60)
@given(SEEDS, st.integers(1, 7))
def test_a_sample_holds_every_so_many_cells_and_stands_for_all(
    seed: int, stride: int
) -> None:
    instance = random_instance(seed, SHAPE)
    laid_out = to_zonal(instance)
    sample = laid_out.every(stride)
    assert sample.n_cells * sample.times == pytest.approx(instance.n_cells)
    np.testing.assert_array_equal(sample.score, laid_out.score[::stride])
    np.testing.assert_array_equal(sample.slot, laid_out.slot[::stride])
    use = random_use(instance, np.random.default_rng(seed))
    cells = np.arange(0, instance.n_cells, stride)
    np.testing.assert_allclose(
        sample.amounts(use[::stride]), laid_out.amounts(use, cells), atol=1e-12
    )
    assert (sample.low <= laid_out.low).all()
    assert (sample.high >= laid_out.high).all()
    if stride == 1:
        np.testing.assert_array_equal(sample.low, laid_out.low)


@settings(max_examples=60)
@given(SEEDS)
def test_costs_are_what_prices_make_of_the_rows(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    laid_out, rng = to_zonal(instance), np.random.default_rng(seed)
    price = rng.normal(size=instance.n_rows)
    use = random_use(instance, rng)
    cost = laid_out.costs(price)
    paid = 0.0
    for cell, number in enumerate(use):
        for group in range(laid_out.slot.shape[1]):
            slot = laid_out.slot[cell, group]
            if slot >= 0:
                paid += float(laid_out.weight[cell, group]) * cost[slot, number]
    assert paid == pytest.approx(float(price @ laid_out.amounts(use)), abs=1e-9)
