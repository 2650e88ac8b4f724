"""The integer program over the cells that prices leave undecided."""

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.spec import Size, Spec
from solver.highs import relax
from solver.near import search_near
from solver.program import to_program
from solver.settings import Settings
from solver.watch import Watch

SETTINGS = Settings(gap=0.01, time_limit_s=60)


@cases("core")
def test_near(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    program = to_program(instance_of(spec, size))
    relaxed = relax(program, Watch())
    arguments = program, relaxed, SETTINGS, Watch(60)
    value = benchmark.pedantic(search_near, arguments, rounds=1)
    assert value.size in (0, program.n_columns)
