"""``puzzel status``: the runs and sweeps of a folder, newest first."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from atlas.formats import gap
from cli.console import Console

if TYPE_CHECKING:
    from scenarios.sweep.record import Record


def command(console: Console, folder: Path) -> None:
    """Print a table of runs, and below it how far sweeps are."""
    from scenarios.store import list_runs
    from scenarios.sweep.record import list_sweeps

    runs, sweeps = list_runs(folder), list_sweeps(folder)
    if not runs:
        console.print(console.say("no_runs", folder=folder))
    words = ("run", "status", "gap", "seconds")
    rows = [_row(console, path, document) for path, document in runs]
    console.table([console.say(word) for word in words], rows)
    if sweeps:
        console.print()
        words = ("sweep", "sweep_done", "sweep_failed", "state_waiting")
        rows = [_sweep_row(record) for record in sweeps]
        console.table([console.say(word) for word in words], rows)
    keys = ("name", "status", "gap", "interrupted", "seconds")
    console.document(
        [
            {"run_dir": str(path), **{key: document.get(key) for key in keys}}
            for path, document in runs
        ]
        + [{"sweep_dir": str(record.folder), **_counts(record)} for record in sweeps]
    )


def _row(console: Console, path: Path, document: dict[str, Any]) -> list[str]:
    state = document["status"] + (" *" if document.get("interrupted") else "")
    known = document.get("gap")
    shown = "" if known is None else gap(known, console.language)
    seconds = sum((document.get("seconds") or {}).values())
    return [path.name, state, shown, f"{seconds:.1f}"]


def _counts(record: "Record") -> dict[str, int]:
    """Count the runs of a sweep that are done, failed and not there, from folders."""
    states = [run.state for run in record.runs]
    failed, waiting = states.count("failed"), states.count("waiting")
    done = len(states) - failed - waiting
    return {"done": done, "failed": failed, "waiting": waiting}


def _sweep_row(record: "Record") -> list[str]:
    return [record.folder.name, *map(str, _counts(record).values())]
