"""Polygons to shares of cells: 200 discs over a square of a province's size."""

import numpy as np
import pytest
import shapely
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import FULL
from grids.grid import Frame
from grids.rasterise import fractions

WIDTH_M = 50_000
N_DISCS = 200


@pytest.mark.parametrize("cell_m", (500, 250, 100) if FULL else (500,))
def test_rasterise(benchmark: BenchmarkFixture, cell_m: int) -> None:
    rng = np.random.default_rng(1)
    side = WIDTH_M // cell_m
    frame = Frame(cell_m, 0, WIDTH_M, side, side)
    centre = shapely.points(rng.uniform(0, WIDTH_M, (N_DISCS, 2)))
    discs = shapely.buffer(centre, rng.uniform(200, 2_000, N_DISCS))
    plane = benchmark(fractions, discs, frame)
    land = shapely.box(0, 0, WIDTH_M, WIDTH_M)
    covered = shapely.union_all(discs).intersection(land).area
    assert plane.sum(dtype=float) * cell_m**2 == pytest.approx(covered, rel=1e-6)
