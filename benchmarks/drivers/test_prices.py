"""One pass over cells and uses, then prices from a sample to all cells."""

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.spec import Size, Spec
from solver.dual import Dual
from solver.levels import price_rows
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import to_zonal

SETTINGS = Settings(gap=1e-4)


@cases("prices")
def test_lay_out(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    zonal = benchmark(to_zonal, instance_of(spec, size))
    benchmark.extra_info["groups"] = zonal.slot.shape[1]
    assert zonal.n_cells == instance_of(spec, size).n_cells


@cases("prices")
def test_pass(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    dual = Dual(to_zonal(instance_of(spec, size)))
    price = np.zeros(dual.zonal.n_rows)
    dual.best(price)  # compiled before the clock runs
    assert np.isfinite(benchmark(dual.best, price).bound)


@cases("prices")
def test_prices(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    zonal = to_zonal(instance_of(spec, size))
    price_rows(Dual(zonal), SETTINGS, Watch())

    def priced() -> tuple[float, float]:
        dual = Dual(zonal)
        return price_rows(dual, SETTINGS, Watch()).best.bound, dual.passes

    bound, passes = benchmark.pedantic(priced, rounds=1)
    benchmark.extra_info["passes"] = passes
    assert bound <= Dual(zonal).best(np.zeros(zonal.n_rows)).bound
