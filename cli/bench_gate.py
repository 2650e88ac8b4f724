"""``puzzel bench gate``: measure what a baseline names, and say what got worse."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from cli.bench import Measured, plan, print_records, tell, teller
from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError


def command(
    console: Console, asked: Measured, path: Path | None, *, update: bool
) -> None:
    """Judge, or write the baseline; exit with 1 if something got worse."""
    from benchmarks.baseline import BASELINE

    if update:
        _update(console, asked, path or BASELINE)
        return
    if asked.instances or asked.chosen:
        raise UsageError(console.say("gate_names_its_own"))
    _judge(console, path or BASELINE)


def _judge(console: Console, path: Path) -> None:
    from benchmarks.baseline import read_baseline
    from benchmarks.gate import judge_records

    baseline = read_baseline(path)
    records = _again(console, baseline)
    findings = judge_records(baseline, records)
    print_records(console, records)
    _print_ratios(console, records)
    sentences = [_sentence(console, finding) for finding in findings]
    for sentence in sentences:
        console.fault(sentence)
    if not findings:
        console.print(console.say("gate_holds", n=len(baseline.records)))
    left = _without_baseline(baseline)
    if left:
        console.note(console.say("gate_new", names=", ".join(left)))
    code = ExitCode.BUG if findings else ExitCode.SOLVED
    console.document(
        {
            "status": "worse" if findings else "holds",
            "exit_code": int(code),
            "faults": sentences,
            "findings": [vars(finding) for finding in findings],
            "without_baseline": left,
            "records": records,
        }
    )
    raise typer.Exit(int(code))


def _again(console: Console, baseline: Any) -> list[dict[str, Any]]:
    """Measure every instance by the methods that the baseline has for it."""
    from benchmarks.bench import bench
    from benchmarks.case import cases_of
    from benchmarks.methods import PEERS, Method
    from solver.route import ENGINES
    from solver.settings import Settings

    settings = Settings(**baseline.settings)
    cases = cases_of(baseline.cases)
    records: list[dict[str, Any]] = []
    for case in cases:
        methods = [
            Method(record["method"], record["kind"])
            for record in baseline.records
            if record["case"] == case.name
            and record["method"] in (*ENGINES, *PEERS)  # gone: the gate says missing
        ]
        measuring = bench([case], methods, settings, on_job=teller(console))
        records += _told(console, measuring)
    return records


def _told(console: Console, measuring: Iterable[dict[str, Any]]) -> list[Any]:
    records = []
    for record in measuring:
        tell(console, record)
        records.append(record)
    return records


def _update(console: Console, asked: Measured, path: Path) -> None:
    """Measure, say what is worse than before, and write the baseline."""
    from benchmarks.baseline import baseline_of, read_baseline, settled, write_baseline
    from benchmarks.bench import bench
    from benchmarks.gate import judge_records
    from scenarios.store import OutputError

    cases, methods, settings = plan(console, asked)
    before = read_baseline(path) if path.is_file() else None
    measuring = bench(cases, methods, settings, on_job=teller(console))
    records = _told(console, measuring)
    print_records(console, records)
    _print_ratios(console, records)
    unsettled = [record for record in records if not settled(record)]
    for record in unsettled:
        text = console.say("gate_unsettled", case=record["case"], by=record["method"])
        console.note(text)
    if len(unsettled) == len(records):
        raise UsageError(console.say("gate_nothing"))
    worse = judge_records(before, records) if before else []
    sentences = [_sentence(console, finding) for finding in worse]
    for sentence in sentences:
        console.note(sentence)
    try:
        write_baseline(baseline_of(records), path)
    except OSError as error:
        raise OutputError(console.say("out_folder", path=path.parent)) from error
    console.print(f"{console.say('written')}: {path}")
    console.document({"written": str(path), "worse": sentences, "records": records})


def _without_baseline(baseline: Any) -> list[str]:
    """Name the engines that no record of a baseline is by."""
    from solver.route import ENGINES

    judged = {record["method"] for record in baseline.records}
    return [name for name in ENGINES if name not in judged]


def _print_ratios(console: Console, records: list[dict[str, Any]]) -> None:
    """Print seconds as ratios to the first method of each instance: for reading."""
    first: dict[str, float] = {}
    rows = []
    for record in records:
        if record["seconds"] is None or record["status"] == "unsuited":
            continue
        unit = first.setdefault(record["case"], record["seconds"])
        ratio = record["seconds"] / unit if unit else float("nan")
        rows.append([record["case"], record["method"], f"{ratio:.3g}"])
    head = [console.say(word) for word in ("instance", "engine_head", "time_ratio")]
    console.print()
    console.table(head, rows)


def _sentence(console: Console, finding: Any) -> str:
    where = f"{finding.case}, {finding.method}"
    return console.say(
        f"gate_{finding.kind}",
        where=where,
        figure=finding.figure,
        was=_text(finding.expected),
        got=_text(finding.got),
    )


def _text(value: object) -> str:
    return f"{value:.9g}" if isinstance(value, float) else f"{value}"
