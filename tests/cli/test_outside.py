"""A scenario of someone else reads files of its project, and of folders allowed."""

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_away import RASTER_VRT
from tests.small_project import SmallProject

AWAY = "must name a file of the project"


@pytest.fixture
def away(project: SmallProject) -> Path:
    """A folder beside the project, with sound data that are nobody's business."""
    folder = project.folder.parent / "away"
    shutil.copytree(project.file(""), folder)
    return folder


def _layer(name: str, file: object) -> str:
    return f'layers: {{{name}: {{file: "{file}"}}}}\n'


def _here(file: Path) -> str:
    return os.path.relpath(file, file.parents[1] / "project")


@pytest.mark.parametrize("relative", [True, False])
def test_data_outside_the_project_are_not_read(
    project: SmallProject,
    call: Call,
    away: Path,
    monkeypatch: pytest.MonkeyPatch,
    relative: bool,
) -> None:
    file = away / "nature.gpkg"
    path = project.with_text(_layer("natura2000", _here(file) if relative else file))
    for command in ("run", "check", "pack", "layers"):
        called = call(command, path)
        assert called.code == 3, command
        assert f"changed.yaml:2:29: layers.natura2000.file {AWAY}" in called.err
        assert f"got {file};" in called.err
        assert f'allow its folder: PUZZEL_FOLDERS="{away}"' in called.err
    said = call("run", path, "--lang", "nl").err
    assert f'sta de map toe: PUZZEL_FOLDERS="{away}"' in said
    assert not project.runs.exists()
    other = project.folder.parent / "other"
    monkeypatch.setenv("PUZZEL_FOLDERS", f"{other}{os.pathsep}{away}")
    assert call("run", path).code == 0


def test_the_boundary_and_every_layer_are_told_at_once(
    project: SmallProject, call: Call, away: Path
) -> None:
    text = project.scenario.read_text("utf-8").replace("data/", f"{away}/")
    path = project.folder / "far.yaml"
    path.write_text(text, encoding="utf-8")
    faults = call("check", path, "--json").json["faults"]
    assert len([one for one in faults if AWAY in one]) == 6
    assert any("area.file" in one for one in faults)


def test_a_name_that_begins_as_the_projects_is_another_folder(
    project: SmallProject, call: Call
) -> None:
    other = project.folder.with_name("project-2")
    shutil.copytree(project.folder, other)
    path = project.with_text(_layer("natura2000", "../project-2/data/nature.gpkg"))
    assert call("run", path).code == 3


@pytest.mark.parametrize("part", ["file", "folder", "beside"])
def test_links_are_followed(
    project: SmallProject,
    call: Call,
    away: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
) -> None:
    named = "data/elevation.tif"
    secret = away / "elevation.tif"
    if part == "file":
        project.file("elevation.tif").unlink()
        project.file("elevation.tif").symlink_to(secret)
    elif part == "folder":
        project.file("there").symlink_to(away)
        named = "data/there/elevation.tif"
    else:
        secret = away / "elevation.tif.aux.xml"
        secret.write_text("<PAMDataset/>")
        project.file("elevation.tif.aux.xml").symlink_to(secret)
    path = project.with_text(_layer("elevation", named))
    called = call("run", path)
    assert called.code == 3
    assert f"got {secret};" in called.err
    monkeypatch.setenv("PUZZEL_FOLDERS", str(away))
    assert call("run", path).code == 0


def test_a_link_in_a_circle_is_a_file_that_is_not_there(
    project: SmallProject, call: Call
) -> None:
    link = project.file("round.gpkg")
    link.symlink_to(link)
    called = call("run", project.with_text(_layer("natura2000", "data/round.gpkg")))
    assert called.code == 4
    assert "must exist, but there is none at" in called.err


