"""``puzzel fetch`` on real data, served on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.grids.fetch.loopback import (
    Answer,
    Respond,
    Site,
    features_of,
    ogc_api,
    served,
)

FILES = {
    "provinciegebied": ("cbs_admin_certegis/provincies_rd.gpkg", "provincies"),
    "gemeentegebied": ("cbs_admin_certegis/gemeenten_rd.gpkg", "gemeenten"),
    "natura2000": ("natura2000/natura2000_rd_simpl10m.gpkg", "natura2000"),
    "res": ("res_regions_zenmo/res_regions_rd.gpkg", "res_regions"),
}


@pytest.fixture(scope="module")
def collections(shared_data: Path) -> dict[str, Any]:
    found = {
        name: features_of(shared_data / file, table)
        for name, (file, table) in FILES.items()
    }
    for one in found["gemeentegebied"]:
        one["properties"]["naam"] = one["properties"].pop("gemeente")
    return found


@pytest.fixture
def site(collections: dict[str, Any]) -> Iterator[Site]:
    with served(_several(collections)) as site:
        yield site


def _several(collections: dict[str, Any]) -> Respond:
    sound = ogc_api(collections, most=100)

    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        if path.startswith("/broken"):
            return Answer(b"<html>moved", headers={"Content-Type": "text/html"})
        return sound(path, query, headers)

    return respond


def _words(site: Site, folder: Path) -> tuple[object, ...]:
    """Options that send every data set of the list to the test's server."""
    from ruamel.yaml import YAML

    from grids.data_sets import SHIPPED

    yaml = YAML()
    held = yaml.load(SHIPPED)
    names = dict.fromkeys(held, None) | {
        "province_boundaries": "provinciegebied",
        "municipalities": "Gemeentegebied",
        "natura2000": "natura2000",
        "res_regions": "res",
    }
    for name, one in held.items():
        url = site.url if names[name] else f"{site.url}/broken"
        service = {"kind": "ogc-features", "url": url, "evidence": "t", "date": "t"}
        one["services"] = [service | {"name": names[name]}] if one["services"] else []
    own = folder / "sources.yaml"
    folder.mkdir(exist_ok=True)
    yaml.dump(held, own)
    cache = folder / "cache"
    return ("--sources", own, "--cache", cache, "--allow-private")


def test_a_province_is_fetched_bound_and_checked(
    tmp_path: Path, call: Call, site: Site
) -> None:
    folder = tmp_path / "zeeland"
    assert call("new", "zeeland", folder).code == 0
    words = _words(site, tmp_path / "own")
    called = call("fetch", "zeeland", folder, *words, "--json")
    assert called.code == 0
    sets = {one["name"]: one for one in called.json["data_sets"]}
    assert len(sets) > 30
    came = {name for name, one in sets.items() if one["state"] == "came"}
    assert came == {
        *("province_boundaries", "municipalities", "natura2000", "res_regions")
    }
    assert sets["deep_polders"]["state"] == "derived"
    assert sets["salinisation"]["state"] == "no_service"
    assert "gives a web page" in sets["quiet_areas"]["failures"][0]
    assert sets["quiet_areas"]["rules_off"]
    assert sets["natura2000"]["rules_off"] == []
    assert sets["res_regions"]["asks"] == {"res_region": "column"}
    assert len(sets["natura2000"]["sha256"]) == 64
    held = (folder / "fetched.yaml").read_text("utf-8")
    assert "where: \"provincie = 'Zeeland'\"" in held
    assert "# built_up_distance:" not in held  # its data set did not come
    assert "built_up_distance" in sets["land_use"]["layers"]
    assert "# res_region: column? (OBJECTID, Regio," in held
    names = {path.name for path in (folder / "data").iterdir()}
    assert names == {
        *(".gitkeep", "fetched.json", "province_boundaries.gpkg"),
        *("municipalities.gpkg", "natura2000.gpkg", "res_regions.gpkg"),
    }
    layers = call("layers", folder / "zeeland.yaml", "--json")
    assert layers.code == 0, layers.err
    found = {one["name"]: one for one in layers.json["layers"]}
    assert set(found) == {
        *("province", "municipality", "natura2000", "natura2000_distance")
    }
    assert found["natura2000"]["source"].startswith("RVO, Natura 2000 (20")
    assert found["natura2000"]["licence"] == "CC0-1.0"


def test_later_fetches_keep_what_came(tmp_path: Path, call: Call, site: Site) -> None:
    folder = tmp_path / "zeeland"
    words = _words(site, tmp_path / "own")
    first = call("fetch", "zeeland", folder, *words, "--only", "natura2000_distance")
    assert first.code == 0
    assert "there is no" in first.err
    assert "Natura 2000 areas" in first.out
    before = (folder / "fetched.yaml").read_text("utf-8")
    site.faults += [Answer(status=404)] * 100
    offline = call(
        "fetch", "zeeland", folder, *words, "--offline", "--only", "natura2000"
    )
    assert offline.code == 0
    assert (folder / "fetched.yaml").read_text("utf-8") == before
    none = call("fetch", "zeeland", folder, *words, "--only", "municipality", "--json")
    assert none.code == 4
    assert none.json["data_sets"][1]["state"] == "failed"
    assert (folder / "fetched.yaml").read_text("utf-8") == before
    forced = call("fetch", "zeeland", folder, *words, "--force")
    assert forced.code == 4
    assert "the boundary of Zeeland must come first" in forced.err


def test_what_cannot_be_asked_is_told(tmp_path: Path, call: Call) -> None:
    unknown = call("fetch", "zeelant", tmp_path)
    assert (unknown.code, "province must be one of" in unknown.err) == (2, True)
    odd = call("fetch", "zeeland", tmp_path, "--only", "bos")
    assert (odd.code, "--only must be a data set or layer" in odd.err) == (2, True)
    offline = ("--offline", "--cache", tmp_path / "none")
    nothing = call("fetch", "zeeland", tmp_path, *offline, "--json")
    assert nothing.code == 4
    assert "not in the cache" in json.dumps(nothing.json)
    dutch = call("fetch", "zeeland", tmp_path, *offline, "--lang", "nl")
    assert "de grens van Zeeland moet er eerst zijn" in dutch.err
    assert dutch.err.count("staat niet in de cache") == 3
    own = tmp_path / "own.yaml"
    own.write_text("a: 3\n", encoding="utf-8")
    listed = call("fetch", "zeeland", tmp_path, "--sources", own)
    assert (listed.code, "own.yaml: a must be a mapping" in listed.err) == (3, True)
