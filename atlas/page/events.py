"""How bound and incumbent came together: the steps in ``events.jsonl``."""

import json
from pathlib import Path
from typing import Any

FILE = "events.jsonl"
"""Name of the file in a run folder."""

MOST = 400
"""Steps that a chart needs; of more only some are taken."""


def read_events(run_dir: Path) -> list[dict[str, Any]]:
    """Return all events of a run; a line that is cut off or no event is left out.

    Raises
    ------
    FileNotFoundError
        If the file is not there.
    OSError
        If it cannot be read.

    """
    text = (run_dir / FILE).read_text(encoding="utf-8", errors="replace")
    found = [_event(line) for line in text.splitlines()]
    return [event for event in found if event is not None]


def convergence(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return seconds, incumbent and bound of the search, thinned out if many."""
    steps = [
        {key: event.get(key) for key in ("seconds", "incumbent", "bound")}
        for event in events
        if event["event"] == "progress"
        and isinstance(event.get("seconds"), int | float)
    ]
    stride = -(-len(steps) // MOST) or 1
    thinned = steps[::stride]
    return [*thinned, steps[-1]] if steps and thinned[-1] is not steps[-1] else thinned


def _event(line: str) -> dict[str, Any] | None:
    """Return one event, None if the line is none."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) and "event" in event else None
