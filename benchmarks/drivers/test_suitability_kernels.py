"""Suitability of all uses: the fused pass, NumPy's expression, a copy of the bytes."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.instances.suitability import MAPS
from benchmarks.numpy_suitability import in_numpy

N_CELLS = 500_000

maps = pytest.mark.parametrize("name", MAPS)


@maps
def test_fused(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark.group = f"suitability {name}"
    these = MAPS[name](N_CELLS)
    wanted = in_numpy(these, np.float64)
    these.fused()  # compiled before the clock runs
    np.testing.assert_allclose(benchmark(these.fused), wanted, rtol=5e-6, atol=1e-6)


@maps
def test_numpy(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark.group = f"suitability {name}"
    assert np.isfinite(benchmark(in_numpy, MAPS[name](N_CELLS))).all()


@maps
def test_copy(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark.group = f"suitability {name}"
    source = np.ones(MAPS[name](N_CELLS).n_bytes // 8, np.float32)
    benchmark(np.copyto, np.zeros_like(source), source)
