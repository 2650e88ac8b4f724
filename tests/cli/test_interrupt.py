"""Ctrl-C: the first keeps the best plan, the second aborts and keeps nothing."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from solver.compile import to_instance
from solver.instance_file import write_instance
from tests.cli.conftest import hidden
from tests.small_project import SmallProject
from tests.solver.small import compact

PROGRAM = "from cli.main import main; main()"
UNREACHABLE = ("--gap", "0 %", "--time-limit", "10 min")

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows sends no SIGINT to one process"
)


def _start(*words: object) -> subprocess.Popen[str]:
    texts = [str(word) for word in words]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *texts, "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _wait_for(process: subprocess.Popen[str], *parts: str) -> str:
    """Read stderr until a line has all parts."""
    assert process.stderr is not None
    read = []
    for line in process.stderr:
        read.append(line)
        if all(part in line for part in parts):
            return line
    raise AssertionError(f"{parts} must be said, got {read}")


@pytest.fixture
def hard_instance(tmp_path: Path) -> Path:
    path = tmp_path / "i.nc"
    write_instance(to_instance(compact(24, 24)), path)
    return path


def test_a_solve_that_is_interrupted_keeps_its_best_answer(
    hard_instance: Path, tmp_path: Path
) -> None:
    result = tmp_path / "r.nc"
    with _start("solve", hard_instance, *UNREACHABLE, "--out", result) as process:
        _wait_for(process, "objective", "bound")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    assert "stopping, keeping the best plan" in err
    assert "objective: " in out
    assert result.is_file()


def test_a_run_that_is_interrupted_has_its_folder_with_maps(
    project: SmallProject,
) -> None:
    # compactness makes the search long enough to be stopped
    scenario = project.with_text(
        "compactness: {housing: 2, solar: 3}\n"
        "grid: {cell: 250 m}\nlayers: {elevation: {resample: nearest}}\n"
    )
    with _start("run", scenario, *UNREACHABLE) as process:
        _wait_for(process, "objective", "bound")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=300)
    assert process.returncode == 130, err
    assert "interrupted: the best plan so far is kept" in out
    (folder,) = project.runs.glob("[!.]*")
    document = json.loads((folder / "run.json").read_text("utf-8"))
    assert document["interrupted"]
    assert document["objective"] <= document["bound"]
    assert (folder / "result.nc").is_file()
    assert (folder / "map.png").is_file()
    assert hidden(project.runs) == []


def test_a_second_one_aborts_and_leaves_nothing_half_written(
    project: SmallProject,
) -> None:
    scenario = project.with_text(
        "compactness: {housing: 2, solar: 3}\n"
        "grid: {cell: 250 m}\nlayers: {elevation: {resample: nearest}}\n"
    )
    with _start("run", scenario, *UNREACHABLE) as process:
        _wait_for(process, "objective", "bound")
        process.send_signal(signal.SIGINT)
        _wait_for(process, "stopping")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)
    assert process.returncode == 130
    assert hidden(project.runs) == []
