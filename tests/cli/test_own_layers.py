"""Zones, classes, expressions and derived layers of a scenario, seen on the map."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from numpy.typing import NDArray
from shapely import Point, box

from grids.data_set_list import shipped_data_sets
from tests.cli.conftest import Call
from tests.small_project import (
    EAST,
    NORTH,
    SOUTH,
    WEST,
    SmallProject,
    write_raster,
    write_vector,
)

FOREST = 3
"""Code of forest on the map: uses in their order, 0 stays."""

HALVES = [box(WEST, SOUTH, EAST, 402_500), box(WEST, 402_500, EAST, NORTH)]


def _map(run_dir: str) -> tuple[NDArray[np.uint8], Any]:
    """Read the map that people open."""
    with rasterio.open(Path(run_dir) / "allocation.tif") as raster:
        return raster.read(1), raster.transform


def _forest_ha(run_dir: str, shape: Any) -> float:
    """Count the forest on the map whose cell centres lie in a shape."""
    use, step = _map(run_dir)
    rows, cols = np.nonzero(use == FOREST)
    x, y = step.c + 500 * (cols + 0.5), step.f - 500 * (rows + 0.5)
    places = zip(x, y, strict=True)
    return 25.0 * sum(bool(shape.contains(Point(one))) for one in places)


def _layers(call: Call, path: Path) -> dict[str, Any]:
    called = call("layers", path, "--json")
    assert called.code == 0, called.err
    return {one["name"]: one for one in called.json["layers"]}


def _shares(call: Call, project: SmallProject, layer: str, least: str) -> str:
    """Ask forest in every zone of a layer; return the run folder."""
    path = project.with_text(
        f"layers: {{area: {layer}}}\n"
        "claims: {forest_area: {target: {min: 0 ha, max: 2_000 ha}}}\n"
        f"rules: {{forest-share: {{per: area, min: {least}, max: 100 %}}}}\n"
    )
    called = call("run", path, "--json")
    assert called.code == 0, called.err
    folder: str = called.json["run_dir"]
    return folder


def test_polygons_of_the_user_are_zones_of_a_share(
    project: SmallProject, call: Call
) -> None:
    write_vector(project.file("own.gpkg"), HALVES, {"name": ["zuid", "noord"]})
    layer = "{file: data/own.gpkg, kind: zone, column: name}"
    folder = _shares(call, project, layer, "30 %")
    for half in HALVES:
        assert _forest_ha(folder, half) >= 0.3 * (1_500 - 25) - 1e-6


def test_the_nearest_station_is_a_zone_of_a_share(
    project: SmallProject, call: Call
) -> None:
    places = [Point(50_500, 401_000), Point(55_000, 404_000)]
    write_vector(project.file("stops.gpkg"), places, {"name": ["West", "Oost"]})
    layer = "{file: data/stops.gpkg, kind: zone, column: name}"
    folder = _shares(call, project, layer, "20 %")
    use, step = _map(folder)
    for place, other in (places, places[::-1]):
        rows, cols = np.indices(use.shape).reshape(2, -1)
        x, y = step.c + 500 * (cols + 0.5), step.f - 500 * (rows + 0.5)
        mine = np.hypot(x - place.x, y - place.y) < np.hypot(x - other.x, y - other.y)
        forest = 25 * int((mine & (use.ravel() == FOREST)).sum())
        assert forest >= 0.2 * (25 * int(mine.sum()) - 25)


def test_blocks_of_1_km_are_zones_of_a_share(project: SmallProject, call: Call) -> None:
    folder = _shares(call, project, "{blocks: 1 km, kind: zone}", "20 %")
    for west in range(WEST, EAST, 1_000):
        for south in range(SOUTH, NORTH, 1_000):
            block = box(west, south, west + 1_000, south + 1_000)
            assert _forest_ha(folder, block) >= 25  # a cell of the four


def test_a_claim_may_hold_in_a_zone_of_the_user(
    project: SmallProject, call: Call
) -> None:
    write_vector(project.file("own.gpkg"), HALVES, {"name": ["zuid", "noord"]})
    path = project.with_text(
        "layers: {half: {file: data/own.gpkg, kind: zone, column: name}}\n"
        "claims:\n"
        "  forest_area: ~\n"
        "  forest_south:\n"
        "    quantity: forest_area\n"
        "    target: {min: 500 ha, max: 525 ha}\n"
        "    zone: {layer: half, name: zuid}\n"
        "rules: {forest-share: ~}\n"
    )
    called = call("run", path, "--json")
    assert called.code == 0, called.err
    assert 500 <= _forest_ha(called.json["run_dir"], HALVES[0]) <= 525


def test_blocks_must_fit_the_cells(project: SmallProject, call: Call) -> None:
    path = project.with_text("layers: {area: {blocks: 700 m, kind: zone}}\n")
    called = call("run", path)
    assert called.code in (3, 4)
    assert "multiple of the cell size 500 m, got 700 m" in called.err


def test_a_condition_over_layers_is_a_layer(project: SmallProject, call: Call) -> None:
    path = project.with_text(
        "layers:\n"
        "  high: {when: elevation >= 8 and not built_up, kind: fraction}\n"
        "  higher: {when: high and municipality == 'Cel', kind: fraction}\n"
        "rules:\n"
        "  dry: {kind: exclusion, uses: [forest, solar, housing], where: not high}\n"
        "  forest-share: ~\n"
        "claims: {homes: {target: {min: 1 homes}}}\n"
    )
    called = call("run", path, "--json")
    assert called.code == 0, called.err
    use, _ = _map(called.json["run_dir"])
    assert (use[:, :8] == 0).all()  # heights rise from west to east, 0 to 11
    assert (use[:, 8:] > 0).any()
    layers = {one["name"]: one for one in called.json["layers"]}
    assert layers["high"]["note"] == "derived: elevation >= 8 and not built_up"
    assert layers["high"]["source"] == "test"


def test_layers_that_wait_for_each_other_are_told(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text(
        "layers:\n"
        "  one: {when: two, kind: fraction}\n"
        "  two: {when: one, kind: fraction}\n"
    )
    called = call("run", path)
    assert called.code == 3
    assert "layers must not wait for each other, got 'one → two → one'" in called.err
    assert "lagen mogen niet op elkaar wachten" in call("run", path, "--lang", "nl").err


def test_a_layer_derived_from_a_missing_one_is_missing_itself(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text(
        "layers: {wet: {when: flood_depth > 1, kind: fraction}}\n"
        "rules: {dry: {kind: exclusion, uses: [housing], where: wet}}\n"
    )
    document = call("layers", path, "--json").json
    assert document["missing"] == ["wet"]
    (wet,) = (one for one in document["wanted"] if one["name"] == "wet")
    assert (wet["waits_for"], wet["waiting"]) == (["flood_depth"], ["dry"])
    assert wet["advice"] == "is derived from flood_depth"


@pytest.mark.parametrize("kind", ["fraction", "distance"])
def test_a_class_of_a_table_is_a_mask(
    project: SmallProject, call: Call, kind: str
) -> None:
    strips = [
        box(WEST + 2_000 * at, SOUTH, WEST + 2_000 * (at + 1), NORTH) for at in range(3)
    ]
    write_vector(project.file("soil.gpkg"), strips, {"code": ["hVc", "pMn85A", "Hn21"]})
    classes = "{peat: [V*, '[a-z]V*'], clay: ['[a-z]M*'], sand: [H*]}"
    made = f"file: data/soil.gpkg, column: code, classes: {classes}"
    path = project.with_text(
        f"layers:\n  soil: {{{made}, kind: class}}\n"
        f"  peat: {{{made}, kind: {kind}, of: peat}}\n"
        "rules: {dry: {kind: exclusion, uses: [housing], where: soil == 'peat'}}\n"
    )
    layers = _layers(call, path)
    assert layers["soil"]["range"] == "3 in all"
    shown = call(
        "layers", "show", path, "soil", "--json", "--png", path.parent / "s.png"
    )
    parts = {one["part"]: one["ha"] for one in shown.json["histogram"]}
    assert parts == {"peat": 1_000, "clay": 1_000, "sand": 1_000}
    shown = call(
        "layers", "show", path, "peat", "--json", "--png", path.parent / "p.png"
    )
    if kind == "fraction":
        assert shown.json["ha"] == 1_000
    else:
        assert shown.json["histogram"][0]["ha"] >= 1_000
    use, _ = _map(call("run", path, "--json").json["run_dir"])
    assert (use[:, :4] != 1).all()  # no homes on the peat of Aal


def test_values_without_a_class_are_told(project: SmallProject, call: Call) -> None:
    classes = "{a: [Aal], b: [B*]}"
    path = project.with_text(
        "layers: {current_use: {file: data/municipalities.gpkg, kind: class, "
        f"column: name, classes: {classes}}}}}\n"
    )
    layers = _layers(call, path)
    assert "1 features in no class, with value Cel" in layers["current_use"]["note"]
    assert (
        "1 objecten in geen klasse, met waarde Cel"
        in call("layers", path, "--lang", "nl").out
    )
    path = project.with_text(
        "layers: {current_use: {file: data/municipalities.gpkg, kind: class, "
        "column: name, classes: {a: [aal]}}}\n"
    )
    called = call("run", path)
    assert called.code == 4
    assert "must fit some value of its column, but there are only" in called.err


def test_codes_of_a_raster_get_classes(project: SmallProject, call: Call) -> None:
    codes = np.repeat(np.array([[10, 20, 51]], np.uint8), 4, axis=1)
    write_raster(project.file("use.tif"), np.repeat(codes, 10, axis=0))
    made = "file: data/use.tif, classes: {built_up: ['20'], water: ['1*'], farm: [5?]}"
    path = project.with_text(
        f"layers:\n  current_use: {{{made}, kind: class}}\n"
        f"  water: {{{made}, kind: fraction, of: water}}\n"
    )
    for name, wanted in (
        ("current_use", {"built_up": 1_000, "water": 1_000, "farm": 1_000}),
        ("water", 1_000),
    ):
        picture = path.parent / "x.png"
        shown = call("layers", "show", path, name, "--json", "--png", picture).json
        if isinstance(wanted, dict):
            parts = {one["part"]: one["ha"] for one in shown["histogram"]}
            assert parts == wanted
        else:
            assert shown["ha"] == wanted


def test_a_number_may_be_a_sum_of_columns(project: SmallProject, call: Call) -> None:
    strips = [
        box(WEST + 2_000 * at, SOUTH, WEST + 2_000 * (at + 1), NORTH) for at in range(3)
    ]
    columns: dict[str, list[Any]] = {
        "people": [2_000, 4_000, 0],
        "ha": [1_000, 1_000, 0],
        "name": ["a", "b", "c"],
    }
    write_vector(project.file("people.gpkg"), strips, columns)
    text = (
        "layers: {{density: {{file: data/people.gpkg, kind: value, fill: 9, "
        "unit: persons/ha, value: {value!r}}}}}\n"
    )
    path = project.with_text(text.format(value="(people + 1000) / ha * 2"))
    layers = _layers(call, path)
    assert layers["density"]["range"] == "6.00 – 10.0"
    assert "40 cells without data set to 9" in layers["density"]["note"]  # 0 / 0
    assert layers["density"]["coverage"] == pytest.approx(66.67)
    for value, said in (
        ("peple / ha", "did you mean 'people'?"),
        ("name / ha", "must hold numbers"),
        ("__import__('os').system('true')", "got '__import__'"),
        ("people.__class__", "must be a number, a layer, or a sum"),
        ("people(1)", "must be a number, a layer, or a sum"),
        ("people ** 9999", "must be a number, a layer, or a sum"),
        ("3 + 4", "value must be a sum over"),
        ("people +", "cannot be read"),
    ):
        called = call("run", project.with_text(text.format(value=value)))
        assert called.code == 4
        assert said in called.err, value


def test_a_raster_is_converted_by_an_expression(
    project: SmallProject, call: Call
) -> None:
    heights = np.tile(np.arange(12, dtype=np.float32) * 100, (10, 1))
    write_raster(project.file("elevation.tif"), heights)
    path = project.with_text("layers: {elevation: {value: band / 100}}\n")
    assert _layers(call, path)["elevation"]["range"] == "0 – 11.0"


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        ("{kind: zone}", "must have one of file, blocks or when, got nothing"),
        ("{blocks: 1 km, when: built_up, kind: zone}", "got 'blocks, when'"),
        ("{blocks: 1 km, kind: value}", "must have 'kind: zone' because of 'blocks'"),
        (
            "{when: built_up, kind: zone}",
            "must have 'kind: fraction' because of 'when'",
        ),
        ("{when: nowhere > 1, kind: fraction}", "unknown layer 'nowhere'"),
        ("{when: 1 +, kind: fraction}", "must be an expression over layers"),
        (
            "{when: built_up, kind: fraction, assumed: true}",
            "is assumed, so it must have a reason",
        ),
    ],
)
def test_what_makes_no_layer_is_a_fault(
    project: SmallProject, call: Call, layer: str, said: str
) -> None:
    called = call("check", project.with_text(f"layers: {{odd: {layer}}}\n"))
    assert called.code == 3
    assert said in called.err


def test_an_assumed_definition_is_listed(project: SmallProject, call: Call) -> None:
    path = project.with_text(
        "layers: {high: {when: elevation >= 8, kind: fraction, assumed: true, "
        "reason: {nl: gekozen, en: chosen}}}\n"
    )
    found = {one["path"]: one for one in call("run", path, "--json").json["assumed"]}
    assert found["layers.high"]["text"] == "elevation >= 8"
    assert found["layers.high"]["reason"]["nl"] == "gekozen"


def test_puzzelland_may_have_made_layers(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        "name: p\nprovince: puzzelland\ngrid: {cell: 500 m}\n"
        "layers:\n"
        "  block: {blocks: 1 km, kind: zone}\n"
        "  low: {when: elevation <= -4 and polder_id, kind: fraction}\n"
    )
    layers = _layers(call, path)
    assert layers["low"]["invented"]
    shown = {
        name: call(
            "layers", "show", path, name, "--json", "--png", tmp_path / "x.png"
        ).json["ha"]
        for name in ("low", "deep_polder")
    }
    assert shown["low"] == pytest.approx(shown["deep_polder"], rel=0.1)


def test_high_sandy_soil_is_derived_as_the_list_of_sources_says(
    project: SmallProject, call: Call
) -> None:
    recipe = shipped_data_sets()["high_sands"].layers["high_sand"]
    units = {"code": ["Hn21", "hVc", "Zn23"]}  # sand, peat, sand: 2 km each
    strips = [
        box(WEST + 2_000 * at, SOUTH, WEST + 2_000 * (at + 1), NORTH) for at in range(3)
    ]
    write_vector(project.file("soil.gpkg"), strips, units)
    path = project.with_text(
        "layers:\n  soil: {file: data/soil.gpkg, kind: class, column: code, "
        "classes: {peat: [hV*], sand: [H*, Z*]}}\n"
        f'  high_sand: {{kind: fraction, when: "{recipe.when}"}}\n'
    )
    shown = call(
        *("layers", "show", path, "high_sand", "--json"),
        *("--png", path.parent / "s.png"),
    )
    # heights go from 0 in the west to 11 m in the east, 1 m a column of 10 cells: the
    # western sand lies at 0 to 3 m, the eastern one at 8 to 11 m, so 4 columns count
    assert shown.json["ha"] == 4 * 10 * 25
