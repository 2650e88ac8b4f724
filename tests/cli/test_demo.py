"""``puzzel demo``: what the README's first command does."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

VERIFIER = Path(__file__).resolve().parents[2].parent / "shared/checks/verify_result.py"
SCENARIOS = ("base.yaml", "green.yaml")


def _legal(run: Path) -> None:
    if not VERIFIER.is_file():
        pytest.skip(f"the checker is not there ({VERIFIER})")
    files = [str(run / name) for name in ("instance.nc", "result.nc")]
    done = subprocess.run(
        [sys.executable, str(VERIFIER), *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip().endswith("LEGAL"), done.stdout + done.stderr


def test_it_writes_a_project_and_says_how_to_go_on(tmp_path: Path, call: Call) -> None:
    called = call("demo", tmp_path / "demo", "--no-run")
    assert called.code == 0
    names = {path.name for path in (tmp_path / "demo").iterdir()}
    assert {*SCENARIOS, "scenario.schema.json"} <= names
    assert "puzzel run base.yaml" in called.out


def test_its_first_scenario_goes_all_the_way_to_a_map(
    tmp_path: Path, call: Call
) -> None:
    # one claim after the other, which takes no search
    call("demo", tmp_path, "--no-run", "--force")
    called = call("run", tmp_path / "base.yaml", "--engine", "sequential", "--json")
    assert called.code == 0, called.out
    document = called.json
    assert document["n_cells"] == 12_124
    assert all(layer["invented"] for layer in document["layers"])
    lacking = [
        rule["id"] for rule in document["rules"] if rule["reason_code"] == "layer"
    ]
    assert lacking == []
    run = Path(document["run_dir"])
    assert (run / "map.png").is_file()
    _legal(run)


def test_its_scenarios_both_fit_the_land(tmp_path: Path, call: Call) -> None:
    call("demo", tmp_path, "--no-run", "--force")
    for name in SCENARIOS:
        called = call("check", tmp_path / name, "--json")
        assert called.code == 0, called.out


@pytest.mark.slow
def test_it_runs_both_proves_a_gap_and_compares_them(
    tmp_path: Path, call: Call
) -> None:
    call("demo", tmp_path / "demo", "--no-run")
    written = tmp_path / "demo" / "base.yaml"  # the machine may be busy: ask for time
    text = written.read_text("utf-8")
    assert "time_limit: 2 min" in text
    written.write_text(text.replace("time_limit: 2 min", "time_limit: 15 min"), "utf-8")
    called = call("demo", tmp_path / "demo", "--json")
    assert called.code == 0, called.out
    runs: list[dict[str, Any]] = called.json["runs"]
    for run in runs:
        assert run["status"] == "optimal"
        assert run["gap"] <= 0.01
        _legal(Path(run["run_dir"]))
    base, green = ({use["id"]: use["ha"] for use in run["uses"]} for run in runs)
    assert green["forest"] > base["forest"]
    comparison = tmp_path / "demo" / "comparison"
    assert (comparison / "comparison.png").is_file()
    assert (comparison / "comparison.xlsx").is_file()
    assert json.loads((Path(runs[0]["run_dir"]) / "run.json").read_text("utf-8"))
