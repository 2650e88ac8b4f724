"""What goes wrong with many runs: killed clients, two at once, workers that differ.

Minutes: every process loads the program anew. ``pytest -m slow``.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest

from scenarios.options import Options
from scenarios.sweep.cluster import cluster_pool, scheduler_pool
from scenarios.sweep.fingerprint import ClusterError
from scenarios.sweep.local import LocalPool
from scenarios.sweep.record import Record, list_sweeps
from scenarios.sweep.sweep import sweep
from scenarios.sweep.variants import variants
from tests.scenarios.sweep.publishing import die_once
from tests.scenarios.sweep.sweeping import answer, grid, swept
from tests.small_project import SmallProject

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = "from cli.main import main; main()"
ASKED = ("--vary", "stays=1..12:12", "--vary", "claims.power.target.min=60,80")


def _start(project: SmallProject, *words: str) -> subprocess.Popen[str]:
    asked = ["sweep", str(project.scenario), *ASKED, "--lang", "en", *words]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *asked],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _record(project: SmallProject) -> Record:
    (found,) = list_sweeps(project.runs)
    return found


def _no_remains(project: SmallProject) -> None:
    hidden = {path.name for path in project.runs.glob(".*")}
    assert {name for name in hidden if not name.endswith(".lock")} <= {".cache"}


def test_a_sweep_that_is_killed_takes_its_workers_along_and_goes_on_later(
    project: SmallProject,
) -> None:
    with _start(project, "--jobs", "2") as client:
        assert client.stderr is not None
        for line in client.stderr:
            if line.startswith("3/24"):
                break
        workers = psutil.Process(client.pid).children(recursive=True)
        assert len(workers) >= 2
        client.kill()
        _, alive = psutil.wait_procs(workers, timeout=20)
        assert alive == []
    done = {run.number: run.folder for run in _record(project).done}
    assert 3 <= len(done) < 24
    made = {number: _made(folder) for number, folder in done.items()}
    with _start(project, "--jobs", "2") as again:
        _, err = again.communicate(timeout=300)
    assert again.returncode == 0, err
    assert sum("was there already" in line for line in err.splitlines()) == len(done)
    assert len(_record(project).done) == 24
    assert {number: _made(folder) for number, folder in done.items()} == made
    _no_remains(project)


def _made(folder: Path) -> float:
    return (folder / "run.json").stat().st_mtime


def test_the_first_interrupt_ends_what_is_under_way_and_begins_nothing(
    project: SmallProject,
) -> None:
    with _start(project, "--jobs", "2") as client:
        assert client.stderr is not None
        for line in client.stderr:
            if line.startswith("1/24"):
                break
        for process in (
            psutil.Process(client.pid),
            *psutil.Process(client.pid).children(recursive=True),
        ):  # as a terminal does: all of the group
            process.send_signal(signal.SIGINT)
        out, err = client.communicate(timeout=120)
    assert client.returncode == 130, err
    assert "those under way end first" in err
    assert "stopped; not run yet" in out
    record = _record(project)
    assert 1 <= len(record.done) < 24
    assert not any(run.state == "failed" for run in record.runs)
    _no_remains(project)


def test_two_sweeps_in_one_folder_share_the_work(project: SmallProject) -> None:
    both = [_start(project, "--jobs", "1") for _ in range(2)]
    said = [process.communicate(timeout=400) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert len(_record(project).done) == 24
    reused = [err.count("was there already") for _, err in said]
    assert sum(reused) == 24  # of 48 runs asked, 24 were made, each by one of the two
    assert all(count < 24 for count in reused)
    _no_remains(project)


@pytest.mark.filterwarnings("ignore")
def test_dask_processes_of_which_one_is_killed_give_the_answers_of_plain_runs(
    project: SmallProject, serial: list[tuple[Any, ...]]
) -> None:
    publish = partial(die_once, marker=project.folder / "died")
    with cluster_pool("local", 2) as pool:
        found, done = swept(project, pool, Options(project.runs, publish=publish))
        pool.close()
    assert (project.folder / "died").exists()
    assert [one.failure for one in done] == [None] * 3
    assert [answer(run.folder) for run in found.record.runs] == serial


@contextmanager
def _dask(what: str, *words: str, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(cwd)}
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *words]
    with subprocess.Popen(
        command, cwd=cwd, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.mark.filterwarnings("ignore")
def test_a_worker_with_other_code_is_refused_by_name(tmp_path: Path) -> None:
    other = tmp_path / "other"
    for package in ("grids", "model", "solver", "scenarios"):
        shutil.copytree(ROOT / package, other / package)
    with (other / "solver" / "status.py").open("a", encoding="utf-8") as file:
        file.write("# another version\n")
    port = "18786"
    no_page = ("--no-dashboard",)
    with (
        _dask("scheduler", "--port", port, "--no-dashboard", cwd=ROOT),
        _dask("worker", f"tcp://127.0.0.1:{port}", *no_page, cwd=other),
        pytest.raises(
            ClusterError, match=r"but tcp://.* has code \w{8} ≠ \w{8}; install"
        ),
        scheduler_pool(f"tcp://127.0.0.1:{port}", 30),
    ):
        raise AssertionError


def test_sixty_runs_on_puzzelland(tmp_path: Path) -> None:
    scenario = tmp_path / "puzzelland.yaml"
    scenario.write_text(
        "extends: demo/base.yaml\n"
        "grid: {cell: 500 m}\n"
        "solve: {gap: 30 %, time_limit: 4 s}\n",
        encoding="utf-8",
    )
    runs = tmp_path / "runs"
    points = grid(
        "claims.power.target=400..1_200 MWp:5",
        "claims.forest_area.target=1_000..3_000 ha:4",
        "claims.homes.target=30_000..50_000 homes:3",
    )
    found = variants(scenario, points, runs)
    assert len(found) == 60
    pool = LocalPool(2)
    began = time.monotonic()
    try:
        record = sweep("sixty", found, Options(runs), pool).record
    finally:
        pool.close()
    print(f"{(time.monotonic() - began) / 60:.2f} s a run")
    assert {run.state for run in record.runs} <= {"optimal", "feasible"}
    asked = {run.values["claims.forest_area.target"] for run in record.runs}
    assert len(asked) == 4
    for run in record.runs:
        assert run.document is not None
        grid_stage = run.document["seconds"]["grid"]
        if run.number > 4:
            assert grid_stage < 0.1  # kept from the run before
