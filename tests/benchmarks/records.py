"""Records as values: what a measurement of an instance of 100 cells might say."""

from typing import Any

from benchmarks.record import Record


def a_record(**changes: Any) -> Record:
    record: Record = {
        "case": "zonal-n=100-m=9",
        "cells": 100,
        "uses": 8,
        "rows": 9,
        "entries": 9,
        "supplies": 0,
        "method": "exact",
        "kind": "engine",
        "engine": "exact/highs",
        "status": "optimal",
        "remark": "",
        "trace": "",
        "conflict": [],
        "missed": [],
        "objective": 1_000.0,
        "bound": 1_000.5,
        "gap": 0.0005,
        "seconds": 4.0,
        "time_to_gap": {"0.1": 1.0, "0.01": 2.0, "0.001": 4.0},
        "phases": {"search": 0.5},
        "passes": 12,
        "iterations": 300,
        "nodes": 1,
        "work": {"passes": 12, "iterations": 300, "nodes": 1},
        "peak_memory_mb": 250.0,
        "above_instance_mb": 40.0,
        "asked_gap": 0.001,
        "time_limit_s": 60.0,
        "seed": 1,
        "threads": 2,
        "machine": "Linux x86_64",
        "code": "00000000",
        "versions": {"python": "3.11.7", "ortools": "9.15"},
    }
    assert set(changes) <= set(record)
    return record | changes
