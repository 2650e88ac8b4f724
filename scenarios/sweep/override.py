"""A value of a scenario replaced by another, by its way with points.

``claims.solar.target`` replaces what stands there after all files are merged; entries
of lists go by their number. A bare number takes the unit of what it replaces, where
a number without a unit has no meaning: ``600`` over ``900 MWp`` is ``600 MWp``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from scenarios.faults import Fault, Key, fault
from scenarios.guess import closest
from scenarios.known_keys import known_keys
from scenarios.merged import Merged
from scenarios.quantity import PLAIN
from scenarios.tree import Tree, plain
from scenarios.units import unit_of

_UNIT = re.compile(r"^[-+]?\d[\d_.]*(?:[eE][-+]?\d+)?\s*(?P<unit>\S.*)$")


@dataclass(frozen=True)
class Override:
    """One value to replace.

    Parameters
    ----------
    path
        Way to it, keys joined by points.
    value
        What comes there; its place is where the user wrote it.

    """

    path: str
    value: Tree

    @property
    def text(self) -> str:
        """The value as it is written in a table."""
        return written(plain(self.value))


def written(value: Any) -> str:
    """Write a plain value short: ``600 MWp``, ``true``, ``~``, ``{min: 1 ha}``."""
    if value is None:
        return "~"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {written(v)}' for key, v in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(entry) for entry in value)}]"
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def overridden(merged: Merged, overrides: Iterable[Override]) -> Merged:
    """Replace values of a merged scenario.

    Parameters
    ----------
    merged
        The scenario.
    overrides
        What to replace; of two of one path the later wins.

    Returns
    -------
    Merged
        With a fault for every way that leads nowhere.

    """
    tree, faults = merged.tree, list(merged.faults)
    for override in overrides:
        found = _put(tree, tuple(override.path.split(".")), (), override.value, tree)
        if isinstance(found, Fault):
            faults.append(found)
        else:
            tree = found
    return replace(merged, tree=tree, faults=tuple(faults))


def _put(
    tree: Tree, ways: tuple[str, ...], done: Key, value: Tree, whole: Tree
) -> Tree | Fault:
    """Put a value below a tree, or say where its way ends."""
    way, *rest = ways
    entries = dict(tree.entries)
    by_text: dict[str, str | int] = {str(key): key for key in entries}
    if way not in by_text and (fault_here := _lost(tree, ways, done, value, whole)):
        return fault_here
    key = by_text.get(way, way)
    if not rest:
        entries[key] = with_unit(value, entries.get(key))
    else:
        empty = Tree({}, value.place, value.place)
        below = entries.get(key, empty)
        found = _put(below, tuple(rest), (*done, key), value, whole)
        if isinstance(found, Fault):
            return found
        entries[key] = found
    if isinstance(tree.value, tuple):
        return replace(tree, value=tuple(entries[at] for at in range(len(entries))))
    return replace(tree, value=entries)


def _lost(
    tree: Tree, ways: tuple[str, ...], done: Key, value: Tree, whole: Tree
) -> Fault | None:
    """Say why a way cannot go on at a key that is not there; None if it may."""
    way, *rest = ways
    known = _known(done, whole)
    names = [*map(str, tree.entries), *known]
    last_of_any = not rest and value.value is not None
    is_new = way in known or (not known and last_of_any)
    if is_new and not isinstance(tree.value, tuple):
        return None
    guess = closest(way, names)
    return fault(value.place, (*done, way), "override", name=way, guess=guess)


def _known(done: Key, whole: Tree) -> tuple[str, ...]:
    """Name the keys that the schema has at a place."""
    try:
        return known_keys(done, plain(whole))
    except (KeyError, IndexError, TypeError):  # what is new has no place yet
        return ()


def with_unit(value: Tree, old: Tree | None) -> Tree:
    """Give a bare number the unit of what it replaces, if it needs one."""
    bare = isinstance(value.value, int | float) and not isinstance(value.value, bool)
    unit = _unit_at(old) if bare and old is not None else None
    return replace(value, value=f"{written(value.value)} {unit}") if unit else value


def _unit_at(tree: Tree) -> str | None:
    """Return the unit of a quantity, or of the limits that stand in its place."""
    for key in ("value", "min", "max"):
        if key in tree.entries:
            return _unit_at(tree.entries[key])
    found = _UNIT.match(tree.value) if isinstance(tree.value, str) else None
    unit = unit_of(found["unit"].strip()) if found else None
    return unit.name if unit is not None and unit.dimension not in PLAIN else None
