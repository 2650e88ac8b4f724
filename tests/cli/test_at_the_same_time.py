"""Two processes run one scenario: the second waits and takes what the first made."""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from scenarios.lock import locked
from tests.cli.conftest import Call, hidden
from tests.small_project import SmallProject

PROGRAM = "from cli.main import main; main()"


def _start(scenario: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "run", str(scenario), "--lang", "en", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _folders(project: SmallProject) -> list[Path]:
    return sorted(project.runs.glob("[!.]*"))


def test_two_runs_of_one_scenario_make_one_run(project: SmallProject) -> None:
    both = [_start(project.scenario, "--json") for _ in range(2)]
    said = [process.communicate(timeout=300) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    first, second = (json.loads(out) for out, _ in said)
    assert first == second  # to the second in which it was made
    (folder,) = _folders(project)
    assert json.loads((folder / "run.json").read_text("utf-8")) == first
    assert hidden(project.runs) == []


def test_who_must_wait_says_so_and_goes_on_when_the_other_is_done(
    project: SmallProject, call: Call
) -> None:
    assert call("run", project.scenario).code == 0
    (folder,) = _folders(project)
    with ExitStack() as other_run:
        other_run.enter_context(locked(folder))
        with _start(project.scenario) as waiting:
            assert waiting.stderr is not None
            line = waiting.stderr.readline()
            assert "waiting: another process computes this run already" in line
            assert waiting.poll() is None
            other_run.close()
            out, err = waiting.communicate(timeout=300)
    assert waiting.returncode == 0
    assert "was there already, unchanged" in err
    assert "solved within the gap asked for" in out


def test_another_scenario_does_not_wait(project: SmallProject, call: Call) -> None:
    assert call("run", project.scenario).code == 0
    (folder,) = _folders(project)
    with locked(folder):
        assert call("run", project.with_text("stays: 2 points/ha\n")).code == 0
    assert len(_folders(project)) == 2
