"""``puzzel run``: the document, the folder, and when a run is made again."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from shapely import box

from tests.cli.conftest import Call, Called, hidden
from tests.small_project import (
    SmallProject,
    small_project,
    write_raster,
    write_vector,
)

DOCUMENT = {
    *("status", "objective", "bound", "gap", "seconds", "engine", "claims", "rules"),
    *("run_dir", "versions"),
}
CLAIM = {"id", "unit", "min", "max", "achieved", "shortfall", "price"}
RULE = {"id", "kind", "hardness", "applied", "reason", "violated", "price"}
FILES = {
    *("scenario.resolved.yaml", "run.json", "events.jsonl", "instance.nc", "result.nc"),
    *("allocation.tif", "allocation.qml", "allocation.tif.aux.xml", "allocation.gpkg"),
    "tables.xlsx",
}
VERIFIER = Path(__file__).resolve().parents[2].parent / "shared/checks/verify_result.py"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[SmallProject, Called]:
    from typer.testing import CliRunner

    import cli.main  # noqa: F401
    from cli.program import app

    project = small_project(tmp_path_factory.mktemp("finished") / "project")
    found = CliRunner().invoke(app, ["run", str(project.scenario), "--json"])
    return project, Called(found.exit_code, found.stdout, found.stderr)


def _folders(project: SmallProject) -> list[Path]:
    return sorted(project.runs.glob("[!.]*"))


def test_the_document_has_the_keys_of_the_contract(
    finished: tuple[SmallProject, Called],
) -> None:
    _, called = finished
    assert called.code == 0
    document = called.json
    assert set(document) >= DOCUMENT
    assert document["status"] == "optimal"
    assert 0 <= document["gap"] <= 0.01
    assert document["objective"] <= document["bound"]
    assert [claim["id"] for claim in document["claims"]] == [
        *("homes", "power", "forest_area")
    ]
    for claim in document["claims"]:
        assert set(claim) >= CLAIM
        assert claim["min"] <= claim["achieved"] <= claim["max"]
        assert claim["shortfall"] == 0
    ids = {rule["id"] for rule in document["rules"]}
    assert {"no-homes-in-nature", "forest-share", "uses.solar.near"} <= ids
    assert all(set(rule) >= RULE and rule["applied"] for rule in document["rules"])
    assert set(document["seconds"]) == {
        *("grid", "suitability", "problem", "solve", "write", "report")
    }


def test_progress_is_no_part_of_the_document(
    finished: tuple[SmallProject, Called],
) -> None:
    assert finished[1].err == ""  # --json is quiet too


def test_the_folder_has_the_files_of_the_contract(
    finished: tuple[SmallProject, Called],
) -> None:
    project, called = finished
    (folder,) = _folders(project)
    assert {path.name for path in folder.iterdir()} >= FILES
    assert Path(called.json["run_dir"]) == folder
    document = json.loads((folder / "run.json").read_text("utf-8"))
    assert document == called.json
    provenance = document["provenance"]
    assert provenance["seed"] == 1
    assert folder.name == f"small-{provenance['hash'][:8]}"
    files = {one["file"]: one["sha256"] for one in provenance["inputs"]}
    assert set(files) == {
        *("provinces.gpkg", "municipalities.gpkg", "nature.gpkg", "towns.gpkg"),
        *("elevation.tif", "stations.gpkg"),
    }
    assert all(len(checksum) == 64 for checksum in files.values())
    assert document["layers"][1]["licence"] == "CC0-1.0"
    assert [one["path"] for one in document["assumed"]] == [
        "uses.housing.provides.homes"
    ]
    assert hidden(project.runs) == []


def test_every_event_is_a_line_of_json(finished: tuple[SmallProject, Called]) -> None:
    (folder,) = _folders(finished[0])
    lines = (folder / "events.jsonl").read_text("utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    stages = [event["name"] for event in events if event["event"] == "stage"]
    assert stages == ["grid", "suitability", "problem", "solve", "write", "report"]
    assert any(event["event"] == "progress" for event in events)


def test_the_answer_is_legal_for_a_checker_that_shares_no_code(
    finished: tuple[SmallProject, Called],
) -> None:
    if not VERIFIER.is_file():
        pytest.skip(f"the checker is not there ({VERIFIER})")
    (folder,) = _folders(finished[0])
    command: list[str | Path] = [
        sys.executable,
        VERIFIER,
        folder / "instance.nc",
        folder / "result.nc",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().endswith("LEGAL")


def test_the_allocation_keeps_what_the_rules_say(
    finished: tuple[SmallProject, Called],
) -> None:
    from grids.dataset import read_province

    (folder,) = _folders(finished[0])
    cells = read_province(folder / "cells.nc")
    assert cells.available_ha.sum() == pytest.approx(2_975)
    allocation = cells.layers["allocation"]
    code = {label: at for at, label in allocation.labels.items()}
    x, y = cells.grid.frame.centres_m()
    in_nature = (x[cells.grid.col] < 51_000) & (y[cells.grid.row] < 401_000)
    assert in_nature.sum() == 4
    assert not np.isin(
        allocation.values[in_nature], (code["housing"], code["solar"])
    ).any()
    zone = cells.layers["municipality"].values
    forest = allocation.values == code["forest"]
    for number in range(3):
        assert 10 <= cells.available_ha[forest & (zone == number)].sum() <= 200


def test_the_resolved_scenario_runs_again_to_the_same_answer(
    finished: tuple[SmallProject, Called], tmp_path: Path, call: Call
) -> None:
    project, called = finished
    (folder,) = _folders(project)
    copy = project.folder / "copy.yaml"
    copy.write_bytes((folder / "scenario.resolved.yaml").read_bytes())
    again = call("run", copy, "--out", tmp_path / "runs", "--json").json
    assert again["objective"] == called.json["objective"]
    assert Path(again["run_dir"]).name == folder.name


def test_the_same_run_is_there_already(
    finished: tuple[SmallProject, Called], call: Call
) -> None:
    project, called = finished
    (folder,) = _folders(project)
    before = (folder / "run.json").stat().st_mtime_ns
    again = call("run", project.scenario)
    assert again.code == 0
    assert "was there already, unchanged" in again.err
    assert (folder / "run.json").stat().st_mtime_ns == before
    assert _folders(project) == [folder]
    assert call("run", project.scenario, "--json").json == called.json


def test_what_is_changed_makes_another_run(project: SmallProject, call: Call) -> None:
    first = call("run", project.scenario, "--json").json["run_dir"]
    seen = {first}
    changes: list[Any] = [
        lambda: ["--gap", "2 %"],
        lambda: ["--seed", "7"],
        lambda: ["--engine", "sequential"],
        lambda: write_vector(
            project.file("nature.gpkg"), [box(50e3, 400e3, 52e3, 401e3)]
        ),
        lambda: project.with_whole("stays: 1 points", "stays: 2 points").replace(
            project.scenario
        ),
    ]
    for change in changes:
        words = change()
        words = words if isinstance(words, list) else []
        called = call("run", project.scenario, *words, "--json")
        assert called.code == 0
        seen.add(called.json["run_dir"])
    assert len(seen) == 1 + len(changes)
    assert len(_folders(project)) == len(seen)


def test_forced_is_made_again_in_the_same_folder(
    project: SmallProject, call: Call
) -> None:
    first = call("run", project.scenario, "--json").json
    again = call("run", project.scenario, "--force", "--json").json
    assert again["run_dir"] == first["run_dir"]
    assert again["objective"] == first["objective"]
    assert again["seconds"] != first["seconds"]
    assert len(_folders(project)) == 1
    assert hidden(project.runs) == []


def test_a_damaged_document_makes_the_run_again(
    project: SmallProject, call: Call
) -> None:
    document = call("run", project.scenario, "--json").json
    file = Path(document["run_dir"]) / "run.json"
    file.write_text(file.read_text("utf-8")[:500], encoding="utf-8")
    assert call("status", project.runs, "--json").json == []
    again = call("run", project.scenario, "--json")
    assert again.code == 0
    assert json.loads(file.read_text("utf-8")) == again.json


def test_one_bad_scenario_does_not_keep_the_others(
    project: SmallProject, call: Call
) -> None:
    good = project.with_text("", "good.yaml")
    whole = project.with_text(
        'layers: {natura2000: {where: "no_such > 1"}}\n', "bad.yaml"
    )
    called = call("run", whole, good, "--json")
    assert called.code == 4
    assert [one["status"] for one in called.json] == ["error", "optimal"]
    assert len(_folders(project)) == 1


def test_a_limit_that_is_too_short_has_code_6_and_is_tried_again(
    project: SmallProject, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    import scenarios.plan
    from solver.result import Result
    from solver.status import Status

    nan = float("nan")
    nothing = Result(Status.NO_SOLUTION, None, nan, nan, {}, 1.0, "exact/highs")
    with monkeypatch.context() as patched:  # no small problem takes that long
        patched.setattr(scenarios.plan, "solve", lambda *_, **__: nothing)
        called = call("run", project.scenario, "--json")
        assert called.code == 6
        assert called.json["status"] == "no_solution"
        assert called.json["bound"] is None
    again = call("run", project.scenario, "--json")
    assert (again.code, again.json["status"]) == (0, "optimal")


@pytest.mark.parametrize("solver", ["scip", "cp-sat"])
def test_other_solvers_find_the_same(
    project: SmallProject, call: Call, solver: str
) -> None:
    words = ("--gap", "0.01 %", "--json", "--engine", "exact")
    other = call("run", project.scenario, "--solver", solver, *words).json
    own = call("run", project.scenario, *words).json
    assert other["objective"] == pytest.approx(own["objective"], rel=2e-4)


def test_the_summary_speaks_both_languages(project: SmallProject, call: Call) -> None:
    english = call("run", project.scenario)
    assert "solved within the gap asked for" in english.out
    assert "1 assumed numbers" in english.out
    dutch = call("run", project.scenario, "--force", "--lang", "nl")
    assert "opgelost binnen het gevraagde gat" in dutch.out
    assert "3.000" in dutch.out
    assert "raster en kaartlagen" in dutch.err


def test_a_measured_part_of_the_cell_counts_as_existing(
    project: SmallProject, call: Call
) -> None:
    # a fifth of every cell is under trees: the share of at least 15 % is there already
    write_raster(project.file("trees.tif"), np.full((10, 12), 0.2, np.float32))
    layer = "tree_cover: {file: data/trees.tif, kind: value, source: test}"
    share = "{min: 15 %, max: 40 %, existing: tree_cover}"
    path = project.with_text(f"layers: {{{layer}}}\nrules: {{forest-share: {share}}}\n")
    called = call("run", path, "--json")
    assert called.code == 0, called.out
    forest = next(use for use in called.json["uses"] if use["id"] == "forest")
    assert 200 <= forest["ha"] <= 250  # what its claim asks, not 15 % of 3,000 ha
    own = layer.replace("kind", "unit: m, kind").replace("tree_cover", "trees_m")
    measured = project.with_text(
        f"layers: {{{own}}}\n"
        f"rules: {{forest-share: {share.replace('tree_cover', 'trees_m')}}}\n"
    )
    called = call("run", measured, "-q")
    assert called.code == 3
    assert "must name a layer of kind fraction, got 'trees_m'" in called.err
