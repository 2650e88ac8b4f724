"""A value from a YAML file that remembers where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scenarios.faults import Key, Place

Scalar = str | int | float | bool | None


@dataclass(frozen=True)
class Tree:
    """A scalar, a list or a mapping, with its place.

    Parameters
    ----------
    value
        Scalar, tuple of trees, or mapping of trees.
    place
        Where the value begins; for a block under its key: the key.
    key_place
        Where its key stands.
    fresh
        True for a mapping that replaces what lies below it, see ``merge``.

    """

    value: "Scalar | tuple[Tree, ...] | Mapping[str | int, Tree]"
    place: Place
    key_place: Place
    fresh: bool = field(default=False)

    @property
    def entries(self) -> "Mapping[str | int, Tree]":
        """Entries of a mapping or a list; none of a scalar."""
        if isinstance(self.value, Mapping):
            return self.value
        if isinstance(self.value, tuple):
            return dict(enumerate(self.value))
        return {}


def plain(tree: Tree) -> Any:
    """Strip the places: scalars, lists and dicts, as YAML loads them.

    Parameters
    ----------
    tree
        Merged, or of one file.

    Returns
    -------
    Any
        Keys whose value is ``~`` are left out.

    """
    if isinstance(tree.value, Mapping):
        entries = tree.value.items()
        return {key: plain(entry) for key, entry in entries if entry.value is not None}
    if isinstance(tree.value, tuple):
        return [plain(entry) for entry in tree.value]
    return tree.value


def walk(tree: Tree, path: Key = ()) -> Iterator[tuple[Key, Tree]]:
    """Go through all values, from the root down.

    Parameters
    ----------
    tree
        Where to begin.
    path
        Way to it.

    Yields
    ------
    tuple[Key, Tree]
        Way and value; removed ones (``~``) are left out.

    """
    if tree.value is None:
        return
    yield path, tree
    for key, entry in tree.entries.items():
        yield from walk(entry, (*path, key))


def removed(tree: Tree, path: Key = ()) -> Iterator[Key]:
    """Go through the keys whose value is ``~``.

    Parameters
    ----------
    tree
        Where to begin.
    path
        Way to it.

    Yields
    ------
    Key
        Way to a value that is not there.

    """
    for key, entry in tree.entries.items():
        if entry.value is None:
            yield (*path, key)
        yield from removed(entry, (*path, key))


def find(tree: Tree, path: Key) -> Tree | None:
    """Follow a way.

    Parameters
    ----------
    tree
        Where to begin.
    path
        Way to the wanted value.

    Returns
    -------
    Tree | None
        None if there is nothing.

    """
    here: Tree | None = tree
    for key in path:
        here = here.entries.get(key) if here else None
    return here
