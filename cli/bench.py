"""``puzzel bench``: measure engines and peers on instances, and write what came of it.

Lines are written as they come, so that a run that is stopped keeps what it measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError

TABLE = "results.md"
"""Name of the table in a folder of results."""

DEFAULT_SET = "quick"
"""The set that is measured if nothing is named."""


@dataclass(frozen=True)
class Measured:
    """What the user asked to measure, as text."""

    instances: tuple[str, ...]
    chosen: str | None
    engines: str
    peers: str
    gap: str
    time_limit: str
    seed: int


def command(console: Console, asked: Measured, out: Path, *, force: bool) -> None:
    """Measure, print, and exit with 1 if a method failed by a fault of its own."""
    from benchmarks.bench import bench
    from benchmarks.records import FILE, line_of
    from benchmarks.table import report

    cases, methods, settings = plan(console, asked)
    _refuse(console, out, force=force)
    records: list[dict[str, Any]] = []
    interrupted = False
    with (out / FILE).open("w", encoding="utf-8") as lines:
        measuring = bench(cases, methods, settings, on_job=teller(console))
        try:
            for record in measuring:
                records.append(record)
                lines.write(line_of(record) + "\n")
                lines.flush()
                tell(console, record)
        except KeyboardInterrupt:
            interrupted = True
            console.note(console.say("aborted_bench"))
        finally:
            text = report(records, console.language)
            (out / TABLE).write_text(text, encoding="utf-8")
    print_records(console, records)
    console.print(f"{console.say('written')}: {out / TABLE}")
    files = [str(out / FILE), str(out / TABLE)]
    console.document({"interrupted": interrupted, "records": records, "files": files})
    raise typer.Exit(int(_exit_code(records, interrupted)))


def plan(console: Console, asked: Measured) -> tuple[Any, Any, Any]:
    """Return cases, methods and settings; what is wrong with them comes at once."""
    from benchmarks.case import cases_of, cases_of_set
    from benchmarks.methods import methods_of

    settings = _settings(asked)
    methods = methods_of(_names(asked.engines), _names(asked.peers))
    chosen = asked.chosen or (None if asked.instances else DEFAULT_SET)
    cases = cases_of_set(chosen) if chosen else ()
    named = [case.name for case in cases]
    cases += tuple(one for one in cases_of(asked.instances) if one.name not in named)
    return cases, methods, settings


def _settings(asked: Measured) -> Any:
    from scenarios.dutch import text_of
    from scenarios.quantity import QuantityError, parse_quantity
    from solver.settings import Settings

    try:
        return Settings(
            gap=parse_quantity(asked.gap, "share").value,
            time_limit_s=parse_quantity(asked.time_limit, "time").value,
            seed=asked.seed,
        )
    except QuantityError:
        raise
    except ValueError as error:
        raise UsageError(text_of(error)) from error


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _refuse(console: Console, out: Path, *, force: bool) -> None:
    """See that results can be written, and do not cost others."""
    from benchmarks.records import FILE
    from scenarios.store import OutputError

    if not force and (out / FILE).is_file() and (out / FILE).stat().st_size:
        raise UsageError(console.say("bench_exists", path=out))
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / FILE).touch()
    except OSError as error:
        raise OutputError(console.say("out_folder", path=out)) from error


def teller(console: Console) -> Any:
    """Return what tells that a measurement begins."""
    return lambda case, method: console.note(f"{case.name}  {method.name} …")


def tell(console: Console, record: dict[str, Any]) -> None:
    """Tell what came of one measurement."""
    cells = _cells(console, record)
    console.note(f"{cells[0]}  {cells[1]}  " + "  ".join(cells[2:]))
    if console.verbose and record["status"] == "error":
        console.fault(record["trace"])


def print_records(console: Console, records: list[dict[str, Any]]) -> None:
    """Print the main figures; the file has all."""
    words = ("case", "method", "status", "objective", "gap", "seconds", "peak")
    from benchmarks.words import say

    head = [say(word, console.language) for word in words]
    console.table(head, [_cells(console, record) for record in records])
    for text in _remarks(console, records):
        console.print(text)


def _cells(console: Console, record: dict[str, Any]) -> list[str]:
    every = _every_cell(console, record)
    keys = ("case", "method", "status", "objective", "gap", "seconds", "peak")
    return [every[key] for key in keys]


def _remarks(console: Console, records: list[dict[str, Any]]) -> Iterator[str]:
    for record in records:
        if remark := _every_cell(console, record)["remark"]:
            yield f"{record['case']}  {record['method']}: {remark}"


def _every_cell(console: Console, record: dict[str, Any]) -> dict[str, str]:
    from benchmarks.table import NUMBERS, TEXTS, cells_of

    cells = cells_of(record, console.language)
    return dict(zip((*TEXTS, *NUMBERS), cells, strict=True))


def _exit_code(records: list[dict[str, Any]], interrupted: bool) -> ExitCode:
    if interrupted:
        return ExitCode.INTERRUPTED
    failed = any(record["status"] == "error" for record in records)
    return ExitCode.BUG if failed else ExitCode.SOLVED
