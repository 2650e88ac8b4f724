"""A data set that has nothing in the province, and services that only seem so."""

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest

from grids.data_sets import DataSet, Recipe, Service
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.nothing import NOTHING
from grids.fetch.store import Store
from grids.grid import Grid
from grids.layers import Origin
from grids.read import read_layer
from grids.sources import LayerSource
from tests.grids.fetch.loopback import (
    Answer,
    Respond,
    as_json,
    feature_service,
    in_box,
    ogc_api,
    points,
    served,
)

ELSEWHERE = (200_000.0, 500_000.0, 240_000.0, 540_000.0)
"""A box far from the points."""


def _fetch(folder: Path, kind: Any, url: str) -> Fetched:
    words = {"nl": "x", "en": "x"}
    service = Service(kind, url, "test", "2026")
    layers = {"natura2000": Recipe("fraction")}
    data_set = DataSet(words, "t", "o", "l", "a", words, words, layers, (service,))
    manners = Manners(timeout_s=5, tries=1, allow_private=True)
    with Client(Store(folder / "cache"), manners) as client:
        return fetch_data_set(client, "x", data_set, ELSEWHERE, folder / "data")


def _arcgis(path: str, query: dict[str, str], _: dict[str, str]) -> Answer:
    box = query.get("geometry")
    found = in_box(points(40), box) if box else points(40)
    if "returncountonly" in query:
        return as_json({"count": len(found)})
    start, count = int(query["resultoffset"]), int(query["resultrecordcount"])
    page = {"type": "FeatureCollection", "features": found[start : start + count]}
    return as_json(page)


@pytest.mark.parametrize(
    ("kind", "respond"),
    [
        ("ogc-features", ogc_api({"place": points(40)})),
        ("wfs", feature_service("place", points(40))),
        ("wfs", feature_service("place", points(40), json_too=False)),
        ("arcgis", _arcgis),
    ],
    ids=["ogc", "wfs-json", "wfs-gml", "arcgis"],
)
def test_nothing_here_is_no_failure(
    tmp_path: Path, grid: Grid, kind: Any, respond: Respond
) -> None:
    with served(respond) as site:
        found = _fetch(tmp_path, kind, site.url)
    assert (found.failures, found.n_features) == ((), 0)
    assert found.notes == (NOTHING,)
    assert {"naam"} <= set(found.columns)
    assert found.path is not None
    share = LayerSource("x", "fraction", found.path, origin=Origin("t"))
    np.testing.assert_array_equal(read_layer(share, grid, 0).values, 0)
    far = LayerSource("x", "distance", found.path, origin=Origin("t"), fill=9000)
    np.testing.assert_array_equal(read_layer(far, grid, 0).values, 9000)


def test_a_file_with_features_elsewhere_is_no_failure(tmp_path: Path) -> None:
    import geopandas
    from shapely import Point

    path = tmp_path / "x.gpkg"
    table = geopandas.GeoDataFrame({"naam": ["a"]}, geometry=[Point(1e5, 4e5)])
    pyogrio.write_dataframe(table.set_crs("EPSG:28992"), path)
    with served(lambda *_: Answer(path.read_bytes())) as site:
        found = _fetch(tmp_path, "download", f"{site.url}/x.gpkg")
        assert (found.failures, found.n_features) == ((), 0)
        assert found.columns == ("naam",)
        pyogrio.write_dataframe(table.iloc[:0].set_crs("EPSG:28992"), path)
    with served(lambda *_: Answer(path.read_bytes())) as site:
        found = _fetch(tmp_path, "download", f"{site.url}/x.gpkg")
    assert "has nothing in the country" in found.failures[0]


def test_a_collection_without_any_feature_is_a_failure(tmp_path: Path) -> None:
    with served(ogc_api({"place": []})) as site:
        found = _fetch(tmp_path, "ogc-features", site.url)
    assert found.path is None
    assert "has nothing in the country" in found.failures[0]


def test_a_service_that_reads_the_box_otherwise_is_a_failure(tmp_path: Path) -> None:
    """Axes of the box swapped: it finds nothing here, and nothing round what it has."""
    sound = ogc_api({"place": points(40)})

    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        if "bbox" in query:
            a, b, c, d = query["bbox"].split(",")
            query = query | {"bbox": f"{b},{a},{d},{c}"}
        return sound(path, query, headers)

    with served(respond) as site:
        found = _fetch(tmp_path, "ogc-features", site.url)
    assert found.path is None
    assert "must find in X 29,990..30,010 Y 389,990..390,010" in found.failures[0]


def test_a_service_that_hides_what_it_has_here_is_a_failure(tmp_path: Path) -> None:
    inside = [{**points(1)[0], "bbox": [0, 0, 1, 1]}]
    inside[0]["geometry"] = {"type": "Point", "coordinates": [220_000, 520_000]}
    with served(ogc_api({"place": inside})) as site:
        found = _fetch(tmp_path, "ogc-features", site.url)
    assert "must find in X 200,000..240,000" in found.failures[0]


def test_no_news_in_a_page_with_a_count_is_a_failure(tmp_path: Path) -> None:
    """The service says 9 and gives none."""

    def respond(path: str, _: dict[str, str], __: dict[str, str]) -> Answer:
        if path.endswith("collections"):
            return as_json({"collections": [{"id": "place"}]})
        return as_json({"features": [], "numberMatched": 9})

    with served(respond) as site:
        found = _fetch(tmp_path, "ogc-features", site.url)
    assert "has nothing in X" in found.failures[0]
