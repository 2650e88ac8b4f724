"""From what a process told to a record."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.apart import Outcome
from benchmarks.instances import soft
from benchmarks.job import Job
from benchmarks.methods import Method
from benchmarks.record import record_of, size_of
from benchmarks.trace import Step, first_of_phases, time_to_gap
from solver.settings import Settings
from tests.benchmarks.records import a_record

SIZE = size_of(soft.build(100, 17))
STEPS = [
    Step(0.5, "relaxation", None, None),
    Step(1.0, "relaxation", None, 110.0),
    Step(2.0, "search", 90.0, 110.0),
    Step(3.0, "search", 100.0, 110.0),
    Step(4.0, "search", 100.0, 100.9),
]


def _job(name: str = "exact") -> Job:
    kind: Any = "engine" if name == "exact" else "peer"
    settings = Settings(gap=0.01, time_limit_s=60, seed=7)
    return Job("soft-n=100-m=17", Path("x"), Method(name, kind), settings)


def _result(**changes: Any) -> Outcome:
    figures = {
        "status": "optimal",
        "engine": "exact/highs",
        "objective": 100.0,
        "bound": 100.9,
        "seconds": 5.0,
        "work": {"iterations": 30, "relaxation_iterations": 12, "passes": 4},
        "conflict": [],
        "peak_mb": 300.0,
    }
    return Outcome("result", figures | changes, STEPS, held_mb=220.0)


def test_time_to_a_gap_is_the_first_step_that_proves_it() -> None:
    assert time_to_gap(STEPS, 0.25) == 2.0  # (110 - 90) / 90 = 0.222
    assert time_to_gap(STEPS, 0.1) == 3.0  # exactly 0.1
    assert time_to_gap(STEPS, 0.01) == 4.0  # 0.009
    assert time_to_gap(STEPS, 0.001) is None
    assert time_to_gap([], 0.1) is None


def test_phases_begin_at_their_first_step() -> None:
    assert first_of_phases(STEPS) == {"relaxation": 0.5, "search": 2.0}


def test_a_record_has_size_figures_and_what_they_rest_on() -> None:
    record = record_of(_job(), SIZE, _result())
    assert set(record) == set(a_record())
    assert (record["cells"], record["uses"], record["rows"]) == (100, 8, 17)
    assert record["supplies"] == 4
    assert record["gap"] == pytest.approx(0.009)
    assert record["time_to_gap"] == {"0.1": 3.0, "0.01": 4.0, "0.001": None}
    assert (record["passes"], record["nodes"]) == (4, None)
    assert record["iterations"] == 42  # of all linear programs
    assert record["above_instance_mb"] == 80.0
    assert (record["asked_gap"], record["time_limit_s"], record["seed"]) == (
        0.01,
        60,
        7,
    )
    assert record["threads"] >= 1
    assert {"python", "ortools", "highspy", "numba"} <= set(record["versions"])


def test_the_end_counts_where_no_step_told_it() -> None:
    record = record_of(_job(), SIZE, _result(objective=100.9, bound=100.95))
    assert record["time_to_gap"]["0.001"] == 5.0


def test_a_relaxation_has_a_bound_only() -> None:
    figures = {"status": "no_solution", "objective": float("nan")}
    record = record_of(_job("highs-ipm"), SIZE, _result(**figures))
    assert record["status"] == "relaxed"
    unfinished = _result(**figures, bound=float("inf"))
    assert record_of(_job("highs-ipm"), SIZE, unfinished)["status"] == "no_solution"
    assert record_of(_job(), SIZE, _result(**figures))["status"] == "no_solution"


def test_what_was_killed_keeps_what_it_had_told() -> None:
    outcome = Outcome(
        "killed", {"text": "killed after 105 s"}, STEPS, 220.0, 280.0, 105
    )
    record = record_of(_job(), SIZE, outcome)
    assert record["status"] == "killed"
    assert record["remark"] == "killed after 105 s"
    assert (record["objective"], record["bound"]) == (100.0, 100.9)
    assert record["seconds"] == 105
    assert record["time_to_gap"]["0.01"] == 4.0
    assert record["peak_memory_mb"] == 280.0
    assert record["iterations"] is None


def test_what_died_while_loading_has_no_figures() -> None:
    record = record_of(_job(), SIZE, Outcome(figures={"text": "ended with code -9"}))
    assert record["status"] == "died"
    assert np.isnan(record["objective"])
    assert record["peak_memory_mb"] is None


def test_the_peak_of_memory_is_seen_after_it_is_given_back() -> None:
    """In a process of its own: of a large one a system takes idle pages meanwhile."""
    code = """
import numpy as np
from benchmarks.memory import forget_peak, peak_mb, resident_mb
forget_peak()
before, held = peak_mb(), resident_mb()
block = np.ones(8_000_000)  # 64 MB
print(resident_mb() - held)
del block
print(peak_mb() - before)
"""
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert all(float(line) > 55 for line in said.stdout.split())
    assert len(said.stdout.split()) == 2
