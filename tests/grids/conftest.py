from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grids.grid import Frame, Grid
from grids.inside import grid_in, province_outline
from grids.layers import Layer, Origin, Province
from grids.sources import LayerSource

ORIGIN = Origin("test", "2026", "CC0-1.0")


@pytest.fixture
def grid() -> Grid:
    inside = np.ones((4, 5), np.bool_)
    inside[0, 0] = inside[3, 4] = False
    return Grid(Frame(100, 100_000, 400_000, 4, 5), inside)


@pytest.fixture
def province(grid: Grid) -> Province:
    cells = np.arange(grid.n_cells)
    share = (cells / grid.n_cells).astype(np.float32)
    use = (cells % 3).astype(np.int32)
    zone = np.where(cells < 9, 0, 1).astype(np.int32)
    zone[-1] = -1
    labels = {0: "farmland", 1: "grassland", 2: "built_up"}
    names = {0: "'s-Heerenhoek", 1: "Súdwest-Fryslân"}
    layers = [
        Layer("natura2000", "fraction", share, "1", ORIGIN),
        Layer("elevation", "value", (cells - 9).astype(np.float32), "m NAP", ORIGIN),
        Layer("station", "distance", (cells * 100).astype(np.float32), "m", ORIGIN),
        Layer("current_use", "class", use, "1", ORIGIN, labels),
        Layer("municipality", "zone", zone, "1", ORIGIN, names),
    ]
    available = np.full(grid.n_cells, 0.75, np.float32)
    return Province("test", grid, {layer.name: layer for layer in layers}, available)


@pytest.fixture(scope="session")
def zeeland_source(shared_data: Path) -> LayerSource:
    return LayerSource(
        "province",
        "fraction",
        shared_data / "cbs_admin_certegis" / "provincies_rd.gpkg",
        origin=ORIGIN,
        where="provincie = 'Zeeland'",
    )


@pytest.fixture(scope="session")
def zeeland_outline(zeeland_source: LayerSource) -> Any:
    return province_outline(zeeland_source)


@pytest.fixture(scope="session")
def zeeland(zeeland_outline: Any) -> Grid:
    return grid_in(zeeland_outline, 100)


@pytest.fixture(scope="session")
def coarse(zeeland_outline: Any) -> Grid:
    """Zeeland in cells of 250 m."""
    return grid_in(zeeland_outline, 250)


@pytest.fixture(scope="session")
def regulation(shared_data: Path) -> Path:
    folder = shared_data / "zeeland_omgevingsverordening"
    return folder / "zeeland_omgevingsverordening_rd.gpkg"
