"""The files that a data file consists of: some formats are several."""

from collections.abc import Iterator
from pathlib import Path

from grids.virtual_raster import LeadsAwayError, files_of

BESIDE = (
    *(".dbf", ".shx", ".prj", ".cpg", ".qix"),
    *(".tfw", ".wld", ".aux.xml", ".gpkg-wal", ".ovr"),
)
"""Ends of the files beside a data file that say what it means."""


def parts_of(path: Path) -> Iterator[Path]:
    """Give a data file and those that belong to it.

    Parameters
    ----------
    path
        A file, or a folder as a file geodatabase is; nothing if it is not there.

    Yields
    ------
    Path
        The file itself first.

    """
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
        return
    if not path.is_file():
        return
    yield path
    for end in BESIDE:
        for beside in (path.with_suffix(end), path.with_name(path.name + end)):
            if beside.is_file() and beside != path:
                yield beside
    if path.suffix.lower() == ".vrt":
        yield from _named_in(path)


def _named_in(path: Path) -> list[Path]:
    """Return the files of a virtual raster; none of one that reading will refuse."""
    try:
        return [file for file in files_of(path) if file != path]
    except LeadsAwayError:
        return []
