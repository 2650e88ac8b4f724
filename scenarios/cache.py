"""Grid and layers of earlier runs, by the hash of what they were made from.

A file appears whole or not at all, with its checksum beside it; a damaged one is made
again. Deleting the folder loses time, never a result.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from grids.layers import Province
from grids.sentence import Sentence
from grids.sources import UnreadableError
from scenarios.digest import SHORT, of_file
from scenarios.inputs import Inputs
from scenarios.lock import locked
from scenarios.store import OutputError

FOLDER = ".cache"
"""Name of the folder, beside the runs."""


def cached_province(
    runs: Path, inputs: Inputs, make: Callable[[], Province]
) -> tuple[Province, bool]:
    """Return the province and whether it came from the cache.

    Raises
    ------
    OutputError
        If a new one cannot be written.

    """
    path = runs / FOLDER / f"grid-{inputs.grid[: 2 * SHORT]}.nc"
    found = _read(path)
    if found is not None:
        return found, True
    with _told(path), ExitStack() as held:
        path.parent.mkdir(parents=True, exist_ok=True)
        waited = held.enter_context(locked(path))  # of many at once, one makes it
        lock = held.pop_all()
    with lock:
        found = _read(path) if waited else None
        if found is not None:
            return found, True
        province = make()
        with _told(path):
            _write(province, path)
    return province, False


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what to do where a file cannot be written."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            Sentence(
                "grid and layers must be written to '{path}', but: {why}; choose "
                "another folder with --out",
                path=path,
                why=error,
            )
        ) from error


def _read(path: Path) -> Province | None:
    """Return the province of a file that is as it was written."""
    from grids.dataset import read_province

    try:
        if _checksum(path).read_text(encoding="ascii") != of_file(path):
            return None
        return read_province(path)
    except (OSError, UnicodeDecodeError, UnreadableError):
        return None


def _write(province: Province, path: Path) -> None:
    from grids.dataset import write_province

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        write_province(province, part)
        checksum = of_file(part)
        os.replace(part, path)
        part.write_text(checksum, encoding="ascii")
        os.replace(part, _checksum(path))
    finally:
        part.unlink(missing_ok=True)


def _checksum(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")
