"""A measurement in a process of its own, whatever becomes of it."""

import pickle
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import psutil
import pytest

from benchmarks.apart import Outcome, run_apart
from benchmarks.instances import counts, zonal
from benchmarks.job import Job
from benchmarks.methods import Method
from solver.instance import Instance
from solver.settings import Settings

Kind = Literal["engine", "peer"]


def _job(
    folder: Path,
    instance: Instance,
    method: tuple[str, Kind],
    *,
    limit_s: float = 60,
    grace_s: float = 30,
) -> Job:
    path = folder / "instance.pickle"
    path.write_bytes(pickle.dumps(instance, protocol=5))
    settings = Settings(gap=0.01, time_limit_s=limit_s)
    return Job("case", path, Method(*method), settings, grace_s)


def test_a_solve_tells_steps_figures_and_its_own_memory(tmp_path: Path) -> None:
    outcome = run_apart(_job(tmp_path, zonal.build(400, 17), ("exact", "engine")))
    assert outcome.state == "result"
    assert outcome.figures["status"] == "optimal"
    assert outcome.figures["objective"] <= outcome.figures["bound"]
    assert [step.phase for step in outcome.steps][:1] == ["relaxation"]
    assert outcome.steps[-1].incumbent is not None
    assert outcome.held_mb is not None
    assert outcome.figures["peak_mb"] >= 0.9 * outcome.held_mb


def test_the_limits_that_a_plan_misses_at_their_price_are_named(
    tmp_path: Path,
) -> None:
    """All cells are asked for one use, and none is allowed for another."""
    made = counts.build(9, 6)
    low, high = np.zeros(6), np.zeros(6)
    low[0] = high[0] = 100.0
    rows = replace(made.rows, low=low, high=high, shortfall_price=np.full(6, 0.001))
    instance = replace(made, rows=rows, allowed=np.ones_like(made.allowed))
    score = np.zeros_like(instance.score)
    score[2] = 9.0  # worth more than the price of every limit
    outcome = run_apart(
        _job(tmp_path, replace(instance, score=score), ("exact", "engine"))
    )
    assert outcome.figures["missed"] == ["claim[homes, 0]", "claim[business, 0]"]


def test_an_engine_says_why_an_instance_does_not_suit_it(tmp_path: Path) -> None:
    job = _job(tmp_path, zonal.build(400, 17), ("flow", "engine"))
    outcome = run_apart(job)
    assert outcome.state == "unsuited"
    assert "counts several uses" in outcome.figures["text"]


def test_what_does_not_stop_is_killed_at_the_hard_limit(tmp_path: Path) -> None:
    instance = counts.build(60_000, 72)  # it takes longer to write down than the limit
    job = _job(tmp_path, instance, ("mip-scip", "peer"), limit_s=0.01, grace_s=0.0)
    outcome = run_apart(job)
    assert outcome.state == "killed"
    assert "killed after 0.0125 s" in outcome.figures["text"]


def test_a_fault_of_the_process_is_told_with_its_trace(tmp_path: Path) -> None:
    job = _job(tmp_path, counts.build(9, 6), ("exact", "engine"))
    job.instance.unlink()
    outcome = run_apart(job)
    assert outcome.state == "error"
    assert outcome.figures["text"].startswith("FileNotFoundError")
    assert "Traceback" in outcome.figures["trace"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_process_that_dies_is_told_with_its_exit_code(tmp_path: Path) -> None:
    job = _job(tmp_path, counts.build(9, 6), ("exact", "engine"))
    found: list[Outcome] = []
    runner = threading.Thread(target=lambda: found.append(run_apart(job)))
    before = {child.pid for child in psutil.Process().children()}
    runner.start()
    while not (mine := _spawned(before)):
        time.sleep(0.01)
    mine[0].kill()
    runner.join()
    assert found[0].state == "died"
    assert found[0].figures["text"] == "process ended with code -9"


def _spawned(before: set[int]) -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process().children()
        if child.pid not in before and "spawn_main" in " ".join(child.cmdline())
    ]
