import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.publish import publish
from atlas.writing import whole


def test_writes_all_files_and_leaves_no_others(published: Path) -> None:
    assert {path.name for path in published.iterdir()} == {
        "run.json",
        "cells.nc",
        "tables.xlsx",
        "allocation.tif",
        "allocation.tif.aux.xml",
        "allocation.tif.vat.dbf",
        "allocation.tif.vat.cpg",
        "allocation.qml",
        "allocation.gpkg",
        "map.png",
        "project.qgz",
        "report.html",
    }


def test_publishes_again_over_what_is_there(published: Path) -> None:
    assert all(path.is_file() for path in publish(published))


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder is read-only")
def test_says_that_a_folder_cannot_be_written() -> None:
    with (
        pytest.raises(OSError, match="must be there and writable"),
        whole(Path("/proc/map.png")) as path,
    ):
        path.touch()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write")
def test_refuses_a_read_only_run_folder(published: Path) -> None:
    published.chmod(0o500)
    try:
        with pytest.raises(PermissionError, match="writable"):
            publish(published)
    finally:
        published.chmod(0o700)


def test_a_file_that_cannot_be_replaced_is_named(tmp_path: Path) -> None:
    (tmp_path / "map.png" / "in_use").mkdir(parents=True)
    with (
        pytest.raises(OSError, match=r"map\.png must not be in use"),
        whole(tmp_path / "map.png") as path,
    ):
        path.touch()
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        _write_half(tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 1


def _write_half(target: Path) -> None:
    with whole(target) as path:
        path.write_text("half", encoding="utf-8")
        _ = 1 / 0


def test_heavy_packages_are_imported_only_when_used() -> None:
    heavy = "matplotlib geopandas rasterio openpyxl pandas scipy shapely babel jinja2"
    code = (
        "import sys, atlas.publish, atlas.compare;"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
