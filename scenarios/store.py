"""Run folders: ``<name>-<hash8>``, whole or absent, one writer at a time.

A run is written to a temporary folder beside its place and renamed at the end, so a
crash never looks finished. A lock file holds the number of the process at work; a lock
whose process is gone is taken over.
"""

import json
import os
import re
import shutil
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scenarios.digest import SHORT

DOCUMENT = "run.json"
"""File that makes a folder a finished run."""

POLL_S = 0.5
"""How often a waiting process looks whether the other is done [s]."""


class OutputError(OSError):
    """A folder or file that cannot be written; the text says which and why."""


def run_folder(runs: Path, name: str, digest: str) -> Path:
    """Return the folder of a run: readable name and eight characters of its hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "run"
    return runs / f"{slug}-{digest[:SHORT]}"


def read_document(folder: Path) -> dict[str, Any] | None:
    """Return a finished run's document, None if there is none."""
    try:
        document = json.loads((folder / DOCUMENT).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return None
    return document if isinstance(document, dict) else None


def list_runs(runs: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Return finished runs with their documents, the newest first."""
    folders = (
        [path for path in runs.iterdir() if path.is_dir()] if runs.is_dir() else []
    )
    found = [(path, read_document(path)) for path in folders]
    finished = [(path, document) for path, document in found if document]
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
            f"folder of runs must be writable, got '{runs}' ({error.strerror}); "
            f"choose another with --out"
        ) from error


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold the lock of a run; yield whether another process had it before.

    Waits while another process computes the same run: its result can be reused.
    """
    lock = folder.with_name(f".{folder.name}.lock")
    waited = False
    while not _take(lock):
        waited = True
        time.sleep(POLL_S)
    try:
        yield waited
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path) -> bool:
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        if _is_stale(lock):
            lock.unlink(missing_ok=True)
        return False
    with os.fdopen(handle, "w") as file:
        file.write(str(os.getpid()))
    return True


def _is_stale(lock: Path) -> bool:
    """Tell whether the process that took the lock is gone."""
    import psutil

    try:
        text = lock.read_text()
        age_s = time.time() - lock.stat().st_mtime
    except FileNotFoundError:
        return False
    if not text.isdigit():  # being written just now, or left by a crash
        return age_s > 10 * POLL_S
    return not psutil.pid_exists(int(text))


@contextmanager
def new_run(folder: Path) -> Iterator[Path]:
    """Give a temporary folder that becomes the run's folder at the end.

    If writing fails, what was written stays beside it as ``<name>.incomplete``, for
    nothing found may be lost.

    Raises
    ------
    OutputError
        If a file cannot be written, with the place of what there is.

    """
    part = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        yield part
        _replace(part, folder)
    except OSError as error:
        kept = folder.with_name(f"{folder.name}.incomplete")
        shutil.rmtree(kept, ignore_errors=True)
        os.replace(part, kept)
        raise OutputError(
            f"run must be written to '{folder}', but: {error}; what there is stays in "
            f"'{kept.name}'"
        ) from error
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _replace(part: Path, folder: Path) -> None:
    """Put the new folder in the place of an older one."""
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(part, folder)
    shutil.rmtree(old, ignore_errors=True)
