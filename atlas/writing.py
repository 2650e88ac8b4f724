"""Files that are there whole or not at all, and a clear word where they cannot be.

A file is written beside its place and then moved, so that a reader never sees half of
it. Excel and QGIS keep files locked on Windows: then the error says which.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from grids.sentence import Sentence


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a place to write, and move what was written to ``path``.

    Other files written beside it (``.qml``, ``.cpg``) are moved along.

    Parameters
    ----------
    path
        Where the file must come.

    Raises
    ------
    OSError
        If the folder cannot be written, or the file is in use by another program.

    """
    with _beside(path.parent) as folder:
        yield folder / path.name
        for part in sorted(folder.iterdir()):
            _move(part, path.parent / part.name)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Make a folder for unfinished files inside the target folder."""
    try:
        holder = TemporaryDirectory(dir=folder, prefix=".part-")
    except OSError as error:
        raise type(error)(
            Sentence(
                "folder must be there and writable to get its files, but {folder}"
                " is not ({why}); free it or choose another folder",
                folder=folder,
                why=error.strerror,
            )
        ) from error
    with holder as name:
        yield Path(name)


def _move(part: Path, path: Path) -> None:
    """Put a finished file in its place."""
    try:
        os.replace(part, path)
    except OSError as error:
        raise type(error)(
            Sentence(
                "{file} must not be in use, but {path} cannot be replaced "
                "({why}); close it in other programs",
                file=path.name,
                path=path,
                why=error.strerror,
            )
        ) from error