def test_a_scenario_outside_is_not_extended(
    project: SmallProject, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = project.folder.parent / "secret.yaml"
    secret.write_text("name: hidden-words\n  - bad", encoding="utf-8")
    path = project.folder / "child.yaml"
    path.write_text("extends: [small.yaml, ../secret.yaml]\n", encoding="utf-8")
    called = call("check", path)
    assert called.code == 3
    assert f"extends[1] {AWAY}" in called.err
    assert "hidden-words" not in called.err
    secret.write_text("name: base\n", encoding="utf-8")
    monkeypatch.setenv("PUZZEL_FOLDERS", str(project.folder.parent))
    assert call("check", path).code == 0


def test_a_scenario_in_a_folder_of_its_project_may_name_its_data(
    project: SmallProject, call: Call
) -> None:
    path = project.folder / "variants" / "green.yaml"
    path.parent.mkdir()
    path.write_text("extends: ../small.yaml\nname: Green\n", encoding="utf-8")
    assert call("check", path).code == 3  # nothing says where the project begins
    (project.folder / "scenario.schema.json").write_text("{}", encoding="utf-8")
    assert call("check", path).code == 0


def test_a_sweep_does_not_lead_outside(
    project: SmallProject, call: Call, away: Path
) -> None:
    path = project.with_text(
        f"sweep: {{vary: {{layers.natura2000.file: ['{away}/nature.gpkg']}}}}\n"
    )
    called = call("sweep", path)
    assert called.code == 3
    assert AWAY in called.err


RASTER = "elevation.tif"

MEANT_OUTSIDE = {
    "above": "../away/elevation.tif",
    "absolute": "{away}/elevation.tif",
    "gdal": "/vsizip/{away}/elevation.zip/elevation.tif",
    "entity": "&#47;vsicurl/https:&#47;/x.nl/elevation.tif",
    "driver": 'NETCDF:"{away}/elevation.nc":a',
    "nested": "inner.vrt",
    "itself": "x.vrt",
    "missing": "nowhere.tif",
}


@pytest.mark.parametrize("name", MEANT_OUTSIDE)
def test_a_virtual_raster_names_files_of_its_folder_only(
    project: SmallProject, call: Call, away: Path, name: str
) -> None:
    relative = RASTER_VRT.replace('relativeToVRT="0"', 'relativeToVRT="1"')
    source = MEANT_OUTSIDE[name].format(away=away)
    if name == "nested":
        inner = relative.format(source="../../away/elevation.tif")
        project.file("inner.vrt").write_text(inner)
    # far down the file, where no look at its beginning finds it
    padding = f"<!-- {'x' * 150_000} --><SRS>"
    text = relative.format(source=source).replace("<SRS>", padding)
    project.file("x.vrt").write_text(text)
    path = project.with_text(_layer("elevation", "data/x.vrt"))
    called = call("run", path)
    assert called.code == 4
    assert "must hold its data itself" in called.err
    assert "verwijst door" in call("run", path, "--lang", "nl").err


def test_a_virtual_raster_declares_nothing(project: SmallProject, call: Call) -> None:
    text = RASTER_VRT.replace('relativeToVRT="0"', 'relativeToVRT="1"')
    text = '<!DOCTYPE a [<!ENTITY x "elevation.tif">]>' + text.format(source="&x;")
    project.file("x.vrt").write_text(text)
    called = call("run", project.with_text(_layer("elevation", "data/x.vrt")))
    assert called.code == 4
    assert "<!DOCTYPE" in called.err


def test_what_a_virtual_raster_names_counts_as_input(
    project: SmallProject, call: Call
) -> None:
    text = RASTER_VRT.replace('relativeToVRT="0"', 'relativeToVRT="1"')
    project.file("x.vrt").write_text(text.format(source=RASTER))
    path = project.with_text(_layer("elevation", "data/x.vrt"))
    document = call("run", path, "--json").json
    names = {one["file"] for one in document["provenance"]["inputs"]}
    assert {"x.vrt", RASTER} <= names


def test_a_pipeline_of_gdal_is_no_data(
    project: SmallProject, call: Call, away: Path
) -> None:
    line = f"gdal vector pipeline ! read {away}/nature.gpkg ! write a.gdalg.json"
    text = f'{{"type": "gdal_streamed_alg", "command_line": "{line}"}}'
    project.file("x.gdalg.json").write_text(text)
    called = call("run", project.with_text(_layer("natura2000", "data/x.gdalg.json")))
    assert called.code == 4
    assert "must hold its data itself" in called.err


def test_overviews_of_a_raster_lie_in_it(project: SmallProject, call: Call) -> None:
    project.file("elevation.tif.aux.xml").write_text(
        '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">'
        "/vsicurl/https://x.nl/a.ovr</MDI></Metadata></PAMDataset>"
    )
    called = call("run", project.scenario)
    assert called.code == 4
    assert "must hold its data itself" in called.err
