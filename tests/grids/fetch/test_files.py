"""Whole files: in a ZIP, from an ATOM feed; and parts of a GeoTIFF."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
import pyogrio
import pytest
from numpy.typing import NDArray

from grids.data_sets import DataSet, Service
from grids.fetch import ranged
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from grids.grid import Grid
from grids.layers import Origin
from grids.read import read_layer
from grids.sources import LayerSource
from tests.grids.fetch.loopback import Answer, Respond, Site, served

QUICK = Manners(timeout_s=5, tries=2, wait_s=0.01, allow_private=True)
BOX = (20_000.0, 380_000.0, 40_000.0, 400_000.0)
NATURA = "natura2000/natura2000_rd_simpl10m.gpkg"


def _fetch(
    folder: Path, kind: Any, url: str, name: str | None = None, box: Any = BOX
) -> Fetched:
    words = {"nl": "x", "en": "x"}
    service = Service(kind, url, "test", "2026", name)
    data_set = DataSet(words, "t", "o", "l", "a", words, words, {}, (service,))
    with Client(Store(folder / "cache"), QUICK) as client:
        return fetch_data_set(client, "x", data_set, box, folder / "data")


def _static(folder: Path) -> Respond:
    """A plain server of files, with ranges and validators."""

    def respond(path: str, _: dict[str, str], headers: dict[str, str]) -> Answer:
        file = folder / path.lstrip("/")
        if not file.is_file():
            return Answer(b"not here", 404)
        body, tag = file.read_bytes(), {"ETag": f'"{file.stat().st_mtime_ns}"'}
        if "range" not in headers:
            return Answer(body, headers=tag)
        start, stop = headers["range"].removeprefix("bytes=").split("-")
        part = body[int(start) : int(stop) + 1 if stop else None]
        said = f"bytes {start}-{int(start) + len(part) - 1}/{len(body)}"
        return Answer(part, 206, tag | {"Content-Range": said})

    return respond


def _box(grid: Grid) -> tuple[float, ...]:
    west, south, east, north = grid.frame.bounds_m
    return (west - 10_000, south - 10_000, east + 10_000, north + 10_000)


def _fraction(path: Path, table: str, grid: Grid) -> NDArray[Any]:
    source = LayerSource("x", "fraction", path, origin=Origin("t"), table=table)
    return read_layer(source, grid, 0).values


@pytest.mark.parametrize("form", ["gpkg", "shp"])
def test_a_file_in_a_zip_gives_the_grid_of_the_file(
    tmp_path: Path, shared_data: Path, coarse: Grid, form: str
) -> None:
    held = pyogrio.read_dataframe(shared_data / NATURA)
    made = tmp_path / "made"
    made.mkdir()
    if form == "shp":
        pyogrio.write_dataframe(held[["geometry"]], made / "areas.shp")
    else:
        (made / "areas.gpkg").write_bytes((shared_data / NATURA).read_bytes())
    with ZipFile(tmp_path / "x.zip", "w", ZIP_DEFLATED) as file:
        file.writestr("read me.txt", "hello")
        for one in made.iterdir():
            file.write(one, f"deep/{one.name}")
    with served(_static(tmp_path)) as site:
        found = _fetch(tmp_path, "download", f"{site.url}/x.zip", box=_box(coarse))
    assert found.failures == ()
    assert found.path is not None
    fetched = _fraction(found.path, "x", coarse)
    from_file = _fraction(shared_data / NATURA, "natura2000", coarse)
    np.testing.assert_array_equal(fetched, from_file)
    assert from_file.sum() > 200


def _escaping(file: ZipFile) -> None:
    file.writestr("../../x.gpkg", "SQLite format 3\0")


def _link(file: ZipFile) -> None:
    info = ZipInfo("a.gpkg")
    info.external_attr = 0o120777 << 16
    file.writestr(info, "/etc/passwd")


def _bomb(file: ZipFile) -> None:
    file.writestr("a.gpkg", bytes(120_000_000))


def _vrt(file: ZipFile) -> None:
    file.writestr("a.gml", b"<?xml version='1.0'?><OGRVRTDataSource/>")


def _two(file: ZipFile) -> None:
    file.writestr("a.gpkg", b"SQLite format 3\0")
    file.writestr("b.gpkg", b"SQLite format 3\0")


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        (_escaping, "x.zip must hold files of its own folder only"),
        (_link, "a.gpkg is a link"),
        (_bomb, "must hold at most 10,000 files and 100 MB"),
        (_vrt, "must hold its data itself"),
        (_two, "must be one of a.gpkg, b.gpkg, but no name is given"),
        (lambda file: file.writestr("a.txt", b"1"), "must be one of , but no name"),
    ],
)
def test_a_zip_that_is_not_sound_is_refused(
    tmp_path: Path, fill: Callable[[ZipFile], None], said: str
) -> None:
    with ZipFile(tmp_path / "x.zip", "w", ZIP_DEFLATED) as file:
        fill(file)
    with served(_static(tmp_path)) as site:
        found = _fetch(tmp_path, "download", f"{site.url}/x.zip")
    assert found.path is None
    assert said in found.failures[0]
    assert not list(tmp_path.rglob("entries/*"))
    assert not list(tmp_path.parent.glob("x.gpkg"))


FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:georss="http://www.georss.org/georss"><title>t</title>
<link rel="self" href="index.xml"/>{entries}</feed>"""

ENTRY = '<entry><title>{title}</title><link rel="{rel}" {more} href="{to}"/></entry>'


def _feeds(folder: Path, *entries: str) -> None:
    """A feed of data sets with one of files, as PDOK has it."""
    kind = 'type="application/atom+xml"'
    top = ENTRY.format(title="areas", rel="alternate", more=kind, to="areas.xml")
    (folder / "index.xml").write_text(FEED.format(entries=top))
    (folder / "areas.xml").write_text(FEED.format(entries="".join(entries)))


