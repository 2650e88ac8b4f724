"""Merge the files of a scenario, and see to it that children make sense.

A child may change one key of a rule by its id, but not its kind, and may remove only
what a parent has: a removal that removes nothing is a typing error.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

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
        clashes = dict(_other_kinds(merged, tree))
        faults += [*clashes.values(), *_empty_removals(merged, tree)]
        merged = merge(merged, _without_rules(tree, clashes.keys()))
    return merged, tuple(faults)


def _other_kinds(lower: Tree, upper: Tree) -> Iterator[tuple[str | int, Fault]]:
    rules = find(upper, ("rules",))
    for name in rules.entries if rules else ():
        path = ("rules", name, "kind")
        before, after = find(lower, path), find(upper, path)
        if before is None or after is None or before.value == after.value:
            continue
        if before.value is not None:
            named = {"wanted": before.value, "got": after.value}
            text = str(before.place)
            yield name, fault(after.place, path, "other_kind", text=text, **named)


def _without_rules(tree: Tree, names: Collection[str | int]) -> Tree:
    """Leave out rules that clash: merged they would only give more faults."""
    if not names:
        return tree
    rules = tree.entries["rules"]
    left = {name: rule for name, rule in rules.entries.items() if name not in names}
    entries = {**tree.entries, "rules": replace(rules, value=left)}
    return replace(tree, value=entries)


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
