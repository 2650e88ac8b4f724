"""Compile, relax, solve to a gap, and allocate greedily; work counts beside time."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.registry import CASES, IDS, Spec
from solver.highs import relax
from solver.program import to_program
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch

cases = pytest.mark.parametrize(("spec", "size"), CASES, ids=IDS)


@cases
def test_compile(benchmark: BenchmarkFixture, spec: Spec, size: int) -> None:
    program = benchmark(to_program, spec.build(size))
    assert program.n_assignments > 0


@cases
def test_relaxed(benchmark: BenchmarkFixture, spec: Spec, size: int) -> None:
    program = to_program(spec.build(size))
    relaxed = benchmark.pedantic(relax, (program, Watch()), rounds=3)
    benchmark.extra_info["iterations"] = relaxed.iterations
    assert relaxed.value.size == program.n_columns


@cases
def test_exact(benchmark: BenchmarkFixture, spec: Spec, size: int) -> None:
    instance = spec.build(size)
    settings = Settings(gap=0.01, time_limit_s=300)
    result = benchmark.pedantic(solve, (instance, settings), rounds=1)
    benchmark.extra_info["gap"] = result.gap
    assert result.gap <= settings.gap


@cases
def test_sequential(benchmark: BenchmarkFixture, spec: Spec, size: int) -> None:
    instance = spec.build(size)
    result = benchmark(solve, instance, Settings(), engine="sequential")
    assert result.allocation is None or result.objective == result.objective
