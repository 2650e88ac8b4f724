from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grids.data_sets import DataSet, Recipe, Service
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from grids.grid import Grid
from grids.layers import Kind, Origin
from grids.read import read_layer
from grids.sources import LayerSource
from tests.grids.fetch.loopback import (
    Answer,
    Respond,
    as_json,
    feature_service,
    features_of,
    in_box,
    ogc_api,
    points,
    served,
)

QUICK = Manners(timeout_s=5, tries=2, wait_s=0.01, allow_private=True)
BOX = (20_000.0, 380_000.0, 40_000.0, 400_000.0)


def _data_set(*services: tuple[Any, str, str | None]) -> DataSet:
    words = {"nl": "x", "en": "x"}
    served_by = [
        Service(kind, url, "test", "2026", name) for kind, url, name in services
    ]
    layers = {"natura2000": Recipe("fraction")}
    return DataSet(
        words, "t", "o", "CC0-1.0", "a", words, words, layers, tuple(served_by)
    )


def _fetch(
    folder: Path,
    *services: tuple[Any, str, str | None],
    bounds_m: Any = BOX,
    manners: Manners = QUICK,
) -> Fetched:
    with Client(Store(folder / "cache"), manners) as client:
        return fetch_data_set(
            client, "x", _data_set(*services), bounds_m, folder / "data"
        )


def _names(fetched: Fetched) -> list[str]:
    import pyogrio

    return sorted(pyogrio.read_dataframe(fetched.path)["naam"])


def test_pages_of_an_ogc_api_come_whole_and_once(tmp_path: Path) -> None:
    held = points(2500)
    with served(ogc_api({"place": held}, most=400)) as site:
        found = _fetch(tmp_path, ("ogc-features", site.url, "Place"))
        assert len(site.asked) == 1 + 7
        assert (found.failures, found.n_features) == ((), 2500)
    assert _names(found) == sorted(one["properties"]["naam"] for one in held)
    assert found.columns == ("fid_source", "naam")


def test_features_that_come_twice_are_dropped(tmp_path: Path) -> None:
    with served(ogc_api({"place": points(1000)}, most=300, again=7)) as site:
        found = _fetch(tmp_path, ("ogc-features", site.url, None))
    assert found.n_features == 1000
    assert found.notes == ("21 features that came twice dropped",)
    assert len(set(_names(found))) == 1000


def test_features_that_do_not_come_are_a_failure(tmp_path: Path) -> None:
    """A page that repeats another is not made up for by the count."""

    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        if query.get("offset") == "200":
            query = query | {"offset": "100"}
        if query.get("offset") == "100":
            answer = ogc_api({"place": points(400)}, 100)(path, query, headers)
            body = answer.body.replace(b"offset=200", b"offset=300")
            return replace(answer, body=body)
        return ogc_api({"place": points(400)}, 100)(path, query, headers)

    with served(respond) as site:
        found = _fetch(tmp_path, ("ogc-features", site.url, None))
    assert found.path is None
    assert "must give 400 features, but gave 300" in found.failures[0]
    assert not list((tmp_path).glob("data/*"))


@pytest.mark.parametrize("json_too", [True, False], ids=["geojson", "gml"])
def test_a_wfs_is_paged_by_start_index(tmp_path: Path, json_too: bool) -> None:
    serve = feature_service("t:place", points(950), most=250, json_too=json_too)
    with served(serve) as site:
        found = _fetch(tmp_path, ("wfs", site.url, "t:place"))
        starts = [one for one in site.asked if "startIndex" in one]
    assert (found.failures, found.n_features) == ((), 950)
    assert len(starts) == 4 + (not json_too)
    assert _names(found) == sorted(one["properties"]["naam"] for one in points(950))


