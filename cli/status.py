"""``puzzel status``: the runs of a folder, newest first."""

from pathlib import Path
from typing import Any

from atlas.formats import gap
from cli.console import Console


def command(console: Console, folder: Path) -> None:
    """Print a table of runs."""
    from scenarios.store import list_runs

    runs = list_runs(folder)
    if not runs:
        console.print(console.say("no_runs", folder=folder))
    words = ("run", "status", "gap", "seconds")
    rows = [_row(console, path, document) for path, document in runs]
    console.table([console.say(word) for word in words], rows)
    keys = ("name", "status", "gap", "interrupted", "seconds")
    console.document(
        [
            {"run_dir": str(path), **{key: document.get(key) for key in keys}}
            for path, document in runs
        ]
    )


def _row(console: Console, path: Path, document: dict[str, Any]) -> list[str]:
    state = document["status"] + (" *" if document.get("interrupted") else "")
    known = document.get("gap")
    shown = "" if known is None else gap(known, console.language)
    seconds = sum((document.get("seconds") or {}).values())
    return [path.name, state, shown, f"{seconds:.1f}"]
