"""From instance to certified answer, by every engine there is."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.methods import Method
from benchmarks.spec import Size, Spec
from benchmarks.unsuited import UnsuitedError
from solver.result import Result
from solver.route import ENGINES
from solver.settings import Settings
from solver.status import Status
from solver.watch import Watch

SETTINGS = Settings(gap=0.01, time_limit_s=300)


@pytest.mark.parametrize("engine", ENGINES)
@cases("solve")
def test_solve(
    benchmark: BenchmarkFixture, spec: Spec, size: Size, engine: str
) -> None:
    instance = instance_of(spec, size)

    def solve() -> Result:
        watch = Watch(SETTINGS.time_limit_s)
        return Method(engine, "engine").solve(instance, SETTINGS, watch)

    try:
        result = benchmark.pedantic(solve, rounds=1, warmup_rounds=1)
    except UnsuitedError as reason:
        pytest.skip(f"{reason}")
    benchmark.extra_info["gap"] = result.gap
    benchmark.extra_info["work"] = dict(result.work)
    assert result.status is not Status.INFEASIBLE  # the hidden plan shows that it fits
    assert result.allocation is None or result.objective <= result.bound
