"""What is expected of measurements: figures without seconds and machine.

A baseline names its own cases, methods, gap, limit and seed, so that measuring again
needs nothing else. The same figures give the same file.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.record import Record
from benchmarks.records import RecordsError
from scenarios.json_text import json_text

BASELINE = Path(__file__).with_name("baseline.json")
"""The baseline that comes with the code."""

SIZES = ("cells", "uses", "rows", "entries", "supplies")
"""Counts that must be as they were."""

COUNTS = ("passes", "iterations", "nodes")
"""Counts of work that may grow a little."""

ENDED = ("optimal", "infeasible", "relaxed", "feasible", "no_solution")
"""Statuses of a search that gave an answer, or said that it has none."""

KEPT = ("case", "method", "kind", *SIZES, "status", "objective", "bound", *COUNTS)
"""Keys of a record that a baseline keeps."""


@dataclass(frozen=True)
class Baseline:
    """What is expected.

    Parameters
    ----------
    settings
        ``gap``, ``time_limit_s``, ``seed`` of the searches.
    records
        The expected figures, without seconds and machine.

    """

    settings: dict[str, Any]
    records: tuple[Record, ...]

    @property
    def cases(self) -> tuple[str, ...]:
        """Instances that are expected, in order."""
        return tuple(dict.fromkeys(record["case"] for record in self.records))


def baseline_of(records: Sequence[Record]) -> Baseline:
    """Make a baseline of what was measured now, without what the limit ended.

    Raises
    ------
    ValueError
        If there is nothing in it.

    """
    if not records:
        raise ValueError("a baseline must hold at least one record, got none")
    first = records[0]
    settings = {
        "gap": first["asked_gap"],
        "time_limit_s": first["time_limit_s"],
        "seed": first["seed"],
    }
    kept = tuple(
        {key: record.get(key) for key in KEPT} for record in records if settled(record)
    )
    return Baseline(settings, kept)


def settled(record: Record) -> bool:
    """Tell whether a search ended by itself: only then its figures come again."""
    ended = record["status"] in ENDED
    return ended and record["seconds"] < record["time_limit_s"]


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline; the same figures give the same file."""
    document = {"settings": baseline.settings, "records": list(baseline.records)}
    path.write_text(json_text(document) + "\n", encoding="utf-8")


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises
    ------
    RecordsError
        If there is none, or it is none.

    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        records = tuple(dict(record) for record in document["records"])
        settings = {
            name: float(document["settings"][name])
            for name in ("gap", "time_limit_s", "seed")
        }
        lacking = {key for record in records for key in KEPT if key not in record}
        if lacking or not records:
            raise ValueError(f"lacks {', '.join(sorted(lacking)) or 'records'}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordsError(
            f"baseline must be a file that puzzel bench gate --update wrote, but "
            f"'{path}' is not ({error})"
        ) from error
    return Baseline({**settings, "seed": int(settings["seed"])}, records)
