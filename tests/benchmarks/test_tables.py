"""What is written: lines of JSON, and tables for readers."""

import json
from pathlib import Path

import pytest

from benchmarks.formats import gap_text
from benchmarks.markdown import table
from benchmarks.records import RecordsError, line_of, read_records, write_records
from benchmarks.table import report
from benchmarks.words import WORDS
from tests.benchmarks.records import a_record

INF, NAN = float("inf"), float("nan")


def _rows(page: str) -> list[list[str]]:
    lines = [line for line in page.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_a_line_is_json_that_every_reader_takes() -> None:
    line = line_of(a_record(objective=NAN, bound=INF, gap=NAN))
    assert "\n" not in line
    assert "NaN" not in line
    assert "Infinity" not in line
    read = json.loads(line)
    assert read["objective"] is None
    assert read["seconds"] == 4.0


def test_records_come_back_as_they_were_written(tmp_path: Path) -> None:
    records = [a_record(), a_record(method="prices", seconds=0.25)]
    write_records(records, tmp_path / "results.jsonl")
    assert read_records(tmp_path) == records
    assert read_records(tmp_path / "results.jsonl") == records


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "at least one record, got none"),
        ("{]", r"results\.jsonl:1 must be a line of JSON"),
        ("[1, 2]", r"results\.jsonl:1 must have case, method"),
        ('\n{"case": "a"}', r"results\.jsonl:2 must have method, kind, status"),
    ],
)
def test_tells_what_is_no_record(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "results.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(RecordsError, match=told):
        read_records(tmp_path)


def test_tells_a_folder_without_results(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="make one with puzzel bench --out FOLDER"):
        read_records(tmp_path)


def test_the_table_has_every_figure_that_was_measured() -> None:
    page = report([a_record(), a_record(method="prices", seconds=0.5)], "en")
    assert "Gap asked for 0.1 %, time limit 60 s, seed 1, 2 threads" in page
    assert "python 3.11.7, ortools 9.15" in page
    head, _, first, second = _rows(page)
    found = dict(zip(head, first, strict=True))
    assert found == {
        "instance": "zonal-n=100-m=9",
        "method": "exact",
        "status": "within the gap",
        "cells": "100",
        "uses": "8",
        "rows": "9",
        "objective": "1,000.00",
        "bound": "1,000.50",
        "gap": "0.05 %",
        "s": "4.00",
        "× first": "1.00",
        "s to 10 %": "1.00",
        "s to 1 %": "2.00",
        "s to 0.1 %": "4.00",
        "passes": "12",
        "LP iterations": "300",
        "nodes": "1",
        "peak MB": "250",
        "above instance MB": "40",
        "remark": "",
    }
    assert dict(zip(head, second, strict=True))["× first"] == "0.12"  # 0.5 / 4


def test_a_reader_of_dutch_reads_dutch() -> None:
    page = report([a_record()], "nl")
    head, _, row = _rows(page)
    found = dict(zip(head, row, strict=True))
    assert found["doelwaarde"] == "1.000,00"
    assert found["gat"] == "0,05 %"
    assert found["status"] == "binnen het gat"
    assert found["s tot 0,1 %"] == "4,00"


def test_what_is_not_known_is_a_dash_and_what_was_missed_is_named() -> None:
    conflict = [f"claim[homes, {zone}]: 1 not in [2, 3]" for zone in range(5)]
    record = a_record(
        method="sequential",
        status="no_solution",
        objective=None,
        bound=INF,
        gap=NAN,
        passes=None,
        time_to_gap={"0.1": None},
        conflict=conflict,
    )
    head, _, row = _rows(report([record], "en"))
    found = dict(zip(head, row, strict=True))
    assert found["objective"] == found["bound"] == found["gap"] == "–"
    assert found["s to 10 %"] == found["passes"] == "–"
    assert found["remark"] == (
        "5 limits not met: claim[homes, 0], claim[homes, 1], claim[homes, 2], …"
    )


def test_the_gain_over_the_sequence_is_told_with_what_it_leaves_unmet() -> None:
    missed = ["claim[homes]", "claim[forest]"]
    records = [
        a_record(missed=["claim[homes]"]),
        a_record(method="sequential", objective=800.0, bound=INF, missed=missed),
        a_record(method="highs-ipm", status="relaxed", objective=NAN),
    ]
    page = report(records, "en").partition("## Gain over one after the other")[2]
    _, _, *rows = _rows(page)
    assert rows == [
        [
            *("zonal-n=100-m=9", "exact", "200.00", "25 %"),
            *("2: claim[homes], claim[forest]", "1: claim[homes]"),
        ]
    ]
    lost = [records[0], a_record(method="sequential", objective=NAN, conflict=["a: b"])]
    assert "| exact | – | – | 1: a | 1: claim[homes] |" in report(lost, "en")
    assert "Gain" not in report([a_record()], "en")


def test_a_bar_does_not_end_a_cell() -> None:
    assert table(["a"], [["x|y\nz"]]) == "| a |\n| --- |\n| x\\|y z |\n"


@pytest.mark.parametrize(
    ("gap", "text"),
    [(0.0, "0 %"), (0.0123, "1.2 %"), (4e-7, "4e-5 %"), (None, "–"), (INF, "–")],
)
def test_a_gap_is_never_nothing_when_it_is_something(
    gap: float | None, text: str
) -> None:
    assert gap_text(gap, "en") == text


def test_every_text_is_there_in_both_languages() -> None:
    for dutch, english in WORDS.values():
        assert dutch
        assert english
        fields = [
            set(part.partition("}")[0] for part in text.split("{")[1:])
            for text in (dutch, english)
        ]
        assert fields[0] == fields[1]
