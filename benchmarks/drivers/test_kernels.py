"""Membership curves: the kernel against NumPy's expression for the same map."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from model.kernels.membership import piecewise_linear

X = np.array([0.0, 800.0, 5_000.0])
Y = np.array([1.0, 1.0, 0.0])
VALUES = np.random.default_rng(1).uniform(0, 8_000, 300_000).astype(np.float32)


@pytest.mark.benchmark(group="membership")
def test_kernel(benchmark: BenchmarkFixture) -> None:
    piecewise_linear(VALUES, X, Y)  # compiled before the clock runs
    worth = benchmark(piecewise_linear, VALUES, X, Y)
    np.testing.assert_allclose(worth, np.interp(VALUES, X, Y), atol=1e-5)


@pytest.mark.benchmark(group="membership")
def test_numpy(benchmark: BenchmarkFixture) -> None:
    worth = benchmark(np.interp, VALUES, X, Y)
    assert worth.shape == VALUES.shape
