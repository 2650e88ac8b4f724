"""Records in a file: one line of JSON each, so that a broken run keeps its lines."""

import json
from collections.abc import Iterable
from pathlib import Path

from benchmarks.record import Record
from scenarios.json_text import json_text

FILE = "results.jsonl"
"""Name of the file in a folder of results."""

NEEDED = ("case", "method", "kind", "status", "seconds", "asked_gap", "time_limit_s")
"""Keys without which a line is no record."""


class RecordsError(OSError):
    """A file of records that is missing or cannot be read; the text says which."""


def line_of(record: Record) -> str:
    """Write a record as one line; numbers that JSON cannot hold become null."""
    return json_text(record, indent=None)


def write_records(records: Iterable[Record], path: Path) -> None:
    """Write records, in the place of those that were there."""
    text = "".join(f"{line_of(record)}\n" for record in records)
    path.write_text(text, encoding="utf-8")


def read_records(path: Path) -> list[Record]:
    """Read the records of a file, or of the folder that holds it.

    Raises
    ------
    RecordsError
        If there is no such file, or a line is no record.

    """
    file = path / FILE if path.is_dir() else path
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RecordsError(
            f"results must be a folder of puzzel bench or its {FILE}, but '{path}' "
            f"cannot be read ({error}); make one with puzzel bench --out FOLDER"
        ) from error
    found = [
        _record(file, number, line)
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]
    if not found:
        raise RecordsError(f"results must hold at least one record, got none in {file}")
    return found


def _record(file: Path, number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise RecordsError(
            f"{file}:{number} must be a line of JSON: {error}"
        ) from error
    lacking = [
        key for key in NEEDED if not isinstance(record, dict) or key not in record
    ]
    if lacking:
        raise RecordsError(f"{file}:{number} must have {', '.join(lacking)}")
    found: Record = record
    return found
