"""``puzzel sweep`` and several scenarios at once, as a user calls them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_project import SmallProject

FITS, NOT = "100 MWp", "149 MWp"


def test_a_sweep_tells_what_came_and_ends_with_the_worst_runs_code(
    project: SmallProject, call: Call
) -> None:
    rows = project.folder / "rows.csv"
    rows.write_text(f"claims.power.target.min;stays\n{FITS};\n{NOT};2\n", "utf-8")
    asked = ("sweep", project.scenario, "--rows", rows, "--jobs", "1")
    first = call(*asked)
    assert first.code == 5, first.err  # one of the two does not fit
    assert "2/2" in first.err
    table = [line.split("  ") for line in first.out.splitlines()]
    lines = [" ".join(filter(None, line)) for line in table]
    assert any("149 MWp" in line and "does not fit" in line for line in lines)
    assert any("100 MWp" in line and " solved 0.00%" in line for line in lines)

    again = call(*asked, "--json").json  # nothing is made anew
    assert again["exit_code"] == 5
    assert [run["status"] for run in again["runs"]] == ["optimal", "infeasible"]
    assert [run["values"] for run in again["runs"]] == [
        {"claims.power.target.min": FITS, "stays": "1 points/ha"},
        {"claims.power.target.min": NOT, "stays": "2 points/ha"},
    ]
    assert {Path(file).name for file in again["files"]} >= {
        *("sweep.html", "sweep.xlsx", "sweep.nc")
    }

    status = call("status", project.runs, "--json").json
    assert [one for one in status if "sweep_dir" in one] == [
        {"sweep_dir": again["sweep_dir"], "done": 2, "failed": 0, "waiting": 0}
    ]
    told = call("status", project.runs, "--lang", "nl").out
    assert "reeks" in told
    assert "nog niet" in told

    # a plain run of the same values is the same run, at once or one after the other
    plain = call("run", project.scenario, "--jobs", "1", "--json").json
    assert plain["run_dir"] == again["runs"][0]["run_dir"]
    text = "stays: 2 points/ha\nclaims: {power: {target: {min: 149 MWp}}}\n"
    both = project.with_text(text)
    many = call("run", project.scenario, both, "--jobs", "2", "--json")
    assert many.code == 5
    assert [run["status"] for run in many.json] == ["optimal", "infeasible"]
    assert many.json[1]["run_dir"] == again["runs"][1]["run_dir"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 3, "a sweep must vary something"),
        (["--vary", "claims.powr.target=1"], 3, "did you mean 'power'?"),
        (["--vary", "stays=1", "--rows", "small.yaml"], 2, "not both"),
        (["--rows", "nothing.csv"], 2, "file must exist"),
        (["--vary", "stays=1", "--design", "fancy"], 2, "must be one of grid, list"),
        (["--vary", "stays=1", "--jobs", "0"], 2, "--jobs must be at least 1, got 0"),
        (["--vary", "stays=1", "--cluster", "moon"], 2, "must be one of local, slurm"),
        (["--vary", "stays=1", "--gap", "2"], 3, "--gap: solve.gap must be <= 1"),
    ],
)
def test_what_cannot_be_swept_is_told_before_anything_runs(
    project: SmallProject,
    call: Call,
    words: list[str],
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project.folder)
    called = call("sweep", "small.yaml", *words)
    assert called.code == code
    assert told in called.err
    assert not project.runs.exists() or not list(project.runs.glob("small-*"))
