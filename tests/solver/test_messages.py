"""Messages prove bounds, whatever they are; and good ones prove the optimum nearly."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from solver.dual import Dual
from solver.instance import Instance
from solver.messages import Messages
from solver.neighbours import to_neighbours
from solver.zonal import to_zonal
from tests.naive.neighbours_dual import best, edges_cost, every_use
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance

TINY = Shape(n_cells=6, n_uses=3, n_rows=3, n_supplies=1, has_tiny=False)


def made(instance: Instance) -> Messages:
    return Messages(instance, Dual(to_zonal(instance)), to_neighbours(instance))


def tiny(seed: int) -> Instance:
    return on_a_plane(random_instance(seed, TINY), seed)


def some_price(messages: Messages, rng: np.random.Generator) -> np.ndarray:
    dual = messages.dual
    price = rng.normal(0, rng.choice([0.0, 0.5, 5.0]), dual.zonal.n_rows)
    return np.asarray(np.clip(price, dual.least, dual.most))


@settings(max_examples=2_000)
@given(SEEDS)
def test_no_answer_exceeds_the_bound_of_any_messages_at_any_prices(seed: int) -> None:
    instance, rng = tiny(seed), np.random.default_rng(seed)
    messages = made(instance)
    optimum = best(instance)
    for turns in (0, 1, 3):
        for _ in range(turns):
            messages.send(some_price(messages, rng))
        bound = messages.bound(some_price(messages, rng))
        assert bound >= optimum - 1e-9 * max(1.0, abs(optimum))


@settings(max_examples=150)
@given(SEEDS)
def test_without_rows_a_tree_of_cells_is_solved_exactly(seed: int) -> None:
    """On one line of cells the relaxation has no gap, so messages must find it."""
    instance = tiny(seed)
    n = instance.n_cells
    rows = replace(
        instance.rows,
        low=np.full(instance.n_rows, -np.inf),
        high=np.full(instance.n_rows, np.inf),
    )
    line = replace(
        instance,
        rows=rows,
        cell_row=np.zeros(n, np.int32),
        cell_col=np.arange(n, dtype=np.int32),
    )
    messages = made(line)
    price = np.zeros(line.n_rows)
    for _ in range(3):
        messages.send(price)
    cells = np.arange(n)
    wanted = max(
        float(line.score[use, cells].astype(np.float64).sum()) - edges_cost(line, use)
        for use in every_use(line)
    )
    supplies = float((line.supplies.cap * np.maximum(line.supplies.value, 0)).sum())
    size = max(1.0, float(np.abs(line.score).max()))
    assert messages.bound(price) == pytest.approx(
        wanted + supplies, abs=2e-5 * n * size
    )


@settings(max_examples=100)
@given(SEEDS)
def test_passes_lower_the_bound(seed: int) -> None:
    instance = tiny(seed)
    messages = made(instance)
    price = some_price(messages, np.random.default_rng(seed))
    before = messages.bound(price)
    for _ in range(4):
        messages.send(price)
        now = messages.bound(price)
        size = float(np.abs(instance.score).max()) + float(np.abs(messages.cost).max())
        assert now <= before + 1e-5 * instance.n_cells * max(1.0, size)
        before = now


def test_the_general_messages_agree_with_those_of_boundaries() -> None:
    """A matrix that says what boundaries say must bound and suggest the same."""
    rng = np.random.default_rng(3)
    made_up = on_a_plane(random_instance(11, TINY, full=True), 11)
    instance = replace(made_up, touch=np.zeros((3, 3)))
    n = instance.n_uses
    matrix = (instance.boundary[:, None] + instance.boundary) / 2
    np.fill_diagonal(matrix, 0)
    other = replace(instance, boundary=np.zeros(n), touch=matrix)
    one, two = made(instance), made(other)
    price = some_price(one, rng)
    for _ in range(2):
        one.send(price)
        two.send(price)
    assert one.bound(price) == pytest.approx(two.bound(price), rel=1e-6)


def test_bounds_are_the_same_for_one_thread_and_two() -> None:
    import numba

    instance = on_a_plane(random_instance(5, Shape(60, 4, 2, 3, 5, 1), full=True), 5)
    found = []
    before = numba.get_num_threads()
    for threads in (1, before):
        numba.set_num_threads(threads)
        messages = made(instance)
        price = some_price(messages, np.random.default_rng(1))
        messages.send(price)
        found.append(messages.bound(price))
    numba.set_num_threads(before)
    assert found[0] == found[1]
