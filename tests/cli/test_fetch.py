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

    from grids.data_set_list import SHIPPED

    yaml = YAML()
    held = yaml.load(SHIPPED)
    names = dict.fromkeys(held, None) | {
        "province_boundaries": "provinciegebied",
        "municipalities": "Gemeentegebied",
        "natura2000": "natura2000",
        "landscape_regions": "res",
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
        *("province_boundaries", "municipalities", "natura2000", "landscape_regions")
    }
    assert sets["deep_polders"]["state"] == "derived"
    assert sets["salinisation"]["state"] == "no_service"
    assert "gives a web page" in sets["quiet_areas"]["failures"][0]
    assert sets["quiet_areas"]["rules_off"]
    assert sets["natura2000"]["rules_off"] == []
    assert sets["landscape_regions"]["asks"] == {"landscape_region": "column"}
    assert len(sets["natura2000"]["sha256"]) == 64
    held = (folder / "fetched.yaml").read_text("utf-8")
    assert "where: \"provincie = 'Zeeland'\"" in held
    assert "# built_up_distance:" not in held  # its data set did not come
    assert "built_up_distance" in sets["land_use"]["layers"]
    assert "# landscape_region: column? (OBJECTID, Regio," in held
    names = {path.name for path in (folder / "data").iterdir()}
    assert names == {
        *(".gitkeep", "fetched.json", "province_boundaries.gpkg"),
        *("municipalities.gpkg", "natura2000.gpkg", "landscape_regions.gpkg"),
    }
    layers = call("layers", folder / "zeeland.yaml", "--json")
    assert layers.code == 0, layers.err
    found = {one["name"]: one for one in layers.json["layers"]}
    assert set(found) == {
        *("province", "municipality", "nuts3", "res_region"),
        *("natura2000", "natura2000_distance"),
    }
    assert found["natura2000"]["source"] == "RVO, Natura 2000"
    assert found["natura2000"]["fetched"] == sets["natura2000"]["fetched_at"][:10]
    assert found["natura2000"]["service"] == f"ogc-features {site.url} natura2000"
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


OWN = """\
name: own
extends: [{base}]
layers:
  {layer}:
    file: data/{file}
    service: {{kind: ogc-features, url: "{url}", name: {name}}}
    kind: fraction
    where: "ha > 1000"
    source: RVO
    licence: CC0-1.0
"""


def _own(folder: Path, site: Site, **more: str) -> None:
    said = {"layer": "moor", "file": "moor.gpkg", "name": "natura2000"} | more
    text = OWN.format(base="zeeland.yaml", url=site.url, **said)
    (folder / "own.yaml").write_text(text)
    (folder / "base.yaml").write_text((folder / "zeeland.yaml").read_text())
    (folder / "zeeland.yaml").write_text(text.replace("zeeland.yaml", "base.yaml"))


def test_a_service_of_the_scenario_is_fetched_and_read(
    tmp_path: Path, call: Call, site: Site
) -> None:
    folder = tmp_path / "zeeland"
    assert call("new", "zeeland", folder).code == 0
    _own(folder, site)
    words = _words(site, tmp_path / "own")
    asked = ("moor", "natura2000", "municipality")
    only = [word for name in asked for word in ("--only", name)]
    called = call("fetch", "zeeland", folder, *words, *only, "--json")
    assert called.code == 0, called.err
    sets = {one["name"]: one for one in called.json["data_sets"]}
    assert sets["moor"]["state"] == "came"
    assert (folder / "data" / "moor.gpkg").is_file()
    assert "moor" not in (folder / "fetched.yaml").read_text()
    listed = call("layers", folder / "zeeland.yaml", "--json")
    assert listed.code == 0, listed.err
    layers = listed.json["layers"]
    found = {one["name"]: one for one in layers}
    assert found["moor"]["service"] == f"ogc-features {site.url} natura2000"
    shown = [
        call(
            *("layers", "show", folder / "zeeland.yaml", name, "--json"),
            *("--png", tmp_path / "x.png"),
        ).json["ha"]
        for name in ("moor", "natura2000")
    ]
    assert 0 < shown[0] < shown[1]  # only areas of more than 1,000 ha


def test_a_layer_before_its_service_was_asked_says_what_to_do(
    tmp_path: Path, call: Call, site: Site
) -> None:
    folder = tmp_path / "zeeland"
    assert call("new", "zeeland", folder).code == 0
    words = _words(site, tmp_path / "own")
    assert call("fetch", "zeeland", folder, *words, "--only", "natura2000").code == 0
    _own(folder, site)
    called = call("run", folder / "zeeland.yaml")
    assert called.code == 4
    assert "moor.gpkg; fetch it" in called.err


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        ("../../../etc/moor.gpkg", 3, "must name a file of the project"),
        *(
            (file, 2, "file of layer moor, which has a service, must be")
            for file in ("../moor.gpkg", "moor.tif", "moor.gpkg.exe")
        ),
    ],
)
def test_a_service_writes_only_into_the_data_of_the_project(
    tmp_path: Path, call: Call, site: Site, file: str, code: int, said: str
) -> None:
    folder = tmp_path / "zeeland"
    assert call("new", "zeeland", folder).code == 0
    _own(folder, site, file=file)
    words = _words(site, tmp_path / "own")
    called = call("fetch", "zeeland", folder, *words)
    assert called.code == code
    assert said in called.err
    assert site.asked == []


def test_a_private_address_in_a_scenario_is_not_asked(
    tmp_path: Path, call: Call, site: Site, collections: dict[str, Any]
) -> None:
    folder = tmp_path / "zeeland"
    assert call("new", "zeeland", folder).code == 0
    words = _words(site, tmp_path / "own")
    assert call("fetch", "zeeland", folder, *words, "--only", "natura2000").code == 0
    with served(_several(collections)) as other:
        _own(folder, other)
        careful = [word for word in words if word != "--allow-private"]
        called = call("fetch", "zeeland", folder, *careful, "--only", "moor", "--json")
        assert called.code == 4
        assert other.asked == []
    assert not (folder / "data" / "moor.gpkg").exists()
