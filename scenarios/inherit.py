"""Merge the files of a scenario, and see to it that children make sense.

A child may change one key of a rule by its id, but not its kind, and may remove only
what a parent has: a removal that removes nothing is a typing error.
"""

from collections.abc import Iterable, Iterator

from scenarios.faults import Fault, fault
from scenarios.guess import closest
from scenarios.merge import merge
from scenarios.tree import Tree, find

NAMED = (
    "layers",
    "quantities",
    "uses",
    "groups",
    "claims",
    "supplies",
    "rules",
    "compactness",
)
"""Keys of a scenario whose entries have an id."""


def inherit(trees: Iterable[Tree]) -> tuple[Tree, tuple[Fault, ...]]:
    """Merge files, parents first.

    Parameters
    ----------
    trees
        At least one.

    Returns
    -------
    tuple[Tree, tuple[Fault, ...]]
        The scenario with removal marks still in it, and what is wrong.

    """
    first, *others = trees
    faults = [*_empty_removals(Tree({}, first.place, first.place), first)]
    merged = first
    for tree in others:
        faults += [*_other_kinds(merged, tree), *_empty_removals(merged, tree)]
        merged = merge(merged, tree)
    return merged, tuple(faults)


def _other_kinds(lower: Tree, upper: Tree) -> Iterator[Fault]:
    rules = find(upper, ("rules",))
    for name in rules.entries if rules else ():
        path = ("rules", name, "kind")
        before, after = find(lower, path), find(upper, path)
        if before is None or after is None or before.value == after.value:
            continue
        if before.value is not None:
            named = {"wanted": before.value, "got": after.value}
            where = {"path": str(before.place)}
            yield fault(after.place, path, "other_kind", **named, **where)


def _empty_removals(lower: Tree, upper: Tree) -> Iterator[Fault]:
    for section in NAMED:
        known = find(lower, (section,))
        there = known.entries if known else {}
        removing = find(upper, (section,))
        for name, entry in (removing.entries if removing else {}).items():
            if entry.value is None and name not in there:
                guess = closest(str(name), map(str, there))
                named = {"name": str(name), "guess": guess}
                yield fault(entry.key_place, (section,), "nothing_removed", **named)
