"""Read a scenario file and all files it extends, each once, parents first.

A file stands after all files it extends, and otherwise in the order of mention, so
that merging from the front lets later ones win and a file wins over its parents. A
parent that is reached in two ways counts once, at its first place: what a sibling
changed in it stays changed.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from grids.sentence import Sentence
from scenarios.faults import Fault, Key, fault
from scenarios.guess import closest
from scenarios.own_folders import outside_words, real_place_outside
from scenarios.tree import Tree, plain
from scenarios.yaml_file import read_yaml


@dataclass
class Chain:
    """The files of a scenario in the order of merging, and what is wrong in them.

    Parameters
    ----------
    search
        Folders in which a file is looked for that does not stand beside its child.
    home
        Folder of the scenario itself, left out of the names of files.
    folders
        In which the files must lie that are not found by ``search``; none: anywhere.
    trees
        Content by file, without ``extends``.
    faults
        What is wrong in the files themselves.
    whole
        False if a file is missing or cannot be read as YAML.

    """

    search: Sequence[Path]
    home: Path
    folders: Sequence[Path] = ()
    trees: dict[Path, Tree] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True

    def add(self, file: Path, trail: tuple[Path, ...] = ()) -> None:
        """Read a file after all it extends.

        Parameters
        ----------
        file
            Absolute path.
        trail
            The files that led here, root first.

        """
        tree, faults = read_yaml(file, self.name(file))
        self.faults += faults
        self.whole = self.whole and bool(tree.entries or not faults)
        for path, entry in _parents(tree):
            parent = self._parent(entry, path, file)
            if parent is None or parent in self.trees:
                continue
            if parent in (*trail, file):
                names = [self.name(step) for step in _circle((*trail, file), parent)]
                circle = {"path": " → ".join(names)}
                self.faults.append(fault(entry.place, path, "extends_circle", **circle))
                self.whole = False
                continue
            self.add(parent, (*trail, file))
        own = {key: value for key, value in tree.entries.items() if key != "extends"}
        self.trees[file] = _absolute(replace(tree, value=own), file.parent)

    def name(self, file: Path) -> str:
        """Name a file to the user: from the scenario's or the catalogue's folder.

        Parameters
        ----------
        file
            Absolute path.

        Returns
        -------
        str
            With forward slashes.

        """
        for folder in (self.home, *self.search):
            if file.is_relative_to(folder):
                return file.relative_to(folder).as_posix()
        return file.as_posix()

    def _parent(self, entry: Tree, path: Key, file: Path) -> Path | None:
        """Find the file that an entry of ``extends`` names."""
        folders = (file.parent, *self.search)
        if not isinstance(entry.value, str):
            code, values = "extends_entry", {"got": plain(entry)}
        elif away := self._outside(file.parent / entry.value):
            code, values = "outside", outside_words(away, self.folders)
        else:
            for folder in folders:
                found = Path(os.path.abspath(folder / entry.value))
                if found.is_file():
                    return found
            guess = closest(entry.value, _names(folders), 0.8)
            code, values = "extends_missing", {"got": entry.value, "guess": guess}
        self.faults.append(fault(entry.place, path, code, **values))
        self.whole = False
        return None

    def _outside(self, file: Path) -> Path | None:
        """Say where a file lies if neither its project nor the catalogue has it."""
        if not self.folders:
            return None
        return real_place_outside(file, (*self.folders, *self.search))


def read_chain(
    path: Path, search: Sequence[Path], folders: Sequence[Path] = ()
) -> Chain:
    """Read a scenario file and all it extends.

    Parameters
    ----------
    path
        The scenario.
    search
        Folders for parents that do not stand beside their child.
    folders
        In which parents must lie otherwise; none: anywhere.

    Returns
    -------
    Chain
        Files in the order of merging, and faults.

    Raises
    ------
    FileNotFoundError
        If the scenario itself does not exist.

    """
    file = Path(os.path.abspath(path))
    if not file.is_file():
        near = closest(file.name, [other.name for other in file.parent.glob("*.yaml")])
        hint = Sentence(", did you mean '{near}'?", near=near) if near else ""
        raise FileNotFoundError(
            Sentence("scenario file '{path}' must exist{hint}", path=path, hint=hint)
        )
    places = [Path(os.path.abspath(folder)) for folder in search]
    chain = Chain(places, file.parent, folders)
    chain.add(file)
    return chain


def _parents(tree: Tree) -> Iterator[tuple[Key, Tree]]:
    """Give the entries of ``extends``, one file or a list."""
    extends = tree.entries.get("extends")
    if extends is None or extends.value is None:
        return
    if isinstance(extends.value, tuple):
        for index, entry in enumerate(extends.value):
            yield ("extends", index), entry
    else:
        yield ("extends",), extends


def _names(folders: Sequence[Path]) -> Iterator[str]:
    for folder in folders:
        for file in (*folder.glob("*.yaml"), *folder.glob("*/*.yaml")):
            yield file.relative_to(folder).as_posix()


def _circle(trail: tuple[Path, ...], parent: Path) -> tuple[Path, ...]:
    return (*trail[trail.index(parent) :], parent)


def _absolute(tree: Tree, folder: Path) -> Tree:
    """Write the data files that a scenario file names as absolute paths."""
    entries = dict(tree.entries)
    if "area" in entries:
        entries["area"] = _with_file(entries["area"], folder)
    layers = entries.get("layers")
    if layers is not None and isinstance(layers.value, dict):
        held = {key: _with_file(layer, folder) for key, layer in layers.value.items()}
        entries["layers"] = replace(layers, value=held)
    return replace(tree, value=entries)


def _with_file(tree: Tree, folder: Path) -> Tree:
    named = tree.entries.get("file")
    if named is None or not isinstance(named.value, str):
        return tree
    if "://" in named.value or named.value.startswith("/vsi"):
        return tree
    path = Path(os.path.abspath(folder / named.value)).as_posix()
    entries = {**tree.entries, "file": replace(named, value=path)}
    return replace(tree, value=entries)
