import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from atlas.captions import sources
from atlas.compare import compare
from atlas.read_run import Run
from atlas.words.words import Words

PYTHON = Path("/usr/bin/python3")
SCRIPT = Path(__file__).with_name("open_in_qgis.py")


@pytest.fixture(scope="module")
def seen(published: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    pictures = tmp_path_factory.mktemp("pictures")
    asked = [str(PYTHON), "-c", "import qgis.core"]
    if not PYTHON.exists() or subprocess.run(asked, capture_output=True).returncode:
        pytest.skip("QGIS is not there (Debian: python3-qgis)")
    folder = tmp_path_factory.mktemp("moved")  # relative paths: a copy opens as well
    run_dir = shutil.copytree(published, folder / published.name)
    other = shutil.copytree(published, folder / "other-0123abcd")
    compare((run_dir, other), folder / "comparison")
    moved = shutil.move(folder, folder.with_name("again"))
    run_dir = Path(moved) / published.name
    project = Path(moved) / "comparison" / "comparison.qgz"
    found = subprocess.run(
        [str(PYTHON), str(SCRIPT), str(run_dir), str(pictures), str(project)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (pictures / "gpkg.png").stat().st_size > 2_000
    return dict(json.loads(found.stdout))


def test_qgis_opens_patches_in_colour_with_dutch_names(
    seen: dict[str, Any], run: Run
) -> None:
    for name in ("cells", "patches"):
        layer = seen[name]
        assert layer["valid"]
        assert layer["crs"] == "EPSG:28992"
        assert layer["renderer"] == "categorizedSymbol"
        assert layer["categories"]["housing"] == ["wonen", "#ffff00"]
    assert seen["cells"]["features"] == (run.use > 0).sum()
    assert "huidig gebruik" in seen["cells"]["headings"]


def test_qgis_draws_municipalities_as_named_edges(seen: dict[str, Any]) -> None:
    assert seen["municipalities"]["renderer"] == "singleSymbol"
    assert seen["municipalities"]["labels"]


def test_qgis_shows_only_the_uses_that_occur_in_the_raster(
    seen: dict[str, Any], run: Run
) -> None:
    assert seen["raster"]["renderer"] == "paletted"
    assert set(seen["raster"]["classes"]) == {str(code) for code in run.use}
    assert seen["raster"]["classes"]["1"] == ["wonen", "#ffff00"]


def test_qgis_reads_the_sources_of_every_layer(seen: dict[str, Any], run: Run) -> None:
    wanted = sources(run.document.credited, Words("nl"))
    assert wanted
    project = seen["project"]
    assert {layer["credit"] for layer in project["layers"].values()} == {wanted}
    assert project["abstract"] == wanted


def test_qgis_opens_the_project_with_all_layers_in_a_group(
    seen: dict[str, Any], run: Run
) -> None:
    project = seen["project"]
    assert project["read"]
    assert project["crs"] == "EPSG:28992"
    assert project["groups"] == [run.document.name]
    layers = project["layers"]
    assert list(layers) == [
        "puzzel_municipalities_0",
        "puzzel_patches_0",
        "puzzel_cells_0",
        "puzzel_allocation_0",
    ]
    assert all(layer["valid"] for layer in layers.values())
    assert {layer["crs"] for layer in layers.values()} == {"EPSG:28992"}
    assert layers["puzzel_patches_0"]["renderer"] == "categorizedSymbol"
    assert (
        layers["puzzel_patches_0"]["title"] == "Aaneengesloten gebieden van één functie"
    )
    assert layers["puzzel_allocation_0"]["renderer"] == "paletted"
    assert [name for name, layer in layers.items() if layer["shows"]] == [
        "puzzel_municipalities_0",
        "puzzel_patches_0",
    ]


def test_qgis_opens_the_project_of_a_comparison(seen: dict[str, Any]) -> None:
    project = seen["comparison"]
    assert project["groups"] == ["basis-0123abcd", "other-0123abcd"]
    assert len(project["layers"]) == 8
    assert all(layer["valid"] for layer in project["layers"].values())
