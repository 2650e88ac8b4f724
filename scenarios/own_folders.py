"""Which files a scenario may name: those of its project, and of folders allowed.

A scenario may come from someone else, and what it names is read, drawn and packed. So
its data and what it extends must lie in the project, links followed. The project is
the folder of the scenario, or the nearest one above it that ``puzzel new`` or ``demo``
made. Who works with data elsewhere, a shared drive for instance, allows their folders
in the environment variable ``PUZZEL_FOLDERS``, separated as those of ``PATH``.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from grids.file_parts import parts_of
from scenarios.faults import Fault, fault
from scenarios.tree import Tree, find

SETTING = "PUZZEL_FOLDERS"
"""Environment variable with the folders that are allowed."""

MARK = "scenario.schema.json"
"""File that the folder of a project has."""


def project_of(scenario: Path) -> Path:
    """Return the folder of the project that a scenario belongs to.

    Parameters
    ----------
    scenario
        Its file.

    Returns
    -------
    Path
        Absolute, links not followed.

    """
    home = Path(os.path.abspath(scenario)).parent
    above = (folder for folder in (home, *home.parents) if (folder / MARK).is_file())
    return next(above, home)


def allowed_folders() -> tuple[Path, ...]:
    """Return the folders that the user allows."""
    named = os.environ.get(SETTING, "").split(os.pathsep)
    return tuple(Path(os.path.abspath(one)) for one in named if one.strip())


def real_place_outside(path: Path, folders: Sequence[Path]) -> Path | None:
    """Say where a file really lies if that is in none of the folders.

    Parameters
    ----------
    path
        A file or folder, which may be missing.
    folders
        Absolute.

    Returns
    -------
    Path | None
        None if it lies in one of them, with all links followed.

    """
    path = Path(os.path.abspath(path))
    real = [Path(os.path.realpath(folder)) for folder in folders]
    # first by name alone: to look at a path may already ask another machine for it
    if not any(path.is_relative_to(folder) for folder in (*folders, *real)):
        return path
    for part in (path, *parts_of(path)):
        place = Path(os.path.realpath(part))  # of links in a circle too
        if not any(place.is_relative_to(folder) for folder in real):
            return place
    return None


def outside_faults(tree: Tree, folders: Sequence[Path]) -> Iterator[Fault]:
    """Give a fault for every data file that lies outside the folders.

    Parameters
    ----------
    tree
        Merged scenario with absolute paths.
    folders
        The project's folder, then those allowed.

    Yields
    ------
    Fault
        At the place where the file is named.

    """
    layers = tree.entries.get("layers")
    names = list(layers.entries) if layers is not None else []
    for way in (("area", "file"), *(("layers", name, "file") for name in names)):
        named = find(tree, way)
        if named is None or not isinstance(named.value, str) or is_far(named.value):
            continue
        place = real_place_outside(Path(named.value), folders)
        if place is not None:
            yield fault(named.place, way, "outside", **outside_words(place, folders))


def outside_words(place: Path, folders: Sequence[Path]) -> dict[str, str]:
    """Return what the sentence ``outside`` names."""
    return {
        "home": folders[0].as_posix(),
        "path": place.as_posix(),
        "setting": f'{SETTING}="{place.parent}"',
    }


def is_far(named: str) -> bool:
    """Say whether a name is an address or one of GDAL's own; reading refuses those."""
    return "://" in named or named.startswith("/vsi")
