"""One pass over cells and uses: the bound that given prices prove."""

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.spec import Size, Spec
from solver.bound import proven_bound
from solver.program import to_program


@cases("bound")
def test_bound(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    program = to_program(instance_of(spec, size))
    n_rows = program.matrix.shape[0] - program.n_cell_rows
    price = np.random.default_rng(1).normal(0.0, 0.1, n_rows)
    bound = benchmark(proven_bound, program, price)
    assert np.isfinite(bound)
