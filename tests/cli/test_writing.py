"""What cannot be written: nothing half-written, nothing found before is lost."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenarios.store import list_runs
from tests.cli.conftest import Call, hidden
from tests.small_project import SmallProject

BIG = "grid: {cell: 25 m}\nlayers: {elevation: {resample: nearest}}\n"


def _snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in files}


def test_a_folder_of_runs_that_is_a_file_is_told_at_once(
    project: SmallProject, call: Call
) -> None:
    """Root may write where ``chmod`` forbids it: a file takes the folder's place."""
    project.runs.write_text("mine", encoding="utf-8")
    called = call("run", project.scenario, "--json")
    assert called.code == 4
    assert "folder of runs must be writable, got" in called.json["faults"][0]
    assert "choose another with --out" in called.json["faults"][0]
    assert project.runs.read_text("utf-8") == "mine"


def test_a_folder_that_may_not_be_written_is_told_at_once(
    project: SmallProject, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _data: bytes) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "write_bytes", refuse)  # the system's refusal
    called = call("run", project.scenario)
    assert called.code == 4
    assert "(Permission denied)" in called.err
    assert "grid and layers" not in called.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no RLIMIT_FSIZE")
@pytest.mark.parametrize("limit", [4_000, 30_000])
def test_a_full_disk_leaves_nothing_half_written(
    project: SmallProject, call: Call, limit: int
) -> None:
    """A limit on the size of files is what a full disk is to the program."""
    assert call("run", project.scenario, "-q").code == 0
    before = _snapshot(project.runs)
    program = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit},) * 2);"
        "from cli.main import main; main()"
    )
    path = project.with_text("stays: 3 points/ha\n" + BIG)
    command: list[str | Path] = [
        sys.executable,
        "-c",
        program,
        "run",
        str(path),
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert '"status": "error"' in done.stdout
    assert "must be written to" in done.stdout
    after = _snapshot(project.runs)
    assert {name: after[name] for name in before} == before
    assert len(list_runs(project.runs)) == 1
    assert hidden(project.runs) == []
    assert not list((project.runs / ".cache").glob("*.part"))
    again = call("run", path, "-q")
    assert again.code == 0
    assert len(list_runs(project.runs)) == 2


def _fails(error: Exception) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 4),
        (ZeroDivisionError("division by zero"), 1),
    ],
)
def test_a_plan_survives_maps_that_fail(
    project: SmallProject,
    call: Call,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    code: int,
) -> None:
    assert call("run", project.scenario, "-q").code == 0
    before = _snapshot(project.runs)
    with monkeypatch.context() as patched:
        patched.setattr("atlas.publish.publish", _fails(error))
        called = call("run", project.scenario, "--force", "--json")
    assert called.code == code
    assert "the plan that was found stays in" in " ".join(called.json["faults"])
    (kept,) = project.runs.glob("*.incomplete")
    assert (kept / "result.nc").is_file()
    assert not (kept / "run.json").exists()
    after = _snapshot(project.runs)
    assert {name: after[name] for name in before} == before
    assert len(list_runs(project.runs)) == 1
    assert hidden(project.runs) == []


def test_a_bug_is_told_with_what_to_report(
    project: SmallProject, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scenarios.run.translate", _fails(ZeroDivisionError("by 0")))
    called = call("run", project.scenario)
    assert called.code == 1
    assert "Traceback" in called.err
    assert "ZeroDivisionError: by 0; report it with what puzzel doctor" in called.err
    assert not list(project.runs.glob("[!.]*"))
    assert hidden(project.runs) == []


def test_an_older_run_stays_if_the_new_one_cannot_take_its_place(
    project: SmallProject, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a map is open in another program."""
    assert call("run", project.scenario, "-q").code == 0
    (folder,) = project.runs.glob("[!.]*")
    before = _snapshot(folder)
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) == folder and ".old" not in Path(source).name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        called = call("run", project.scenario, "--force", "-q")
    assert called.code == 4
    assert _snapshot(folder) == before
    assert (project.runs / f"{folder.name}.incomplete" / "result.nc").is_file()
    assert hidden(project.runs) == []


def test_a_result_file_that_cannot_be_written_is_told_before_the_search(
    project: SmallProject, call: Call
) -> None:
    assert call("run", project.scenario, "-q").code == 0
    (instance,) = project.runs.glob("*/instance.nc")
    out = project.folder / "none" / "result.nc"
    called = call("solve", instance, "--out", out, "--json")
    assert called.code == 2
    assert "folder of --out must exist and be writable" in called.json["faults"][0]
