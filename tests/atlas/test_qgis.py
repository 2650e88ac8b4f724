import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from atlas.read_run import Run

PYTHON = Path("/usr/bin/python3")
SCRIPT = Path(__file__).with_name("open_in_qgis.py")


@pytest.fixture(scope="module")
def seen(published: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    pictures = tmp_path_factory.mktemp("pictures")
    asked = [str(PYTHON), "-c", "import qgis.core"]
    if not PYTHON.exists() or subprocess.run(asked, capture_output=True).returncode:
        pytest.skip("QGIS is not there (Debian: python3-qgis)")
    found = subprocess.run(
        [str(PYTHON), str(SCRIPT), str(published), str(pictures)],
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
