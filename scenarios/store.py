"""Run folders: ``<name>-<hash8>``, whole or absent.

A run is written to a temporary folder beside its place and renamed at the end, so a
crash never looks finished. Whoever writes holds the run's lock.
"""

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from grids.sentence import Sentence
from scenarios.digest import SHORT

DOCUMENT = "run.json"
"""File that makes a folder a finished run."""

UNFINISHED = "run.incomplete.json"
"""What the document of a run is called that could not be finished."""

ANSWER = "result.nc"
"""File worth keeping of a run that could not be finished."""


class OutputError(OSError):
    """A folder or file that cannot be written; the text says which and why."""


def run_folder(runs: Path, name: str, digest: str) -> Path:
    """Return the folder of a run: readable name and eight characters of its hash."""
    return runs / f"{_slug(name)}-{digest[:SHORT]}"


def question_folder(runs: Path, name: str, question: str) -> Path:
    """Return the folder of an answer to a question about a scenario."""
    return runs / f"{_slug(name)}-{question}"


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:60].strip("-") or "run"


def read_document(folder: Path) -> dict[str, Any] | None:
    """Return a finished run's document, None if there is none."""
    try:
        document = json.loads((folder / DOCUMENT).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # absent, unreadable, or no JSON
        return None
    return document if isinstance(document, dict) else None


def run_hash(folder: Path) -> str | None:
    """Return the hash in a finished run's document, None if there is none."""
    provenance = (read_document(folder) or {}).get("provenance")
    found = provenance.get("hash") if isinstance(provenance, dict) else None
    return found if isinstance(found, str) else None


def list_runs(runs: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Return finished runs with their documents, the newest first."""
    folders = (
        [path for path in runs.iterdir() if not path.name.startswith(".")]
        if runs.is_dir()
        else []
    )
    found = [(path, read_document(path)) for path in folders]
    finished = [(path, doc) for path, doc in found if doc and "status" in doc]
    return sorted(finished, key=lambda run: -run[0].stat().st_mtime)


def prepare(runs: Path) -> None:
    """Make the folder of runs and see that it can be written.

    Raises
    ------
    OutputError
        If it cannot: better now than after the search.

    """
    try:
        runs.mkdir(parents=True, exist_ok=True)
        probe = runs / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise OutputError(
            Sentence(
                "folder of runs must be writable, got '{path}' ({why}); choose "
                "another with --out",
                path=runs,
                why=error.strerror,
            )
        ) from error


@contextmanager
def new_run(folder: Path) -> Iterator[Path]:
    """Give a temporary folder that becomes the run's folder at the end.

    If something fails after the answer was written, what there is stays beside it as
    ``<name>.incomplete``, for nothing found may be lost; an older run stays as it is.

    Raises
    ------
    OutputError
        If a file cannot be written, with the place of what there is.

    """
    _clear_remains(folder)
    part = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        part.mkdir()
        yield part
        _replace(part, folder)
    except OutputError:
        raise
    except OSError as error:
        kept = _keep(part, folder)
        raise OutputError(
            Sentence(
                "run must be written to '{path}', but: {why}; {fate}",
                path=folder,
                why=error,
                fate=_fate(kept),
            )
        ) from error
    except Exception as error:
        if kept := _keep(part, folder):
            error.add_note(_fate(kept))
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _clear_remains(folder: Path) -> None:
    """Remove what a process left that was killed; the lock says that it is gone."""
    pattern = re.compile(re.escape(f".{folder.name}.") + r"\d+")
    for path in folder.parent.iterdir():
        if pattern.fullmatch(path.name):
            shutil.rmtree(path, ignore_errors=True)
    old = _old(folder)
    if old.is_dir() and not folder.exists():  # killed between two renames
        os.replace(old, folder)


def _keep(part: Path, folder: Path) -> Path | None:
    """Put an unfinished run with an answer aside, where none takes it for whole."""
    if not (part / ANSWER).is_file():
        return None
    kept = folder.with_name(f"{folder.name}.incomplete")
    shutil.rmtree(kept, ignore_errors=True)
    if (part / DOCUMENT).is_file():
        os.replace(part / DOCUMENT, part / UNFINISHED)
    os.replace(part, kept)
    return kept


def _fate(kept: Path | None) -> str:
    if kept is None:
        return Sentence("nothing was written")
    return Sentence("the plan that was found stays in '{path}'", path=kept)


def _replace(part: Path, folder: Path) -> None:
    """Put the new folder in the place of an older one."""
    old = _old(folder)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    try:
        os.replace(part, folder)
    except OSError:
        if old.exists():
            os.replace(old, folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")
