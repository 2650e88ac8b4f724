"""Whole files: in a ZIP, and from an ATOM feed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
import pyogrio
import pytest
from numpy.typing import NDArray

from grids.data_sets import DataSet, Service
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from grids.grid import Grid
from grids.layers import Origin
from grids.read import read_layer
from grids.sources import LayerSource
from tests.grids.fetch.loopback import files_in, served

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
    with served(files_in(tmp_path)) as site:
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
    with served(files_in(tmp_path)) as site:
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
    with served(files_in(folder)) as site:
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
    with served(files_in(folder)) as site:
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
    with served(files_in(tmp_path)) as site:
        found = _fetch(tmp_path, "atom", f"{site.url}/index.xml")
    assert found.path is None
    assert said in found.failures[0]
