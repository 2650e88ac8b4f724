"""The same figures, to the last bit, for any number of threads."""

from dataclasses import astuple

import numba
import numpy as np
import pytest

from benchmarks.instances import couplings, soft
from solver.dual import Dual
from solver.route import solve
from solver.settings import Settings
from solver.zonal import to_zonal

MORE = min(2, numba.config.NUMBA_NUM_THREADS)


def _with_threads(n_threads: int, dual: Dual) -> list[object]:
    numba.set_num_threads(n_threads)
    n_rows = dual.zonal.n_rows
    price = np.random.default_rng(1).normal(0, 0.3, n_rows)
    best, smooth = dual.best(price), dual.smooth(price, 0.3)
    gains = dual.gains(price, smooth.near - 1)
    lines = dual.curvature(price, 0.3, smooth.near)
    return [
        *astuple(best),
        *astuple(smooth),
        *gains,
        lines.data,
        dual.whole(price, 0.3),
    ]


@pytest.mark.parametrize("n_cells", [1, 15, 17, 5_000])
def test_passes_give_the_same_bits_for_one_thread_and_two(n_cells: int) -> None:
    made = soft.build(max(400, n_cells), 20)
    cells = to_zonal(made)
    dual = Dual(cells.every(-(-made.n_cells // n_cells)))
    for one, two in zip(_with_threads(1, dual), _with_threads(MORE, dual), strict=True):
        assert np.asarray(one).tobytes() == np.asarray(two).tobytes()


@pytest.mark.parametrize("build", [soft.build, couplings.build], ids=["soft", "tied"])
def test_a_solve_gives_the_same_bits_for_one_thread_and_two(build: object) -> None:
    instance = build(1_500, 20)  # type: ignore[operator]
    found = []
    for n_threads in (1, MORE):
        numba.set_num_threads(n_threads)
        found.append(solve(instance, Settings(gap=5e-3), engine="prices"))
    first, second = found
    assert first.allocation is not None
    assert second.allocation is not None
    np.testing.assert_array_equal(first.allocation.use, second.allocation.use)
    np.testing.assert_array_equal(first.allocation.supply, second.allocation.supply)
    assert (first.objective, first.bound) == (second.objective, second.bound)
    assert first.row_price == second.row_price
    assert first.work == second.work
