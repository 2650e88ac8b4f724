"""A row that is left out is one that no answer can break."""

import itertools

import numpy as np
from hypothesis import given, settings

from solver.slack import may_bind, with_rows
from tests.naive.instance import row_values
from tests.solver.random_instances import SEEDS, Shape, random_instance

SHAPE = Shape(n_cells=3, n_uses=3, n_rows=5, n_supplies=1)


@settings(max_examples=80)
@given(SEEDS)
def test_no_answer_breaks_a_row_that_never_binds(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    instance.rows.low[::2] -= 6
    instance.rows.high[::2] += 6
    slack = ~may_bind(instance)
    uses = itertools.product(range(instance.n_uses), repeat=instance.n_cells)
    supplies = list(itertools.product(*((0.0, cap) for cap in instance.supplies.cap)))
    for use, supply in itertools.product(uses, supplies):
        value = np.array(row_values(instance, use, supply))
        fits = (instance.rows.low <= value) & (value <= instance.rows.high)
        assert fits[slack].all()


def test_wide_limits_never_bind_and_narrow_ones_may() -> None:
    instance = random_instance(11, SHAPE, full=True)
    instance.rows.low[:], instance.rows.high[:] = -1e3, 1e3
    assert not may_bind(instance).any()
    instance.rows.low[1], instance.rows.high[2] = 1e3, -1e3
    np.testing.assert_array_equal(np.nonzero(may_bind(instance))[0], [1, 2])


@settings(max_examples=60)
@given(SEEDS)
def test_the_rows_that_are_kept_have_the_same_values(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    rng = np.random.default_rng(seed)
    kept = rng.random(instance.n_rows) < 0.5
    fewer = with_rows(instance, kept)
    assert fewer.rows.name == tuple(np.array(instance.rows.name)[kept].tolist())
    use = tuple(rng.integers(0, instance.n_uses, instance.n_cells).tolist())
    supply = tuple(instance.supplies.cap.tolist())
    got, all_values = (row_values(of, use, supply) for of in (fewer, instance))
    np.testing.assert_array_equal(got, np.array(all_values)[kept])
