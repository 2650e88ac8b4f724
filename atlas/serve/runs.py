"""The runs of a folder as the list of ``puzzel view`` shows them, and those under way.

A run under way is a hidden folder ``.<name>-<hash8>.<process>`` with its events so far;
it becomes ``<name>-<hash8>`` when it is done.
"""

import os
import re
from pathlib import Path
from typing import Any

from atlas.page.events import read_events
from atlas.read_run import CELLS

UNDER_WAY = re.compile(r"\.(?P<name>.+-[0-9a-f]{8})\.(?P<process>\d+)")
"""Name of the folder of a run that is being made."""

STAGES = ("grid", "suitability", "problem", "solve", "write", "report")
"""Stages of a run in their order; an event is written when one ends."""


def runs_in(folder: Path) -> dict[str, Path]:
    """Return the finished runs of a folder and of ``runs`` in it, the newest first."""
    from scenarios.store import list_runs

    found = [*list_runs(folder), *list_runs(folder / "runs")]
    return {path.name: path for path, _ in found}


def listed(folder: Path) -> dict[str, Any]:
    """Return all that the list shows: finished runs, and those under way."""
    from scenarios.store import read_document

    return {
        "folder": folder.resolve().name,
        "runs": [
            _row(name, document, (path / CELLS).is_file())
            for name, path in runs_in(folder).items()
            if (document := read_document(path)) is not None
        ],
        "busy": [*_busy(folder), *_busy(folder / "runs")],
    }


def _row(name: str, document: dict[str, Any], has_map: bool) -> dict[str, Any]:
    """Return one finished run; its document may be of any version."""
    about = document.get("provenance")
    made = about.get("created") if isinstance(about, dict) else None
    gap = document.get("gap")
    return {
        "id": name,
        "name": str(document.get("name") or name),
        "province": str(document.get("province") or ""),
        "status": str(document.get("status") or ""),
        "cell_m": document.get("cell_m"),
        "gap": gap if isinstance(gap, int | float) else None,
        "made": str(made or ""),
        "has_map": has_map,
    }


def _busy(folder: Path) -> list[dict[str, Any]]:
    """Return the runs under way in a folder; not what a killed process left."""
    if not folder.is_dir():
        return []
    places = [
        (path, found)
        for path in sorted(folder.iterdir())
        if (found := UNDER_WAY.fullmatch(path.name)) and path.is_dir()
    ]
    return [
        {"name": found["name"], **_state(path)}
        for path, found in places
        if _lives(int(found["process"]))
    ]


def _state(path: Path) -> dict[str, Any]:
    """Return at which stage a run is, and the last step of its search."""
    try:
        events = read_events(path)
    except OSError:  # not begun, or just done
        events = []
    done = [event.get("name") for event in events if event["event"] == "stage"]
    stage = next((name for name in STAGES if name not in done), STAGES[-1])
    steps = [event for event in events if event["event"] == "progress"]
    last = steps[-1] if steps else {}
    keys = ("seconds", "incumbent", "bound", "gap")
    return {"stage": stage, **{key: last.get(key) for key in keys}}


def _lives(process: int) -> bool:
    """Say whether a process is there."""
    import psutil

    return process == os.getpid() or psutil.pid_exists(process)
