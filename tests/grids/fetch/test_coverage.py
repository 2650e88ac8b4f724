"""A WCS on loopback that gives the parts of one raster."""

from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from numpy.typing import NDArray
from rasterio.io import MemoryFile

from grids.data_sets import DataSet, Recipe, Service
from grids.fetch import coverage
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from grids.grid import Frame, Grid
from grids.layers import Origin
from grids.read import read_layer
from grids.sources import LayerSource
from tests.grids.fetch.loopback import Answer, Respond, Site, served

CELL_M = coverage.CELL_M
WHOLE = Frame(CELL_M, 100_000, 400_000, 120, 140)


@pytest.fixture
def height() -> NDArray[np.float32]:
    """Heights in which no two cells are alike, with a lake without."""
    found = np.arange(WHOLE.rows * WHOLE.cols, dtype=np.float32).reshape(WHOLE.shape)
    found[50:60, 30:50] = np.nan
    return (found / 1000).astype(np.float32)


def _wcs(height: NDArray[np.float32], shift_m: float = 0) -> Respond:
    def respond(_: str, query: dict[str, str], __: dict[str, str]) -> Answer:
        assert query["coverage"] == "dtm"
        west, south, east, north = (float(edge) for edge in query["bbox"].split(","))
        col = round((west - WHOLE.west_m) / CELL_M)
        row = round((WHOLE.north_m - north) / CELL_M)
        cols, rows = round((east - west) / CELL_M), round((north - south) / CELL_M)
        part = height[row : row + rows, col : col + cols]
        step = Affine(CELL_M, 0, west + shift_m, 0, -CELL_M, north)
        with MemoryFile() as memory:
            with memory.open(
                driver="GTiff",
                width=cols,
                height=rows,
                count=1,
                dtype="float32",
                crs="EPSG:28992",
                transform=step,
                nodata=-9999,
            ) as file:
                file.write(np.nan_to_num(part, nan=-9999), 1)
            return Answer(memory.read(), headers={"Content-Type": "image/tiff"})

    return respond


def _fetch(folder: Path, site: Site) -> Fetched:
    words = {"nl": "x", "en": "x"}
    service = Service("wcs", site.url, "test", "2026", "dtm")
    layers = {"elevation": Recipe("value", unit="m NAP")}
    data_set = DataSet(words, "t", "o", "l", "a", words, words, layers, (service,))
    west, south, east, north = WHOLE.bounds_m
    box = (west + CELL_M, south + CELL_M, east - 10, north - CELL_M)
    manners = Manners(tries=1, allow_private=True)
    with Client(Store(folder / "cache"), manners) as client:
        return fetch_data_set(client, "elevation", data_set, box, folder / "data")


def test_tiles_make_the_grid_of_the_whole(
    tmp_path: Path, height: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coverage, "SIDE", 50)
    with served(_wcs(height)) as site:
        found = _fetch(tmp_path, site)
        assert len(site.asked) == 3 * 3
    assert found.failures == ()
    assert found.path == tmp_path / "data" / "elevation.tif"
    assert found.n_features == 118 * 139 - 200
    whole = tmp_path / "whole.tif"
    coverage.write_raster(whole, WHOLE, height)
    inside = np.ones((25, 30), np.bool_)
    grid = Grid(Frame(100, 100_200, 399_800, 25, 30), inside)
    layers = [
        read_layer(
            LayerSource(
                "elevation",
                "value",
                path,
                origin=Origin("t"),
                resample="average",
                fill=0,
            ),
            grid,
            0,
        )
        for path in (whole, found.path)
    ]
    np.testing.assert_array_equal(layers[1].values, layers[0].values)
    assert len(np.unique(layers[0].values)) > 700


def test_a_tile_that_lies_elsewhere_is_refused(
    tmp_path: Path, height: NDArray[np.float32]
) -> None:
    with served(_wcs(height, shift_m=12.5)) as site:
        found = _fetch(tmp_path, site)
    assert found.path is None
    assert "must give 118 x 139 cells at the place" in found.failures[0]
    assert not list(tmp_path.glob("data/*"))


def test_what_is_no_raster_is_told(tmp_path: Path) -> None:
    report = (
        b"<?xml version='1.0'?><ServiceExceptionReport><ServiceException>"
        b"too big</ServiceException></ServiceExceptionReport>"
    )
    for body, said in ((report, "refuses"), (b"II*\0", "must be readable, but")):
        with served(lambda *_, body=body: Answer(body)) as site:
            found = _fetch(tmp_path, site)
        assert said in found.failures[0]
