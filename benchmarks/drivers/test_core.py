"""The relaxation of a large instance by columns, at the prices found for it."""

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.spec import Size, Spec
from solver.columns import Columns, Generation
from solver.dual import Dual
from solver.levels import price_rows
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import to_zonal

SETTINGS = Settings(gap=1e-4)


@cases("core")
def test_core(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    instance = instance_of(spec, size)
    dual = Dual(to_zonal(instance))
    priced = price_rows(dual, SETTINGS, Watch())
    yield_price = 10 * priced.widest / dual.zonal.row_size
    lead = priced.best.margin / dual.zonal.cell_size
    most = np.sort(lead)[min(lead.size, 1_000) - 1] * dual.zonal.cell_size

    def relaxed() -> Columns:
        columns = Generation(instance, dual, priced)
        columns.open |= dual.near(priced.price, priced.best, most.astype(np.float32))
        enough = SETTINGS.gap * abs(priced.best.bound)
        return columns.solve(enough, yield_price, Watch())

    found = benchmark.pedantic(relaxed, rounds=1)
    benchmark.extra_info["columns"] = found.program.n_columns
    assert found.value <= priced.best.bound + 1e-6 * abs(priced.best.bound)