def test_an_arcgis_layer_is_paged_by_offset(tmp_path: Path) -> None:
    def respond(path: str, query: dict[str, str], _: dict[str, str]) -> Answer:
        found = in_box(points(700), query["geometry"])
        if "returncountonly" in query:
            return as_json({"count": len(found)})
        start = int(query["resultoffset"])
        page = found[start : start + 300]
        return as_json({"type": "FeatureCollection", "features": page})

    with served(respond) as site:
        found = _fetch(tmp_path, ("arcgis", f"{site.url}/FeatureServer", "5"))
        assert site.asked[0].startswith("/FeatureServer/5/query?")
    assert (found.failures, found.n_features) == ((), 700)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (as_json({"code": "x", "description": "broken"}), "must give features"),
        (Answer(b'{"type": "FeatureCollection", "feat'), "must give whole JSON"),
        (as_json([1, 2]), "must give a JSON object"),
        (as_json({"features": [], "numberMatched": 0}), "has nothing in"),
        (as_json({"features": [], "numberMatched": 9}), "has nothing in"),
    ],
)
def test_a_page_that_is_none_is_told_and_asked_again_later(
    tmp_path: Path, answer: Answer, said: str
) -> None:
    sound = ogc_api({"place": points(10)})

    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        return answer if "/items" in path else sound(path, query, headers)

    with served(respond) as site:
        found = _fetch(tmp_path, ("ogc-features", site.url, None))
    assert found.path is None
    assert said in found.failures[0]


VRT = b"""<?xml version="1.0"?><OGRVRTDataSource><OGRVRTLayer name="x">
<SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"""


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("a.gml", VRT, "must hold its data itself"),
        ("a.vrt", VRT, "must end in one of .gpkg"),
        ("a.gpkg", VRT, "must begin as its name says"),
        ("a.gpkg", b"SQLite format 3\0 and no more", "must be readable"),
        ("", b"{}", "must end in one of"),
    ],
)
def test_a_file_that_leads_elsewhere_is_not_opened(
    tmp_path: Path, name: str, body: bytes, said: str
) -> None:
    with served(lambda *_: Answer(body)) as site:
        found = _fetch(tmp_path, ("download", f"{site.url}/{name}", None))
    assert found.path is None
    assert said in found.failures[0]
    assert not list(tmp_path.rglob("entries/*"))


def test_an_answer_of_an_odd_form_ends_only_its_service(tmp_path: Path) -> None:
    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        if path.startswith("/odd"):
            return as_json({"collections": [3, {"id": 4}]})
        return ogc_api({"place": points(5)})(path, query, headers)

    with served(respond) as site:
        odd = ("ogc-features", f"{site.url}/odd", None)
        found = _fetch(tmp_path, odd, ("ogc-features", site.url, None))
    assert found.n_features == 5
    assert "is not understood: TypeError" in found.failures[0]


def test_swapped_axes_are_told(tmp_path: Path) -> None:
    swapped = points(3)
    for one in swapped:
        one["geometry"]["coordinates"] = [51.5, 3.7]

    def respond(path: str, _: dict[str, str], __: dict[str, str]) -> Answer:
        if path.endswith("collections"):
            return as_json({"collections": [{"id": "place"}]})
        return as_json({"type": "FeatureCollection", "features": swapped})

    with served(respond) as site:
        found = _fetch(tmp_path, ("ogc-features", site.url, None))
    assert "the order of its axes may be swapped" in found.failures[0]


def test_the_next_service_is_tried_and_the_older_file_stays(tmp_path: Path) -> None:
    with served(ogc_api({"a": [], "b": points(5)})) as one, served(_down) as down:
        several = ("ogc-features", one.url, None)
        found = _fetch(
            tmp_path,
            several,
            ("wfs", down.url, "a"),
            ("ogc-features", one.url, "B"),
        )
        assert found.n_features == 5
        assert found.service is not None
        assert found.service.name == "B"
        assert "name in" in found.failures[0]
        assert "must be one of a, b, but no name is given" in found.failures[0]
        assert "status 503" in found.failures[1]
        before = (tmp_path / "data" / "x.gpkg").read_bytes()
        assert _fetch(tmp_path, several).path is None
    assert (tmp_path / "data" / "x.gpkg").read_bytes() == before


