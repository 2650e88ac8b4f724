"""``puzzel layers list|check|show`` as a user calls them."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import rasterio

from tests.cli.conftest import Call
from tests.small_project import SmallProject

REAL = Path(__file__).parents[1] / "real"
RULE = "rules: {quiet: {kind: exclusion, uses: [solar], where: quiet_area > 0.5}}\n"


def test_list_is_meant_where_no_word_is_given(
    project: SmallProject, call: Call
) -> None:
    named = call("layers", "list", project.scenario, "--json")
    assert named.code == 0
    assert call("layers", project.scenario, "--json").json == named.json


def test_a_layer_is_listed_with_who_asks_for_it_and_how_much_it_covers(
    project: SmallProject, call: Call
) -> None:
    found = {
        one["name"]: one
        for one in call("layers", project.scenario, "--json").json["layers"]
    }
    assert found["natura2000"]["rules"] == ["no-homes-in-nature"]
    assert found["elevation"]["rules"] == ["uses.housing"]
    assert found["municipality"]["coverage"] == 100
    assert found["natura2000"]["title"] == "Natura 2000"


def test_a_missing_layer_comes_with_its_rules_and_where_to_get_it(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text(RULE)
    (wanted,) = call("layers", path, "--json").json["wanted"]
    assert wanted["name"] == "quiet_area"
    assert (wanted["rules"], wanted["waiting"]) == (["quiet"], ["quiet"])
    assert wanted["advice"] == "puzzel fetch (quiet areas)"
    said = call("layers", path, "--lang", "nl").out
    assert "1 gevraagde kaartlagen ontbreken; op 1 ervan wachten regels" in said
    assert "puzzel fetch (stiltegebieden)" in said


def test_cells_without_data_lower_the_coverage(
    project: SmallProject, call: Call
) -> None:
    with rasterio.open(project.file("elevation.tif"), "r+") as file:
        plane = file.read(1)
        plane[0, :6] = np.nan
        file.nodata = np.nan
        file.write(plane, 1)
    path = project.with_text("layers: {elevation: {fill: 0}}\n")
    found = {one["name"]: one for one in call("layers", path, "--json").json["layers"]}
    assert found["elevation"]["coverage"] == 95  # 6 of 120 cells
    checked = call("layers", "check", path, "--json")
    doubts = {one["name"]: one["doubts"] for one in checked.json["layers"]}
    assert [doubt["rule"] for doubt in doubts["elevation"]] == ["incomplete"]


@pytest.mark.parametrize(("date", "newer"), [("2100", 0), ("2001", None), ("~", None)])
def test_the_age_is_held_against_the_rhythm(
    project: SmallProject, call: Call, date: str, newer: int | None
) -> None:
    path = project.with_text(f"layers: {{municipality: {{date: {date}}}}}\n")
    found = call("layers", path, "--json").json["layers"]
    one = next(one for one in found if one["name"] == "municipality")
    assert one["updated"] == "every year"
    if date == "2001":
        assert one["newer_editions"] > 20
        assert "long outdated" in call("layers", path).out
    else:
        assert one["newer_editions"] == newer


def test_the_catalogue_says_which_rules_ask_for_a_layer(call: Call) -> None:
    found = {one["name"]: one for one in call("layers", "--json").json}
    assert "wbs-deep-polders" in found["deep_polder"]["rules"]
    assert found["natura2000"]["licence"] == "CC0-1.0"
    assert found["natura2000"]["services"] == 3
    assert found["heat_source"]["data_set"] is None


def test_check_looks_at_every_layer_though_one_cannot_be_read(
    project: SmallProject, call: Call
) -> None:
    held = gpd.read_file(project.file("nature.gpkg"))
    moved = held.to_crs("EPSG:4326").set_crs("EPSG:28992", allow_override=True)
    moved.to_file(project.file("nature.gpkg"), driver="GPKG")
    called = call("layers", "check", project.scenario, "--json")
    assert called.code == 4
    found = {one["name"]: one for one in called.json["layers"]}
    assert len(found) == 5
    assert [doubt["rule"] for doubt in found["natura2000"]["doubts"]] == [
        "unreadable",
        "elsewhere",
    ]
    assert found["municipality"]["ok"]
    said = call("layers", "check", project.scenario, "--lang", "nl").out
    assert "ligt elders: de coördinaten liggen in de provincie als EPSG:4326" in said
    assert "5 kaartlagen bekeken: 1 verdacht, waarvan 1 onleesbaar" in said


def test_a_doubt_alone_is_an_error_only_when_strict(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text('layers: {natura2000: {where: "1 = 0"}}\n')
    assert call("layers", "check", path).code == 0
    called = call("layers", "check", path, "--strict")
    assert called.code == 4
    assert "natura2000 is empty" in called.out
    assert call("layers", "check", project.scenario, "--strict").code == 0


@pytest.mark.parametrize("name", ["zeeland-500m.yaml", "utrecht-500m.yaml"])
def test_real_layers_raise_no_false_alarm(
    shared_data: Path, call: Call, name: str
) -> None:
    assert shared_data.is_dir()
    called = call("layers", "check", REAL / name, "--strict", "--json")
    assert called.json["doubtful"] == 0
    assert len(called.json["layers"]) > 12


@pytest.mark.parametrize("seed", [1, 7])
def test_puzzelland_raises_no_false_alarm(
    tmp_path: Path, call: Call, seed: int
) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        "name: p\nextends: novex-2022.yaml\nprovince: puzzelland\n"
        f"synthetic: {{seed: {seed}}}\ngrid: {{cell: 500 m}}\n"
    )
    called = call("layers", "check", path, "--strict", "--json")
    assert [one for one in called.json["layers"] if not one["ok"]] == []
    assert len(called.json["layers"]) > 170


def test_show_counts_hectares_and_draws(
    project: SmallProject, call: Call, tmp_path: Path
) -> None:
    picture = tmp_path / "pictures" / "m.png"
    called = call(
        "layers", "show", project.scenario, "municipality", "--png", picture, "--json"
    )
    parts = {one["part"]: one["ha"] for one in called.json["histogram"]}
    assert parts == {"Aal": 1_000, "Beek": 1_000, "Cel": 1_000}
    assert picture.read_bytes().startswith(b"\x89PNG")
    again = tmp_path / "n.png"
    called = call(
        "layers", "show", project.scenario, "natura2000", "--png", again, "--lang", "nl"
    )
    assert "oppervlak" in called.out
    assert "100\u00a0ha" in called.out
    assert "CC0-1.0" in called.out
    assert again.is_file()


def test_show_names_the_layer_that_is_meant(project: SmallProject, call: Call) -> None:
    called = call("layers", "show", project.scenario, "municipalty")
    assert called.code == 2
    assert "did you mean 'municipality'?" in called.err
