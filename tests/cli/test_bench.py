"""``puzzel bench`` on the command line: measure, compare, judge."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.instances import counts, file
from solver.instance_file import write_instance
from solver.route import ENGINES
from tests.cli.conftest import Call
from tests.small_project import SmallProject


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    path = tmp_path / "mine.nc"
    write_instance(counts.build(200, 12), path)
    return path


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "cache_folder", lambda: tmp_path / "kept")


def test_measures_and_writes_lines_and_a_table(
    instance: Path, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "out"
    words = ("--engines", "sequential,flow", "--peers", "highs-ipm")
    called = call("bench", instance, *words, "--out", out, "--json")
    assert called.code == 0
    assert called.err == ""
    document = called.json
    assert document["interrupted"] is False
    assert document["files"] == [str(out / "results.jsonl"), str(out / "results.md")]
    records = document["records"]
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == records
    assert [record["method"] for record in records] == [
        *("sequential", "flow", "highs-ipm")
    ]
    greedy, flow, interior = records
    assert flow["status"] == "optimal"
    assert flow["objective"] <= flow["bound"] <= interior["bound"] + 1e-3
    assert greedy["status"] == "no_solution" or greedy["objective"] <= flow["bound"]
    for record in records:
        assert (record["cells"], record["uses"], record["rows"]) == (200, 6, 12)
        assert record["case"] == instance.as_posix()
        assert record["peak_memory_mb"] > 50
    table = (out / "results.md").read_text("utf-8").partition("\n## ")[0]
    assert table.count(f"| {instance.as_posix()} |") == 3
    again = call("bench", instance, *words, "--out", out)
    assert again.code == 2
    assert "has results already; choose another with --out, or --force" in again.err


def test_measures_a_scenario_of_ones_own_and_compares(
    project: SmallProject, tmp_path: Path, call: Call
) -> None:
    out = tmp_path / "a"
    called = call("bench", project.scenario, "--engines", "exact", "--out", out)
    assert called.code == 0
    assert "within the gap" in called.out
    assert f"{project.scenario.as_posix()}  exact …" in called.err
    same = call("bench", "compare", out, out, "--json")
    assert same.code == 0
    (pair,) = same.json["pairs"]
    assert pair["ratio"]["seconds"] == 1
    assert pair["better"] == 0
    page = tmp_path / "page.md"
    dutch = call("bench", "compare", out, out, "--out", page, "--lang", "nl")
    assert dutch.code == 0
    assert "Verschoven meetkundige gemiddelden" in dutch.out
    assert page.read_text("utf-8").rstrip() == dutch.out.rstrip()


def test_the_gate_holds_and_fails(instance: Path, tmp_path: Path, call: Call) -> None:
    path = tmp_path / "baseline.json"
    options = ("--engines", "exact", "--baseline", path)
    made = call("bench", "gate", instance, *options, "--update")
    assert made.code == 0
    assert path.is_file()
    held = call("bench", "gate", "--baseline", path, "--json")
    assert held.code == 0
    assert held.json["status"] == "holds"
    others = [engine for engine in ENGINES if engine != "exact"]
    assert held.json["without_baseline"] == others
    baseline = json.loads(path.read_text("utf-8"))
    baseline["records"][0]["objective"] *= 1.1
    baseline["records"][0]["bound"] *= 1.1
    path.write_text(json.dumps(baseline), encoding="utf-8")
    failed = call("bench", "gate", "--baseline", path)
    assert failed.code == 1
    assert f"{instance.as_posix()}, exact: objective was" in failed.err
    assert "worse than the gap allows" in failed.err


def test_lists_what_can_be_measured(call: Call) -> None:
    called = call("bench", "list", "--json")
    assert called.code == 0
    assert "zonal-n=160000-m=136" in called.json["instances"]["zonal"]
    assert set(called.json["sets"]) == {"quick", "province", "full"}
    assert {"exact", "sequential"} <= set(called.json["engines"])
    assert {"highs-ipm", "pdlp", "mip-scip"} <= set(called.json["peers"])
    assert "--set quick: 6" in call("bench", "list").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--set", "all"), 2, "--set must be one of quick, province, full"),
        (("zonaal",), 2, "instance must be one of zonal"),
        (("none.nc",), 2, "file of an instance or scenario must exist"),
        (("--engines", "fast"), 2, "--engines must have names from"),
        (("--peers", "cplex"), 2, "--peers must have names from highs-simplex"),
        (("--engines", "none"), 2, "there must be at least one method"),
        (("--gap", "3"), 2, "gap must lie in [0, 1), got 3"),
        (("--gap", "1 ha"), 2, "must be"),
        (("--time-limit", "0 s"), 2, "time limit must be > 0 s, got 0 s"),
        (("zonal-n=9-m=2",), 2, "zonal-n=9-m=2 cannot be made: n_rows must be"),
        (("compare", "a", "b"), 4, "results must be a folder of puzzel bench"),
        (("compare", "a"), 2, "Missing argument"),
        (("gate", "--baseline", "none.json"), 4, "baseline must be a file that"),
        (("gate", "zonal"), 2, "a baseline names its own instances"),
        (("gate", "--update", "--set", "x"), 2, "--set must be one of quick"),
        (("--nope",), 2, "No such option"),
    ],
)
def test_tells_what_is_wrong_with_the_arguments(
    words: tuple[str, ...],
    code: int,
    told: str,
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    called = call("bench", *words)
    assert called.code == code
    assert told in called.err
    document = call("bench", *words, "--json")
    assert document.json["exit_code"] == code
    assert told in " ".join(document.json["faults"])


def test_tells_an_unknown_name_in_dutch(call: Call) -> None:
    called = call("bench", "zonaal", "--lang", "nl")
    assert called.code == 2
    assert "opgave moet een van zonal" in called.err


def test_a_file_that_is_no_instance_has_the_code_of_the_contract(
    tmp_path: Path, call: Call
) -> None:
    path = tmp_path / "bad.nc"
    path.write_text("no NetCDF", encoding="utf-8")
    called = call("bench", path, "--out", tmp_path / "out")
    assert called.code == 3
    assert "bad.nc must be a NetCDF-4 file" in called.err


def test_a_scenario_with_faults_has_the_code_of_the_contract(
    project: SmallProject, tmp_path: Path, call: Call
) -> None:
    path = project.with_text("claims: {homes: {target: -5}}\n")
    called = call("bench", path, "--out", tmp_path / "out")
    assert called.code == 3
    assert "claims.homes.target" in called.err


def test_results_that_cannot_be_written_are_told_before_anything_is_measured(
    instance: Path, tmp_path: Path, call: Call
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    called = call("bench", instance, "--out", tmp_path / "taken")
    assert called.code == 4
    assert "must exist and be writable" in called.err
    assert "…" not in called.err


def test_runs_that_share_nothing_are_not_compared(
    instance: Path, tmp_path: Path, call: Call
) -> None:
    for name, engine in (("a", "sequential"), ("b", "exact")):
        out = tmp_path / name
        assert call("bench", instance, "--engines", engine, "--out", out).code == 0
    called = call("bench", "compare", tmp_path / "a", tmp_path / "b")
    assert called.code == 2
    assert "must share at least one instance" in called.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT")
def test_ctrl_c_keeps_what_was_measured(tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ["zonal-n=400-m=17", "zonal-n=40000-m=136", "--engines", "exact"]
    program = "from cli.main import main; main()"
    command = [sys.executable, "-c", program, "bench", *words, "--out", str(out)]
    process = subprocess.Popen(
        [*command, "--gap", "0 %", "--time-limit", "10 min", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    lines = out / "results.jsonl"
    while process.poll() is None and not (lines.is_file() and lines.stat().st_size):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    printed, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    document = json.loads(printed)
    assert document["interrupted"] is True
    assert [record["cells"] for record in document["records"]] == [400]
    assert "zonal-n=400-m=17" in (out / "results.md").read_text("utf-8")
