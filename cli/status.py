"""``puzzel status``: the runs of a folder, newest first."""

from pathlib import Path

from atlas.formats import gap
from cli.console import Console


def command(console: Console, folder: Path) -> None:
    """Print a table of runs."""
    from scenarios.store import list_runs

    runs = list_runs(folder)
    if not runs:
        console.print(console.say("no_runs", folder=folder))
    words = ("run", "status", "gap", "seconds")
    rows = []
    for path, document in runs:
        state = document["status"] + (" *" if document.get("interrupted") else "")
        shown = (
            "" if document["gap"] is None else gap(document["gap"], console.language)
        )
        rows.append(
            [path.name, state, shown, f"{sum(document['seconds'].values()):.1f}"]
        )
    console.table([console.say(word) for word in words], rows)
    console.document(
        [
            {
                "run_dir": str(path),
                "name": document["name"],
                "status": document["status"],
                "gap": document["gap"],
                "interrupted": document.get("interrupted", False),
                "seconds": document["seconds"],
            }
            for path, document in runs
        ]
    )
