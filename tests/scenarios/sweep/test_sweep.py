"""Sweeps as they are: real runs, real processes, one of which is killed."""

import shutil
from concurrent.futures import Future
from functools import partial
from typing import Any

import numpy as np
import pytest

from scenarios.options import Options
from scenarios.sweep.local import LocalPool
from scenarios.sweep.regret import regret
from scenarios.sweep.share import cores, shares
from scenarios.sweep.sweep import sweep
from scenarios.sweep.task import Done, Task, work
from scenarios.sweep.variants import variants
from tests.scenarios.sweep.publishing import die_once
from tests.scenarios.sweep.sweeping import answer, grid, swept, three
from tests.small_project import SmallProject


class NoPool:
    """Workers that must not be asked."""

    room = 1

    def submit(self, task: Task) -> Any:
        raise AssertionError(f"run {task.number} is there already")

    def is_lost(self, error: BaseException) -> bool:
        raise AssertionError

    def close(self, *, now: bool = False) -> None: ...


class Here:
    """Does a task at once, in this process."""

    room = 1

    def submit(self, task: Task) -> Any:
        future: Future[Done] = Future()
        future.set_result(work(task))
        return future

    def is_lost(self, error: BaseException) -> bool:
        return False

    def close(self, *, now: bool = False) -> None: ...


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_processes_of_which_one_dies_give_the_answers_of_plain_runs(
    project: SmallProject, serial: list[tuple[Any, ...]], jobs: int
) -> None:
    publish = partial(die_once, marker=project.folder / "died")
    pool = LocalPool(jobs)
    try:
        found, done = swept(project, pool, Options(project.runs, publish=publish))
    finally:
        pool.close()
    assert (project.folder / "died").exists()
    assert [one.failure for one in done] == [None] * 3
    assert [run.state for run in found.record.runs] == ["optimal"] * 3
    assert [answer(run.folder) for run in found.record.runs] == serial
    # what is there is taken without a worker; what is lost is made, and only that
    again, reused = swept(project, NoPool())
    assert all(one.reused for one in reused)
    assert again.record.folder == found.record.folder
    shutil.rmtree(found.record.runs[1].folder)
    made = [task_done for task_done in _here(project) if not task_done.reused]
    assert [one.number for one in made] == [2]
    assert answer(found.record.runs[1].folder) == serial[1]
    hidden = {path.name for path in project.runs.glob(".*")}
    assert hidden == {".cache"}


def _here(project: SmallProject) -> list[Done]:
    return swept(project, Here())[1]


def test_a_failed_run_is_listed_with_its_error_until_it_is_made(
    project: SmallProject,
) -> None:
    town = project.file("towns.gpkg")
    kept = town.read_bytes()
    found = three(project)
    town.write_bytes(b"no vectors")
    sweep("test", found, Options(project.runs), Here())
    town.write_bytes(kept)
    record = sweep("test", found, Options(project.runs), Here()).record
    assert [run.state for run in record.runs] == ["optimal"] * 3
    assert [run.failure for run in record.runs] == [None] * 3


def test_files_that_change_under_way_are_told(project: SmallProject) -> None:
    found = three(project)
    project.file("towns.gpkg").write_bytes(b"no vectors")
    record = sweep("test", found, Options(project.runs), Here()).record
    assert [run.state for run in record.runs] == ["failed"] * 3
    assert record.runs[0].failure is not None
    assert record.runs[0].failure["kind"] == "data"
    assert (
        "files of 'small.yaml' must stay as they were"
        in (record.runs[0].failure["texts"]["en"])
    )
    assert "moeten blijven zoals ze waren" in record.runs[0].failure["texts"]["nl"]


@pytest.mark.parametrize("n_workers", [1, 2, 3, 5, 64])
def test_cores_are_divided_and_none_is_idle_without_need(n_workers: int) -> None:
    found, own = shares(n_workers), cores()
    assert len(found) == n_workers
    assert {len(share) for share in found} == {max(1, len(own) // n_workers)}
    assert {core for share in found for core in share} <= set(own)
    taken = np.unique([core for share in found for core in share], return_counts=True)
    assert taken[1].max() <= -(-n_workers // len(own))


def test_regret_is_what_a_plan_loses_where_another_scenario_comes_true(
    project: SmallProject,
) -> None:
    limits = [(60, 70), (65, 90), (100, 150)]
    texts = (f"{{min: {least} MWp, max: {most} MWp}}" for least, most in limits)
    points = grid(f"claims.power.target={','.join(texts)}")
    found = variants(project.scenario, points, project.runs)
    runs = sweep("test", found, Options(project.runs), Here()).record.runs
    worth = [run.document["objective"] for run in runs if run.document]
    power = [
        claim["achieved"]
        for run in runs
        if run.document
        for claim in run.document["claims"]
        if claim["id"] == "power"
    ]
    # only the limits differ, so a plan is worth the same wherever it may be
    may = [
        [least <= power[plan] <= most for least, most in limits] for plan in range(3)
    ]
    assert not all(map(all, may))
    lost = regret([run.folder for run in runs])
    for plan in range(3):
        for at in range(3):
            best = max(worth[other] for other in range(3) if may[other][at])
            expected = best - worth[plan] if may[plan][at] else np.inf
            assert lost[plan, at] == pytest.approx(expected, abs=1e-6)
