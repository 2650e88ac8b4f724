"""A sweep as a folder: what its runs are, and which of them failed.

``sweep.json`` says what is varied and which run folder belongs to which values. What
is done is told by the run folders alone, and a failed run leaves a file with its
error, so that a killed sweep, two at once, and one on a cluster tell the same.
"""

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.digest import SHORT, of_value
from scenarios.json_text import json_text
from scenarios.store import read_document, run_folder
from scenarios.sweep.task import Failure
from scenarios.sweep.variants import Variant

FILE = "sweep.json"
"""File that makes a folder a sweep."""

FAILED = "failed"
"""Folder of errors in a sweep's folder, one file a run."""


@dataclass(frozen=True)
class Planned:
    """A run of a sweep, as its folder tells it.

    Parameters
    ----------
    number
        From 1.
    title
        What sets it apart.
    values
        What is varied and the value it has here.
    folder
        Where the run stands, or will stand.
    digest
        Hash of all it depends on.
    document
        What ``run.json`` holds; None while there is no run of this hash.
    failure
        What ended it, if it failed the last time.

    """

    number: int
    title: str
    values: dict[str, str]
    folder: Path
    digest: str
    document: dict[str, Any] | None
    failure: dict[str, Any] | None

    @property
    def state(self) -> str:
        """``failed``, ``waiting``, or the status of the run."""
        if self.document is not None:
            return str(self.document["status"])
        return "waiting" if self.failure is None else "failed"


@dataclass(frozen=True)
class Record:
    """A sweep's folder.

    Parameters
    ----------
    folder
        Where it is.
    name
        Name of the sweep.
    runs
        All its runs with what is known of them.

    """

    folder: Path
    name: str
    runs: tuple[Planned, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """What is varied."""
        return tuple(dict.fromkeys(path for run in self.runs for path in run.values))

    @property
    def done(self) -> tuple[Planned, ...]:
        """Runs that ended with a document."""
        return tuple(run for run in self.runs if run.document is not None)


def sweep_folder(runs: Path, name: str, variants: Sequence[Variant]) -> Path:
    """Return the folder of a sweep: the same runs come in the same one."""
    digest = of_value([variant.digest for variant in variants])
    return run_folder(runs, f"sweep-{name}", digest)


def write_record(folder: Path, name: str, variants: Sequence[Variant]) -> None:
    """Write what the runs of a sweep are.

    Raises
    ------
    OSError
        If it cannot be written.

    """
    folder.mkdir(parents=True, exist_ok=True)
    runs = [
        {
            "number": variant.number,
            "title": variant.title,
            "values": dict(variant.values),
            "run": variant.folder.name,
            "hash": variant.digest,
        }
        for variant in variants
    ]
    _write(folder / FILE, {"name": name, "runs": runs})


def write_failure(folder: Path, variant: Variant, failure: Failure) -> None:
    """Keep the error of a failed run."""
    path = _failure(folder, variant.digest)
    path.parent.mkdir(exist_ok=True)
    texts = {str(lang): text for lang, text in failure.texts.items()}
    _write(path, {"kind": failure.kind, "texts": texts, "trace": failure.trace})


def forget_failure(folder: Path, variant: Variant) -> None:
    """Drop the error of a run that has been made since."""
    _failure(folder, variant.digest).unlink(missing_ok=True)


def read_record(folder: Path) -> Record | None:
    """Read a sweep's folder; None if it is none.

    The run folders stand beside it.
    """
    plan = _read(folder / FILE)
    if plan is None:
        return None
    runs = tuple(_planned(folder, entry) for entry in plan["runs"])
    return Record(folder, plan["name"], runs)


def list_sweeps(runs: Path) -> list[Record]:
    """Return the sweeps of a folder of runs, the newest first."""
    files = sorted(runs.glob(f"*/{FILE}"), key=lambda path: -path.stat().st_mtime)
    found = (read_record(path.parent) for path in files)
    return [record for record in found if record is not None]


def _planned(folder: Path, entry: dict[str, Any]) -> Planned:
    run = folder.parent / entry["run"]
    document = read_document(run)
    same = document and document.get("provenance", {}).get("hash") == entry["hash"]
    return Planned(
        entry["number"],
        entry["title"],
        entry["values"],
        run,
        entry["hash"],
        document if same else None,
        _read(_failure(folder, entry["hash"])),
    )


def _failure(folder: Path, digest: str) -> Path:
    return folder / FAILED / f"{digest[:SHORT]}.json"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None


def _write(path: Path, document: dict[str, Any]) -> None:
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}")  # of many machines
    part.write_text(json_text(document), encoding="utf-8")
    os.replace(part, path)
