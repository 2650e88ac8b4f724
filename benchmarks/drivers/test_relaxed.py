"""The whole relaxation by HiGHS: prices, at the cost that engines must beat."""

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.spec import Size, Spec
from solver.highs import relax
from solver.program import to_program
from solver.watch import Watch


@cases("relaxed")
def test_relaxed(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    program = to_program(instance_of(spec, size))
    relaxed = benchmark.pedantic(relax, (program, Watch()), rounds=1)
    benchmark.extra_info["iterations"] = relaxed.iterations
    assert relaxed.value.size == program.n_columns
