"""Data that are missing, damaged or elsewhere: said per layer, with code 4."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from shapely import Polygon, box

from tests.cli.conftest import Call
from tests.small_project import (
    BOW_TIE,
    SmallProject,
    write_raster,
    write_vector,
)


def _truncate(project: SmallProject, name: str, size: int) -> None:
    path = project.file(name)
    path.write_bytes(path.read_bytes()[:size])


def _nan(project: SmallProject) -> None:
    heights = np.zeros((10, 12), np.float32)
    heights[3, 4] = np.nan
    write_raster(project.file("elevation.tif"), heights)


def _truncated_raster(project: SmallProject) -> None:
    heights = np.random.default_rng(1).random((400, 400)).astype(np.float32)
    write_raster(project.file("elevation.tif"), heights)
    _truncate(project, "elevation.tif", 2_000)


def _flat(project: SmallProject, **changes: object) -> None:
    heights = np.zeros((10, 12), np.float32)
    write_raster(project.file("elevation.tif"), heights, **changes)  # type: ignore[arg-type]


Spoil = Callable[[SmallProject], object]
NATURE, HEIGHT = "small.yaml:8:15: layers.natura2000: ", "small.yaml:10:14: "
SPOILT: dict[str, tuple[Spoil, list[str]]] = {
    "a missing file": (
        lambda project: project.file("nature.gpkg").unlink(),
        [NATURE, "file of layer 'natura2000' must exist", "nature.gpkg", "fetch it"],
    ),
    "a missing area": (
        lambda project: project.file("provinces.gpkg").unlink(),
        ["small.yaml:3:7: area: ", "must exist"],
    ),
    "a file that is no map": (
        lambda project: project.file("nature.gpkg").write_bytes(b"hello" * 99),
        [NATURE, "must be readable", "damaged, truncated or of no known format"],
    ),
    "a truncated GeoPackage": (
        lambda project: _truncate(project, "nature.gpkg", 2_000),
        [NATURE, "must be readable", "damaged, truncated or of no known format"],
    ),
    "a truncated raster": (
        _truncated_raster,
        [HEIGHT, "must be readable", "damaged, truncated or of no known format"],
    ),
    "an empty file": (
        lambda project: project.file("elevation.tif").write_bytes(b""),
        [HEIGHT, "must be readable"],
    ),
    "a raster without coordinate system": (
        lambda project: _flat(project, crs=None),
        [HEIGHT, "must say its coordinate system", "gdal_edit -a_srs EPSG:28992"],
    ),
    "polygons without coordinate system": (
        lambda project: write_vector(project.file("nature.gpkg"), [BOW_TIE], crs=None),
        [NATURE, "coordinate system"],
    ),
    "a layer elsewhere": (
        lambda project: write_vector(
            project.file("nature.gpkg"), [box(200e3, 500e3, 201e3, 501e3)]
        ),
        [NATURE, "must overlap the province (X 50,000..56,000", "X 200,000..201,000"],
    ),
    "a raster on another grid": (
        lambda project: _flat(project, corner=(50_100, 405_000)),
        [HEIGHT, "must be on the province grid", "resample it first", "gdalwarp"],
    ),
    "a cell without a number": (
        _nan,
        [HEIGHT, "none for 1 of 120 cells, the first at X 52,250 Y 403,250", "fill"],
    ),
}


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.filterwarnings("ignore:'crs' was not provided:UserWarning")
@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_data_have_their_layer_and_code_4(
    project: SmallProject, call: Call, name: str
) -> None:
    spoil, parts = SPOILT[name]
    spoil(project)
    called = call("run", project.scenario, "--json")
    assert called.code == 4
    document = called.json
    assert (document["status"], document["exit_code"]) == ("error", 4)
    for part in parts:
        assert part in document["faults"][0]
    assert not list(project.runs.glob("[!.]*"))


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.filterwarnings("ignore:'crs' was not provided:UserWarning")
@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_data_are_told_in_dutch(
    project: SmallProject, call: Call, name: str
) -> None:
    SPOILT[name][0](project)
    said = call("run", project.scenario, "--json", "--lang", "nl").json["faults"][0]
    ours = re.sub(r"\(.*\)", "", said)  # in brackets: what GDAL says
    assert not re.search(r"\b(must|but|the|first|is damaged|none)\b", ours), said
    assert " moet " in said


def test_the_faults_of_all_layers_come_together(
    project: SmallProject, call: Call
) -> None:
    project.file("nature.gpkg").unlink()
    project.file("stations.gpkg").unlink()
    called = call("run", project.scenario, "-q")
    assert called.code == 4
    assert "layers.natura2000" in called.err
    assert "layers.grid_station" in called.err


@pytest.mark.parametrize(
    ("shapes", "note"),
    [
        ([box(50e3, 400e3, 51e3, 401e3), None], "1 features without geometry dropped"),
        ([box(50e3, 400e3, 51e3, 401e3), Polygon()], "1 features without geometry"),
        ([BOW_TIE], "1 invalid geometries made valid"),
    ],
)
def test_what_is_dropped_or_repaired_is_said(
    project: SmallProject, call: Call, shapes: list[Polygon], note: str
) -> None:
    write_vector(project.file("nature.gpkg"), shapes)
    called = call("run", project.scenario, "--json")
    assert called.code == 0
    notes = {layer["name"]: layer["note"] for layer in called.json["layers"]}
    assert note in notes["natura2000"]
    assert notes["built_up"] == ""
    assert f"natura2000: {note}" in call("layers", project.scenario).out


def test_a_repaired_polygon_keeps_its_area(project: SmallProject, call: Call) -> None:
    write_vector(project.file("towns.gpkg"), [BOW_TIE])
    document = call("run", project.scenario, "--json").json
    assert document["available_ha"] == pytest.approx(3_000 - 50)


def test_a_missing_layer_leaves_its_rule_out_and_says_so(
    project: SmallProject, call: Call
) -> None:
    rule = "rules: {x-y: {kind: exclusion, uses: [solar], where: quiet_area > 0.5}}\n"
    path = project.with_text(rule)
    called = call("run", path, "--json")
    assert called.code == 0
    state = {one["id"]: one for one in called.json["rules"]}["x-y"]
    assert not state["applied"]
    assert state["reason"] == "layer quiet_area is missing in this province"
    for again in ("now that the run is there", "and after it was removed"):
        strict = call("run", path, "--strict", "-q")
        assert strict.code == 4, again
        assert "x-y (layer quiet_area is missing in this province)" in strict.err
        for file in project.runs.glob("small-*/run.json"):
            file.unlink()
