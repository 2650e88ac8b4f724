"""Real servers with real layers: the grid that is fetched is the grid of the file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grids.data_sets import DataSet, Recipe, Service
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.province import COUNTRY
from grids.fetch.store import Store
from grids.grid import Grid
from grids.layers import Kind, Origin
from grids.read import read_layer
from grids.sources import LayerSource
from tests.grids.fetch.loopback import features_of
from tests.grids.fetch.mapserver import PROGRAM, mapserver
from tests.grids.fetch.pygeoapi_server import CRS84, RD, pygeoapi

MANNERS = Manners(timeout_s=20, tries=2, wait_s=0.1, allow_private=True)
HALO_M = 10_000

SETS: dict[str, tuple[str, str, Kind, str | None]] = {
    "natura2000": (
        *("natura2000/natura2000_rd_simpl10m.gpkg", "natura2000"),
        *("fraction", None),
    ),
    "hv_line": (
        *("grid_osm2017/heuristic_links_rd.gpkg", "heuristic_links"),
        *("distance", None),
    ),
    "municipality": (
        *("cbs_admin_certegis/gemeenten_rd.gpkg", "gemeenten"),
        *("zone", "gemeente"),
    ),
}


@pytest.fixture(scope="module")
def ogc_url(
    shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Every set in RD, and once more in longitude and latitude only; small pages."""
    folder = tmp_path_factory.mktemp("pygeoapi")
    collections: dict[str, tuple[Path, list[str]]] = {}
    for name, (file, table, _, _) in SETS.items():
        path = folder / f"{name}.geojson"
        features = features_of(shared_data / file, table)
        whole = {"type": "FeatureCollection", "features": features}
        path.write_text(json.dumps(whole), encoding="utf-8")
        collections |= {name: (path, [CRS84, RD]), f"{name}_84": (path, [CRS84])}
    with pygeoapi(folder, collections, most=6) as url:
        yield url


def _fetch(folder: Path, kind: Any, url: str, name: str, box: Any) -> Fetched:
    words = {"nl": "x", "en": "x"}
    service = Service(kind, url, "test", "2026", name)
    layers = {"natura2000": Recipe("fraction")}
    data_set = DataSet(words, "t", "o", "l", "a", words, words, layers, (service,))
    with Client(Store(folder / "cache"), MANNERS) as client:
        found = fetch_data_set(client, "x", data_set, box, folder / "data")
    assert found.failures == ()
    assert found.path is not None
    return found


def _box(grid: Grid) -> tuple[float, float, float, float]:
    west, south, east, north = grid.frame.bounds_m
    return (west - HALO_M, south - HALO_M, east + HALO_M, north + HALO_M)


def _layer(
    path: Path, table: str, kind: Kind, column: str | None, grid: Grid
) -> np.ndarray[Any, Any]:
    """Return the values of a layer; names rather than numbers of zones."""
    source = LayerSource(
        "x", kind, path, origin=Origin("t"), table=table, column=column
    )
    layer = read_layer(source, grid, HALO_M)
    if layer.kind != "zone":
        return layer.values
    labels = layer.labels or {}
    return np.array([labels.get(code, "") for code in layer.values.tolist()])


def _both(
    found: Fetched, shared_data: Path, name: str, grid: Grid
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    file, table, kind, column = SETS[name]
    assert found.path is not None
    fetched = _layer(found.path, "x", kind, column, grid)
    return fetched, _layer(shared_data / file, table, kind, column, grid)


@pytest.mark.parametrize("name", SETS)
def test_pygeoapi_in_rd_gives_the_grid_of_the_file(
    tmp_path: Path, shared_data: Path, coarse: Grid, ogc_url: str, name: str
) -> None:
    found = _fetch(tmp_path, "ogc-features", ogc_url, name, _box(coarse))
    assert found.n_features > 2 * 6  # more than two of the server's pages
    fetched, from_file = _both(found, shared_data, name, coarse)
    np.testing.assert_array_equal(fetched, from_file)
    assert len(np.unique(fetched)) > 5


def test_pygeoapi_in_longitude_and_latitude_gives_the_same_cells(
    tmp_path: Path, shared_data: Path, coarse: Grid, ogc_url: str
) -> None:
    """To degrees at the server and back here: a hair's breadth at most."""
    found = _fetch(tmp_path, "ogc-features", ogc_url, "natura2000_84", _box(coarse))
    fetched, from_file = _both(found, shared_data, "natura2000", coarse)
    np.testing.assert_allclose(fetched, from_file, atol=1e-4)


@pytest.mark.skipif(
    PROGRAM is None, reason="mapserv (Debian's cgi-mapserver) is absent"
)
@pytest.mark.parametrize(
    ("name", "json_too"),
    [
        ("hv_line", True),
        ("hv_line", False),
        ("natura2000", False),
        ("municipality", True),
    ],
)
def test_mapserver_gives_the_grid_of_the_file(
    tmp_path: Path, shared_data: Path, coarse: Grid, name: str, json_too: bool
) -> None:
    """Lines of the whole country, 1,000 a page; features have no ids of their own."""
    file, table, _, key = SETS[name]
    shape = "LINE" if name == "hv_line" else "POLYGON"
    box = COUNTRY if name == "hv_line" else _box(coarse)
    layers = {name: (shared_data / file, table, shape, key or "")}
    most = 1000 if name == "hv_line" else 9
    with mapserver(tmp_path, layers, most, json_too=json_too) as site:
        found = _fetch(tmp_path, "wfs", site.url, name, box)
        assert sum("startIndex" in one for one in site.asked) >= 2
    assert found.n_features > most
    fetched, from_file = _both(found, shared_data, name, coarse)
    if json_too:
        np.testing.assert_array_equal(fetched, from_file)
    else:  # its GML has six decimals
        np.testing.assert_allclose(fetched, from_file, rtol=1e-5, atol=1e-5)
