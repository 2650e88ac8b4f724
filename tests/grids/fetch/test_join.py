"""Columns of a table without shapes, as the soil map has them."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from pyogrio import read_dataframe, write_dataframe
from shapely import box

from grids.data_sets import DataSet, Join, Service
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from tests.grids.fetch.loopback import Answer, served

WORDS = {"nl": "x", "en": "x"}


def _soil_map(path: Path, units: list[tuple[str, str, int]]) -> Path:
    squares = [box(1_000 * n, 400_000, 1_000 * (n + 1), 401_000) for n in range(3)]
    ids = [f"m{n}" for n in range(3)]
    areas = gpd.GeoDataFrame({"maparea_id": ids}, geometry=squares, crs=28992)
    table = pd.DataFrame(units, columns=["maparea_id", "soilunit_code", "number"])
    write_dataframe(areas, path, layer="soilarea", driver="GPKG")
    write_dataframe(table, path, layer="soilarea_soilunit", driver="GPKG", append=True)
    return path


def _fetch(tmp_path: Path, units: list[tuple[str, str, int]], join: Join) -> Fetched:
    body = _soil_map(tmp_path / "soil.gpkg", units).read_bytes()
    with served(lambda *_: Answer(body)) as site:
        service = Service(
            "download", f"{site.url}/s.gpkg", "t", "t", name="soilarea", join=join
        )
        data_set = DataSet(WORDS, "t", "o", "l", "a", WORDS, WORDS, {}, (service,))
        with Client(Store(tmp_path / "s"), Manners(allow_private=True)) as client:
            return fetch_data_set(
                client, "soil", data_set, (0, 4e5, 3e3, 4.01e5), tmp_path / "data"
            )


UNITS = [("m0", "hVc", 1), ("m1", "Mn25A", 1), ("m1", "pMn", 2), ("m2", "Hn21", 1)]


def test_features_get_the_columns_of_the_table(tmp_path: Path) -> None:
    join = Join("soilarea_soilunit", "maparea_id", "number = 1")
    found = _fetch(tmp_path, UNITS, join)
    assert found.failures == ()
    assert found.path is not None
    held = read_dataframe(found.path)
    codes = dict(zip(held.maparea_id, held.soilunit_code, strict=True))
    assert codes == {"m0": "hVc", "m1": "Mn25A", "m2": "Hn21"}
    assert held.area.sum() == 3e6


def test_a_file_of_a_feed_gets_the_columns_too(tmp_path: Path) -> None:
    body = _soil_map(tmp_path / "soil.gpkg", UNITS).read_bytes()
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Soil</title>'
        '<link rel="section" href="soil.gpkg"/></entry></feed>'
    )
    with served(
        lambda path, *_: Answer(feed.encode() if path.endswith("xml") else body)
    ) as site:
        service = Service(
            *("atom", f"{site.url}/index.xml", "t", "t"),
            name="soil.gpkg/soilarea",
            join=Join("soilarea_soilunit", "maparea_id", "number = 1"),
        )
        data_set = DataSet(WORDS, "t", "o", "l", "a", WORDS, WORDS, {}, (service,))
        with Client(Store(tmp_path / "s"), Manners(allow_private=True)) as client:
            found = fetch_data_set(
                client, "soil", data_set, (0, 4e5, 3e3, 4.01e5), tmp_path / "data"
            )
    assert found.failures == ()
    assert found.path is not None
    assert sorted(read_dataframe(found.path).soilunit_code) == ["Hn21", "Mn25A", "hVc"]


@pytest.mark.parametrize(
    ("join", "said"),
    [
        (Join("soilarea_soilunit", "maparea_id"), "must have one line per maparea_id"),
        (
            Join("soil_units", "maparea_id"),
            "must be one of soilarea, soilarea_soilunit",
        ),
        (Join("soilarea_soilunit", "soilunit_code"), "must have soilunit_code in one"),
    ],
)
def test_what_does_not_join_is_told(tmp_path: Path, join: Join, said: str) -> None:
    found = _fetch(tmp_path, UNITS, join)
    assert found.path is None
    assert said in found.failures[0]