def _down(*_: Any) -> Answer:
    return Answer(status=503)


def test_the_same_features_give_the_same_file(tmp_path: Path) -> None:
    with served(ogc_api({"place": points(50)})) as site:
        first = _fetch(tmp_path, ("ogc-features", site.url, None))
        again = _fetch(tmp_path, ("ogc-features", site.url, None))
        n_asked = len(site.asked)
    offline = _fetch(
        tmp_path,
        ("ogc-features", site.url, None),
        manners=replace(QUICK, offline=True, fresh_s=0),
    )
    assert first.sha256 == again.sha256 == offline.sha256
    assert n_asked == 2


def test_each_page_is_asked_once_also_where_nothing_is_fresh(tmp_path: Path) -> None:
    eager = replace(QUICK, fresh_s=0)
    with served(ogc_api({"place": points(50)}, most=10)) as site:
        _fetch(tmp_path, ("ogc-features", site.url, None), manners=eager)
        assert len(site.asked) == len(set(site.asked)) == 6
    with served(feature_service("place", points(50), most=10)) as site:
        _fetch(tmp_path, ("wfs", site.url, None), manners=eager)
        assert len(site.asked) == len(set(site.asked)) == 6


def _static(path: Path) -> Respond:
    return lambda *_: Answer(path.read_bytes(), headers={"ETag": '"1"'})


SETS = {
    "natura2000": (
        "natura2000/natura2000_rd_simpl10m.gpkg",
        "natura2000",
        "fraction",
        None,
    ),
    "hv_line": (
        "grid_osm2017/heuristic_links_rd.gpkg",
        "heuristic_links",
        "distance",
        None,
    ),
    "municipality": (
        "cbs_admin_certegis/gemeenten_rd.gpkg",
        "gemeenten",
        "zone",
        "gemeente",
    ),
}


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("natura2000", "ogc-features"),
        ("natura2000", "download"),
        ("hv_line", "wfs"),
        ("municipality", "ogc-features"),
        ("municipality", "wfs"),
    ],
)
def test_the_fetched_grid_is_the_grid_of_the_file(
    tmp_path: Path, shared_data: Path, zeeland: Grid, name: str, way: Any
) -> None:
    """Real data, served with small pages, cell for cell."""
    file, table, kind, column = SETS[name]
    held: list[dict[str, Any]] = []
    if way != "download":
        held = features_of(shared_data / file, table)
    respond: dict[str, Respond] = {
        "ogc-features": ogc_api({table: held}, most=20, again=2),
        "wfs": feature_service(table, held, most=20),
        "download": _static(shared_data / file),
    }
    west, south, east, north = zeeland.frame.bounds_m
    halo_m = 10_000
    box = (west - halo_m, south - halo_m, east + halo_m, north + halo_m)
    with served(respond[way]) as site:
        url = f"{site.url}/x.gpkg" if way == "download" else site.url
        found = _fetch(tmp_path, (way, url, table), bounds_m=box)
    assert found.failures == ()
    assert found.path is not None
    from_file = _layer(shared_data / file, table, kind, column, zeeland)
    fetched = _layer(found.path, "x", kind, column, zeeland)
    np.testing.assert_array_equal(_named(fetched), _named(from_file))


def _layer(path: Path, table: str, kind: Any, column: str | None, grid: Grid) -> Any:
    word: Kind = kind
    source = LayerSource(
        "x", word, path, origin=Origin("t"), table=table, column=column
    )
    return read_layer(source, grid, 10_000)


def _named(layer: Any) -> Any:
    """Return names rather than codes: a zone's number depends on what else came."""
    if layer.kind != "zone":
        return layer.values
    return np.array([layer.labels.get(code, "") for code in layer.values.tolist()])
