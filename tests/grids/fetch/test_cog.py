"""Parts of a GeoTIFF on a plain server of files, by range requests."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from grids.data_sets import DataSet, Service
from grids.fetch import ranged
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from tests.grids.fetch.loopback import Answer, Site, files_in, served

QUICK = Manners(timeout_s=5, tries=2, wait_s=0.01, allow_private=True)
BOX = (20_000.0, 380_000.0, 40_000.0, 400_000.0)


def _fetch(folder: Path, url: str, box: Any) -> Fetched:
    words = {"nl": "x", "en": "x"}
    service = Service("cog", url, "test", "2026")
    data_set = DataSet(words, "t", "o", "l", "a", words, words, {}, (service,))
    with Client(Store(folder / "cache"), QUICK) as client:
        return fetch_data_set(client, "x", data_set, box, folder / "data")


def _cog(folder: Path, cell_m: float, n: int, nodata: float = -9999) -> NDArray[Any]:
    """A COG of n x n cells with all numbers different, and a gap."""
    import rasterio
    from affine import Affine
    from rasterio.shutil import copy

    held = np.arange(n * n, dtype=np.float32).reshape(n, n)
    held[n // 2, n // 2 : n // 2 + 40] = nodata
    step = Affine(cell_m, 0, 0, 0, -cell_m, 400_000)
    plain = folder / "plain.tif"
    with rasterio.open(
        plain,
        "w",
        driver="GTiff",
        width=n,
        height=n,
        count=1,
        dtype="float32",
        crs="EPSG:28992",
        transform=step,
        nodata=nodata,
    ) as file:
        file.write(held, 1)
    copy(plain, folder / "a.tif", driver="COG", blocksize=256, overview_count=2)
    return np.where(held == nodata, np.nan, held)


def _cells(found: Fetched) -> tuple[Any, Any]:
    import rasterio

    assert found.path is not None, found.failures
    with rasterio.open(found.path) as file:
        return file.read(1), file.transform


def _n_bytes(site: Site) -> int:
    return sum(ranged.BLOCK for _ in site.asked)


def test_a_window_of_a_cog_costs_few_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    held = _cog(folder, 25, 2000)
    box = (20_010.0, 370_010.0, 26_000.0, 376_000.0)
    with served(files_in(folder)) as site:
        found = _fetch(tmp_path, f"{site.url}/a.tif", box=box)
        assert all("range" in one for one in site.headers)
        whole = (folder / "a.tif").stat().st_size
        assert 0 < _n_bytes(site) < whole / 3
        asked = len(site.asked)
        again = _fetch(tmp_path, f"{site.url}/a.tif", box=box)
        assert (again.sha256, len(site.asked)) == (found.sha256, asked)
    cells, step = _cells(found)
    top, left = (400_000 - 376_000) // 25, 20_000 // 25
    np.testing.assert_array_equal(cells, held[top : top + 240, left : left + 240])
    assert (step.c, step.f, step.a) == (20_000, 376_000, 25)


def test_finer_cells_are_averaged_and_no_data_stays_none(tmp_path: Path) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    held = _cog(folder, 5, 1500)
    with served(files_in(folder)) as site:
        box = (-500.0, 393_000.0, 7_000.0, 400_100.0)
        found = _fetch(tmp_path, f"{site.url}/a.tif", box=box)
    cells, step = _cells(found)
    assert (step.c, step.f, step.a) == (-500, 400_100, 25)
    blocks = held[:1400, :1400].reshape(280, 5, 280, 5)
    inside = cells[4:284, 20:]
    assert np.isnan(cells[:4]).all()
    assert np.isnan(cells[:, :20]).all()
    sound = ~np.isnan(blocks).any(axis=(1, 3))
    expected = blocks.mean(axis=(1, 3))
    np.testing.assert_allclose(inside[sound], expected[sound], rtol=1e-6)
    gap = np.isnan(blocks).all(axis=(1, 3))
    np.testing.assert_array_equal(np.isnan(inside), gap)


def test_too_fine_a_file_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    _cog(folder, 5, 1500)
    monkeypatch.setattr("grids.fetch.cog.MOST_CELLS", 1_900_000)
    with served(files_in(folder)) as site:
        box = (0.0, 393_000.0, 7_000.0, 400_000.0)
        found = _fetch(tmp_path, f"{site.url}/a.tif", box=box)
    assert "averaged to cells of 25 m first: 1 million cells" in found.failures[0]


@pytest.mark.parametrize("way", ["whole", "html", "changed", "none", "elsewhere"])
def test_what_is_no_cog_is_told(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    _cog(folder, 25, 1000)
    sound = files_in(folder)
    calls: list[str] = []

    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        calls.append(path)
        if way == "whole":
            return Answer((folder / "a.tif").read_bytes())
        if way == "html":
            return Answer(b"<html>moved")
        if way == "none":
            return Answer(b"x" * 9, 206, {"Content-Range": "bytes 0-8/9"})
        if way == "changed" and len(calls) > 1:
            (folder / "a.tif").touch()
        return sound(path, query, headers)

    box = BOX if way != "elsewhere" else (200_000.0, 380_000.0, 210_000.0, 390_000.0)
    with served(respond) as site:
        found = _fetch(tmp_path, f"{site.url}/a.tif", box=box)
    assert found.path is None
    assert {
        "whole": "must give the part that was asked for, got status 200",
        "html": "must give the part that was asked for, got status 200",
        "changed": "changed while it was read",
        "none": "must be a GeoTIFF, but begins with",
        "elsewhere": "has nothing in the province",
    }[way] in found.failures[0]
