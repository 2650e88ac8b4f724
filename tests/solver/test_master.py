"""Plans put together from patches: what a program says of them, the judge says too."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge, row_values
from solver.instance import Instance
from solver.kernels.repair import Sizes
from solver.master import chosen_uses, patch_points, to_master
from solver.moves import Mover
from solver.neighbours import to_neighbours
from solver.plane import Plane
from solver.pool import Grower, Pool
from solver.supplies import best_supply
from solver.zonal import Zonal, to_zonal
from tests.solver.random_instances import (
    SEEDS,
    Shape,
    on_a_plane,
    random_instance,
    random_use,
)

SHAPE = Shape(n_cells=16, n_uses=4, n_rows=5, n_supplies=1)


def case(seed: int) -> tuple[Instance, Zonal, Mover, Pool]:
    """An instance whose rows give way at a price, and the patches of an answer."""
    instance = on_a_plane(random_instance(seed, SHAPE), seed)
    rng = np.random.default_rng(seed)
    price = rng.choice([0.05, 0.5, 3.0], instance.n_rows)
    instance = replace(
        instance,
        rows=replace(instance.rows, shortfall_price=price),
        touch=np.zeros_like(instance.touch),
    )
    zonal = to_zonal(instance)
    mover = Mover.of(instance, zonal, to_neighbours(instance))
    pool = Pool()
    answer = random_use(instance, np.random.default_rng(seed))
    pool.add_answer(Plane.of(instance), answer, nothing(instance))
    return instance, zonal, mover, pool


def nothing(instance: Instance) -> NDArray[np.int8]:
    return np.zeros(instance.n_cells, np.int8)


@settings(max_examples=150)
@given(SEEDS)
def test_the_patches_of_an_answer_are_the_answer(seed: int) -> None:
    instance, _, _, pool = case(seed)
    use = random_use(instance, np.random.default_rng(seed))
    value = np.ones(len(pool.use))
    np.testing.assert_array_equal(chosen_uses(pool, value, nothing(instance)), use)
    for number, cells in zip(pool.use, pool.cells, strict=True):
        assert (use[cells] == number).all()


@settings(max_examples=150)
@given(SEEDS)
def test_one_patch_is_worth_what_the_judge_says(seed: int) -> None:
    instance, zonal, mover, pool = case(seed)
    stays = nothing(instance)
    points = patch_points(zonal.score, mover.land, pool, stays)
    price = zonal.price
    program = to_master(zonal, mover.land, pool, stays, price)
    size = max(1.0, float(np.abs(instance.score).max()))
    supply = np.zeros(instance.n_supplies)
    empty = judge(instance, Allocation(stays, supply))
    for at in range(len(pool.use)):
        value = np.zeros(len(pool.use))
        value[at] = 1.0
        answer = Allocation(chosen_uses(pool, value, stays), supply)
        got = row_values(instance, answer)
        missed = np.maximum(instance.rows.low - got, got - instance.rows.high)
        none = row_values(instance, Allocation(answer.use * 0, supply))
        before = np.maximum(instance.rows.low - none, none - instance.rows.high)
        paid = float(price @ (np.maximum(missed, 0) - np.maximum(before, 0)))
        gained = judge(instance, answer).objective - empty.objective + paid
        assert points[at] == pytest.approx(gained, abs=1e-4 * size)
        columns = np.zeros(program.n_columns)
        columns[at] = 1.0
        rows = program.matrix[program.n_cell_rows :] @ columns
        np.testing.assert_allclose(rows, got - none, atol=1e-6)


@settings(max_examples=100)
@given(SEEDS)
def test_candidates_that_share_a_cell_exclude_each_other(seed: int) -> None:
    instance, zonal, mover, pool = case(seed)
    grower = Grower(zonal, mover.land, Plane.of(instance))
    grower.grow(pool, zonal.score, nothing(instance))
    if not pool.use:
        return
    program = to_master(zonal, mover.land, pool, nothing(instance), zonal.price)
    packing = program.matrix[: program.n_cell_rows].toarray()
    for one in range(len(pool.use)):
        for other in range(one):
            shared = np.intersect1d(pool.cells[one], pool.cells[other]).size > 0
            excluded = bool((packing[:, one] * packing[:, other]).any())
            assert shared == excluded


@settings(max_examples=100)
@given(SEEDS)
def test_grown_candidates_are_connected_and_allowed(seed: int) -> None:
    instance, zonal, mover, _ = case(seed)
    plane, pool = Plane.of(instance), Pool()
    Grower(zonal, mover.land, plane).grow(pool, zonal.score, nothing(instance))
    for number, cells in zip(pool.use, pool.cells, strict=True):
        inside = np.zeros(instance.n_cells, np.bool_)
        inside[cells] = True
        assert plane.patches(inside).max() == 1
        assert instance.allowed[number, cells].all()


@settings(max_examples=100)
@given(SEEDS)
def test_grown_candidates_keep_the_sizes_of_their_use(seed: int) -> None:
    instance, zonal, mover, _ = case(seed)
    rng = np.random.default_rng(seed)
    least = rng.integers(0, 7, instance.n_uses, np.int32)
    most = np.where(rng.random(instance.n_uses) < 0.5, 0, least + 2).astype(np.int32)
    pool = Pool()
    grower = Grower(zonal, mover.land, Plane.of(instance), Sizes(least, most))
    grower.grow(pool, zonal.score, nothing(instance))
    for number, cells in zip(pool.use, pool.cells, strict=True):
        assert cells.size >= least[number]
        assert not most[number] or cells.size <= most[number]


def test_of_many_candidates_those_that_lose_least_are_kept_for_every_use() -> None:
    cells = [np.arange(at, at + 2, dtype=np.int32) for at in range(8)]
    pool = Pool([1, 1, 1, 1, 2, 2, 2, 2], cells)
    loss = np.array([9.0, 3.0, 1.0, 2.0, 5.0, 0.5, 0.1, 7.0])
    kept = pool.best(1, loss, 2)
    assert kept.use == [1, 1, 1, 2, 2]
    assert [int(each[0]) for each in kept.cells] == [0, 2, 3, 5, 6]


@settings(max_examples=150)
@given(SEEDS)
def test_no_other_supply_is_worth_more(seed: int) -> None:
    instance, zonal, _, _ = case(seed)
    rng = np.random.default_rng(seed)
    use = random_use(instance, rng)
    best = best_supply(zonal, zonal.amounts(use), zonal.price)
    worth = judge(instance, Allocation(use, best)).objective
    size = max(1.0, abs(worth))
    for _ in range(20):
        other = instance.supplies.cap * rng.random(instance.n_supplies)
        assert judge(instance, Allocation(use, other)).objective <= worth + 1e-5 * size
