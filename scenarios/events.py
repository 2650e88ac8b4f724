"""What happened during a run, one JSON object a line, written as it happens."""

from pathlib import Path
from typing import Any, TextIO

from scenarios.json_text import json_text


class Events:
    """A file of events; every line is flushed, so that a crash loses none."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._file: TextIO = path.open("a", encoding="utf-8")

    def add(self, event: str, /, **values: Any) -> None:
        """Write one event with what there is to know about it."""
        text = json_text({"event": event, **values}, indent=None)
        print(text, file=self._file, flush=True)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
