"""A large map is cut in regions that cover it once, and each only makes it better."""

import numpy as np
import pytest

from benchmarks.instances import compact as made
from solver.certificate import judge
from solver.engines.compact import compact
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.neighbours import to_neighbours
from solver.regions import Regions, cut, is_large
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import to_zonal

SMALL = 700
"""Cells of the largest region in these tests; the map has 2,500."""


@pytest.fixture(scope="module")
def province() -> Instance:
    return made.build(2_500, 7, 12, 1)


@pytest.fixture(autouse=True)
def small_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("solver.regions.LARGEST", SMALL)


@pytest.mark.parametrize("part", [0.5, 0.35, 0.65])
def test_regions_cover_every_cell_once(province: Instance, part: float) -> None:
    regions = list(cut(province, part))
    assert len(regions) > 1
    assert max(region.size for region in regions) <= SMALL
    cells = np.sort(np.concatenate(regions))
    assert np.array_equal(cells, np.arange(province.n_cells))
    for region in regions:
        rows, cols = province.cell_row[region], province.cell_col[region]
        sides = sorted((int(np.ptp(rows)) + 1, int(np.ptp(cols)) + 1))
        assert sides[1] <= 4 * sides[0]


def test_regions_make_a_rough_plan_better(province: Instance) -> None:
    rough = solve(province, Settings(gap=0.2, time_limit_s=20), engine="compact")
    assert rough.allocation is not None
    settings = Settings(gap=1e-6, time_limit_s=20)
    incumbent = Incumbent(province, settings.gap, Watch(20), "test")
    incumbent.offer(rough.allocation)
    regions = Regions(
        incumbent, settings, (to_zonal(province), to_neighbours(province)), compact
    )
    regions.run()
    assert regions.count >= 4
    assert incumbent.best is not None
    worth = judge(province, incumbent.best)
    assert not worth.broken
    assert worth.objective == pytest.approx(incumbent.objective)
    assert incumbent.objective > rough.objective
    assert incumbent.objective <= rough.bound


def test_a_large_instance_is_solved_by_regions(province: Instance) -> None:
    assert is_large(province)
    result = solve(province, Settings(gap=1e-5, time_limit_s=15), engine="compact")
    assert result.work["regions"] > 0
    assert result.allocation is not None
    assert not judge(province, result.allocation).broken
    assert result.gap < 0.02
