"""What happened during a run, one JSON object a line, written as it happens."""

import json
import math
from pathlib import Path
from typing import Any, TextIO


class Events:
    """A file of events; every line is flushed, so that a crash loses none."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._file: TextIO = path.open("a", encoding="utf-8")

    def add(self, event: str, **values: Any) -> None:
        """Write one event with what there is to know about it."""
        known = {key: finite(value) for key, value in values.items()}
        print(json.dumps({"event": event} | known), file=self._file, flush=True)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def finite(value: Any) -> Any:
    """Return the value, None for a number that JSON cannot hold."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
