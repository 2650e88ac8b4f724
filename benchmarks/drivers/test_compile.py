"""Instance to mixed-integer program."""

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.spec import Size, Spec
from solver.program import to_program


@cases("compile")
def test_compile(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    instance = instance_of(spec, size)
    program = benchmark(to_program, instance)
    assert program.n_assignments == instance.allowed[1:].sum()
