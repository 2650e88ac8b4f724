"""A scenario that is read and merged, and not yet checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.extends import read_chain
from scenarios.faults import Fault
from scenarios.inherit import inherit
from scenarios.own_folders import allowed_folders, project_of
from scenarios.tree import Tree


@dataclass(frozen=True)
class Merged:
    """The files of a scenario as one tree.

    Parameters
    ----------
    tree
        All values with their places, removal marks still in it.
    files
        All files that were read, in the order of merging; the scenario itself last.
    faults
        What is wrong in the files themselves.
    clashes
        What is wrong between them.
    whole
        False if a file is missing or cannot be read as YAML.
    folders
        In which its data must lie, the project's first; none: anywhere.

    """

    tree: Tree
    files: tuple[Path, ...]
    faults: tuple[Fault, ...] = ()
    clashes: tuple[Fault, ...] = ()
    whole: bool = True
    folders: tuple[Path, ...] = ()


def read_merged(
    path: Path, search: Sequence[Path], folders: tuple[Path, ...] | None = None
) -> Merged:
    """Read a scenario file and all it extends, and merge them.

    Parameters
    ----------
    path
        The scenario.
    search
        Folders for parents that do not stand beside their child.
    folders
        In which the files that it names must lie, none: anywhere; default its project
        and what the user allows.

    Raises
    ------
    FileNotFoundError
        If the scenario itself does not exist.

    """
    if folders is None:
        folders = (project_of(path), *allowed_folders())
    chain = read_chain(path, search, folders)
    tree, clashes = inherit(chain.trees.values())
    files, faults = tuple(chain.trees), tuple(chain.faults)
    return Merged(tree, files, faults, clashes, chain.whole, folders)
