"""``puzzel pack`` and ``puzzel unpack`` as a colleague uses them."""

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

from scenarios.load import load_scenario
from scenarios.options import Options
from scenarios.run import run_scenario
from tests.cli.conftest import Call
from tests.small_project import SmallProject


def test_there_and_back(tmp_path: Path, call: Call, project: SmallProject) -> None:
    archive, here = tmp_path / "x.zip", tmp_path / "here"
    packed = call("pack", project.scenario, "--out", archive, "--json")
    assert (packed.code, packed.json["run"]) == (0, None)
    assert packed.json["unlicensed"] == [
        *("municipality", "built_up", "elevation", "grid_station")
    ]
    again = call("pack", project.scenario, "--out", archive)
    assert (again.code, "x.zip' exists" in again.err) == (2, True)
    forced = call("pack", project.scenario, "--out", archive, "--force")
    assert (forced.code, "there was no run of it" in forced.out) == (0, True)
    assert "note: without a licence" in forced.err
    came = call("unpack", archive, here, "--json")
    assert came.code == 0
    assert came.json["same"] is True
    assert came.json["hash"] == packed.json["hash"]
    second = call("unpack", archive, here)
    assert (second.code, "must be empty or new" in second.err) == (2, True)
    dutch = call("unpack", archive, here, "--force", "--lang", "nl")
    assert dutch.code == 0
    assert "een run hier is dezelfde als daar" in dutch.out
    assert f"verder: puzzel run {here / 'small.yaml'}" in dutch.out


def test_a_run_is_packed_by_its_folder(
    tmp_path: Path, call: Call, project: SmallProject
) -> None:
    ran = call("run", project.scenario, "--json")
    run = Path(ran.json["run_dir"])
    archive = tmp_path / "x.zip"
    packed = call("pack", run, "--out", archive)
    assert packed.code == 0
    assert f"its data and run runs/{run.name}" in packed.out
    assert "another version" not in packed.err
    assert call("unpack", archive, tmp_path / "here").code == 0
    scenario = tmp_path / "here" / "small.yaml"
    reused = call("run", scenario, "--json")
    assert reused.json["provenance"] == ran.json["provenance"]
    shutil.rmtree(tmp_path / "here" / "runs")
    anew = call("run", scenario, "--json")
    assert anew.json["provenance"]["hash"] == ran.json["provenance"]["hash"]
    assert anew.json["provenance"]["created"] != ran.json["provenance"]["created"]
    for name in ("allocation.tif", "cells.nc", "instance.nc"):
        here = Path(anew.json["run_dir"]) / name
        assert here.read_bytes() == (run / name).read_bytes()


def test_a_run_of_another_version_is_told(
    tmp_path: Path, call: Call, project: SmallProject
) -> None:
    loaded = load_scenario(project.scenario)
    run = run_scenario(loaded, Options(project.runs, "en")).folder
    document = json.loads((run / "run.json").read_text("utf-8"))
    document["provenance"]["hash"] = "0" * 64
    (run / "run.json").write_text(json.dumps(document), encoding="utf-8")
    packed = call("pack", run, "--out", tmp_path / "x.zip")
    assert packed.code == 0
    assert "the run is of another version (hash 00000000" in packed.err


def test_what_cannot_be_done_is_told(
    tmp_path: Path, call: Call, project: SmallProject
) -> None:
    nothing = call("pack", tmp_path / "none.yaml", "--out", tmp_path / "x.zip")
    assert (nothing.code, "give a scenario (.yaml)" in nothing.err) == (2, True)
    assert call("unpack", tmp_path / "none.zip", tmp_path / "here").code == 4
    bad = tmp_path / "bad.zip"
    with ZipFile(bad, "w") as file:
        file.writestr("../x", "1")
    escaped = call("unpack", bad, tmp_path / "here", "--lang", "nl")
    assert escaped.code == 4
    assert "bad.zip mag alleen bestanden van zijn eigen map bevatten" in escaped.err
    project.file("nature.gpkg").unlink()
    missing = call(
        "pack", project.scenario, "--out", tmp_path / "x.zip", "--lang", "nl"
    )
    assert missing.code == 4
    assert "het bestand van layers.natura2000 moet er zijn" in missing.err


def test_a_run_of_another_version_is_not_said_to_be_the_same(
    tmp_path: Path, call: Call, project: SmallProject
) -> None:
    ran = call("run", project.scenario, "--json")
    told = Path(ran.json["run_dir"]) / "run.json"
    document = json.loads(told.read_text("utf-8"))
    document["provenance"]["hash"] = "0" * 64  # as an older version had it
    told.write_text(json.dumps(document), "utf-8")
    archive = tmp_path / "x.zip"
    packed = call("pack", told.parent, "--out", archive)
    assert "another version (hash 00000000" in packed.err
    came = call("unpack", archive, tmp_path / "here", "--lang", "en")
    assert came.code == 0
    assert "another version (hash 00000000" in came.err
    assert "a run here is the run there" not in came.out
    as_data = call("unpack", archive, tmp_path / "json", "--json").json
    assert as_data["same"] is False
