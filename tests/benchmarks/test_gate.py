"""The gate fails on every planted regression, and on nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.baseline import (
    BASELINE,
    baseline_of,
    read_baseline,
    write_baseline,
)
from benchmarks.case import cases_of
from benchmarks.gate import judge_records
from benchmarks.record import size_of
from benchmarks.records import RecordsError
from tests.benchmarks.records import a_record

GAP = 0.001
BEFORE = baseline_of([a_record(), a_record(method="prices", objective=999.8)])


def _kinds(**changes: Any) -> list[tuple[str, str]]:
    """Judge a run in which the record of ``exact`` came out differently."""
    now = [a_record(**changes), a_record(method="prices", objective=999.8)]
    findings = judge_records(BEFORE, now)
    assert all(finding.method == "exact" for finding in findings)
    return [(finding.kind, finding.figure) for finding in findings]


def test_the_same_figures_pass() -> None:
    assert _kinds() == []


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"objective": 998.9}, ("objective", "objective")),
        ({"objective": None}, ("objective", "objective")),
        ({"bound": 1_001.6}, ("bound", "bound")),
        ({"bound": None}, ("bound", "bound")),
        ({"cells": 99}, ("size", "cells")),
        ({"rows": 10}, ("size", "rows")),
        ({"entries": 8}, ("size", "entries")),
        ({"supplies": 1}, ("size", "supplies")),
        ({"uses": 7}, ("size", "uses")),
        ({"status": "feasible"}, ("status", "status")),
        ({"status": "killed"}, ("status", "status")),
        ({"status": "error"}, ("status", "status")),
        ({"status": "unsuited"}, ("status", "status")),
        ({"status": "no_solution", "objective": None}, ("status", "status")),
        ({"passes": 33}, ("work", "passes")),
        ({"iterations": 451}, ("work", "iterations")),
        ({"nodes": 22}, ("work", "nodes")),
    ],
)
def test_a_planted_regression_fails(
    changes: dict[str, Any], kind: tuple[str, str]
) -> None:
    assert _kinds(**changes) == [kind]


def test_a_measurement_that_is_gone_fails() -> None:
    findings = judge_records(BEFORE, [a_record()])
    assert [(one.kind, one.method) for one in findings] == [("missing", "prices")]


def test_an_objective_above_a_proven_bound_fails_in_either_run() -> None:
    # a better objective is welcome, but not above what yesterday's bound excludes
    assert _kinds(objective=1_000.6, bound=1_000.7) == [("untrue", "objective")]
    # a tighter bound is welcome, but not below what yesterday's plan reached
    assert _kinds(objective=999.9, bound=999.9) == [("untrue", "bound")]


@pytest.mark.parametrize(
    "changes",
    [
        {"objective": 1_000.4, "bound": 1_000.4},
        {"objective": 999.1},  # within the gap that was asked for
        {"bound": 1_001.4},
        {"seconds": 59.0, "peak_memory_mb": 9_000.0},
        {"passes": 1, "iterations": 0, "nodes": 0},
        {"passes": 32, "iterations": 450, "nodes": 21},
        {"passes": None},
        {"status": "infeasible", "objective": 1_000.0},
    ],
)
def test_better_or_as_good_passes(changes: dict[str, Any]) -> None:
    assert _kinds(**changes) == []


def test_a_better_status_passes() -> None:
    before = baseline_of([a_record(status="feasible")])
    assert judge_records(before, [a_record(iterations=9_000)]) == []


def test_methods_without_a_baseline_are_not_judged() -> None:
    now = [a_record(), a_record(method="prices"), a_record(method="flow", rows=1)]
    assert judge_records(BEFORE, now) == []


@given(st.floats(0, 1e4), st.floats(0, 1e4))
def test_seconds_are_no_part_of_it(seconds: float, peak_mb: float) -> None:
    assert _kinds(seconds=seconds, peak_memory_mb=peak_mb, time_to_gap={}) == []


@given(st.floats(-1e6, 1e6).filter(lambda value: abs(value) > 1))
def test_a_loss_beyond_the_gap_fails_whatever_the_sign(objective: float) -> None:
    size = abs(objective)
    before = baseline_of([a_record(objective=objective, bound=objective)])
    for loss, n_found in ((0.5 * GAP, 0), (1.5 * GAP, 1)):
        now = a_record(objective=objective - loss * size, bound=objective)
        assert len(judge_records(before, [now])) == n_found


def test_what_the_limit_ended_is_no_baseline() -> None:
    stopped = a_record(method="prices", status="feasible", seconds=60.1)
    killed = a_record(method="flow", status="killed")
    unsuited = a_record(method="pdlp", status="unsuited")
    made = baseline_of([a_record(), stopped, killed, unsuited])
    assert [record["method"] for record in made.records] == ["exact"]


def test_a_baseline_comes_back_and_holds_nothing_of_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(BEFORE, path)
    assert read_baseline(path) == BEFORE
    text = path.read_text("utf-8")
    write_baseline(read_baseline(path), path)
    assert path.read_text("utf-8") == text
    for word in ("seconds", "machine", "versions", "memory", "threads"):
        assert f'"{word}' not in text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"settings": {}, "records": []}'])
def test_tells_what_is_no_baseline(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordsError, match="puzzel bench gate --update wrote"):
        read_baseline(path)
    record = {"settings": BEFORE.settings, "records": [{"case": "zonal"}]}
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(RecordsError, match="lacks bound, cells"):
        read_baseline(path)


def test_the_baseline_that_ships_is_of_instances_that_are_still_the_same() -> None:
    baseline = read_baseline(BASELINE)
    assert 0 < baseline.settings["gap"] <= 0.01
    for case in cases_of(baseline.cases):
        size = vars(size_of(case.build(baseline.settings["seed"])))
        mine = [one for one in baseline.records if one["case"] == case.name]
        assert mine
        for record in mine:
            assert {name: record[name] for name in size} == size