def test_the_file_of_a_feed_gives_the_grid_of_the_file(
    tmp_path: Path, shared_data: Path, coarse: Grid
) -> None:
    folder = tmp_path / "served"
    (folder / "downloads").mkdir(parents=True)
    (folder / "downloads" / "n2k.gpkg").write_bytes((shared_data / NATURA).read_bytes())
    (folder / "downloads" / "n2k.gml").write_text("<?xml version='1.0'?><a/>")
    entries = [
        ENTRY.format(title=f"as {form}", rel="alternate", more="", to=f"downloads/{to}")
        for form, to in (("GPKG", "n2k.gpkg"), ("GML", "n2k.gml"))
    ]
    _feeds(folder, *entries)
    with served(_static(folder)) as site:
        url = f"{site.url}/index.xml"
        unclear = _fetch(tmp_path / "1", "atom", url)
        assert "must pick one file of the feed" in unclear.failures[0]
        assert "n2k.gml, n2k.gpkg" in unclear.failures[0]
        found = _fetch(tmp_path / "2", "atom", url, "as gpkg", _box(coarse))
    assert found.failures == ()
    assert found.path is not None
    np.testing.assert_array_equal(
        _fraction(found.path, "x", coarse),
        _fraction(shared_data / NATURA, "natura2000", coarse),
    )


def test_only_the_tiles_that_are_near_are_asked_for(
    tmp_path: Path, shared_data: Path, coarse: Grid
) -> None:
    """Tiles whose features overlap: what lies on a border comes once."""
    folder = tmp_path / "served"
    folder.mkdir()
    held = pyogrio.read_dataframe(shared_data / NATURA)
    entries = []
    for west, south in ((0, 340_000), (0, 390_000), (60_000, 380_000), (2e5, 5e5)):
        tile = held.cx[west : west + 100_000, south : south + 50_000]
        name = f"t{west:.0f}_{south:.0f}.gpkg"
        pyogrio.write_dataframe(tile, folder / name)
        left, low, right, high = tile.to_crs("OGC:CRS84").total_bounds
        more = f'bbox="{low} {left} {high} {right}"'
        entries.append(ENTRY.format(title="tile", rel="section", more=more, to=name))
    _feeds(folder, *entries)
    with served(_static(folder)) as site:
        url = f"{site.url}/index.xml"
        found = _fetch(tmp_path, "atom", url, box=_box(coarse))
        assert "/t200000_500000.gpkg" not in site.asked
        assert len(site.asked) == 5
    assert found.failures == ()
    assert found.path is not None
    names = pyogrio.read_dataframe(found.path)["naam"]
    assert len(names) == len(set(names))
    np.testing.assert_array_equal(
        _fraction(found.path, "x", coarse),
        _fraction(shared_data / NATURA, "natura2000", coarse),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html>no", "gives a web page"),
        ("<?xml version='1.0'?><a/>", "must be an ATOM feed, got a"),
        ("<feed", "must be a feed in XML"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "without DOCTYPE"),
        (FEED.format(entries=""), "must pick one file of the feed"),
        (
            FEED.format(
                entries=ENTRY.format(
                    title="a", rel="alternate", more="", to="file:///etc/a.gpkg"
                )
            ),
            "address must begin with https://",
        ),
    ],
)
def test_a_feed_that_is_none_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "index.xml").write_text(text)
    with served(_static(tmp_path)) as site:
        found = _fetch(tmp_path, "atom", f"{site.url}/index.xml")
    assert found.path is None
    assert said in found.failures[0]


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
    with served(_static(folder)) as site:
        found = _fetch(tmp_path, "cog", f"{site.url}/a.tif", box=box)
        assert all("range" in one for one in site.headers)
        whole = (folder / "a.tif").stat().st_size
        assert 0 < _n_bytes(site) < whole / 3
        asked = len(site.asked)
        again = _fetch(tmp_path, "cog", f"{site.url}/a.tif", box=box)
        assert (again.sha256, len(site.asked)) == (found.sha256, asked)
    cells, step = _cells(found)
    top, left = (400_000 - 376_000) // 25, 20_000 // 25
    np.testing.assert_array_equal(cells, held[top : top + 240, left : left + 240])
    assert (step.c, step.f, step.a) == (20_000, 376_000, 25)


def test_finer_cells_are_averaged_and_no_data_stays_none(tmp_path: Path) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    held = _cog(folder, 5, 1500)
    with served(_static(folder)) as site:
        box = (-500.0, 393_000.0, 7_000.0, 400_100.0)
        found = _fetch(tmp_path, "cog", f"{site.url}/a.tif", box=box)
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
    with served(_static(folder)) as site:
        box = (0.0, 393_000.0, 7_000.0, 400_000.0)
        found = _fetch(tmp_path, "cog", f"{site.url}/a.tif", box=box)
    assert "averaged to cells of 25 m first: 1 million cells" in found.failures[0]


@pytest.mark.parametrize("way", ["whole", "html", "changed", "none", "elsewhere"])
def test_what_is_no_cog_is_told(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    _cog(folder, 25, 1000)
    sound = _static(folder)
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
        found = _fetch(tmp_path, "cog", f"{site.url}/a.tif", box=box)
    assert found.path is None
    assert {
        "whole": "must give the part that was asked for, got status 200",
        "html": "must give the part that was asked for, got status 200",
        "changed": "changed while it was read",
        "none": "must be a GeoTIFF, but begins with",
        "elsewhere": "has nothing in the province",
    }[way] in found.failures[0]
