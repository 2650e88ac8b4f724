"""The rows and restrictions of a conflict without which it would be none.

A deletion filter over whole members: a row, the patches of a use, a site rule, a
distance. Each is left out in turn, and stays out if it is still proven that the others
cannot hold together, with the land that they close and no more. What remains is proven
to be a conflict, and without any one of its members no proof is found: counted in
fractions of cells, the others fit.

References
----------
Chinneck & Dravnieks (1991), Locating minimal infeasible constraint sets in linear
programs, ORSA Journal on Computing 3.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from solver.conflict import is_conflict
from solver.instance import Instance
from solver.irreducible import with_rows
from solver.narrow import narrowed
from solver.restrictions import Restrictions, Separations, Sites
from solver.too_near import without_too_near
from solver.watch import Watch

Rules = TypeVar("Rules", Sites, Separations)


def minimal(instance: Instance, rows: Sequence[str], watch: Watch) -> tuple[str, ...]:
    """Return a conflict of rows and restrictions none of which can be left out.

    Parameters
    ----------
    instance
        An instance whose rows and restrictions cannot hold together.
    rows
        Names of rows that the proof needs, the hardest first; those of site rules are
        no rows of the instance and count as restrictions.
    watch
        Ends it; what is left then may be more than needed.

    Returns
    -------
    tuple[str, ...]
        Names of rows, the hardest first, then of restrictions: ``patches[use]``, site
        rules and distances.

    """
    rules, known = restrictions_of(instance), set(instance.rows.name)
    rows = [name for name in dict.fromkeys(rows) if name in known]
    kept = [*rows, *rules]
    if not rules or is_proven(only(instance, rows), watch):
        return tuple(rows)
    if not is_proven(only(instance, kept), watch):
        return tuple(rows)  # what proved it cannot be told apart
    for name in (*rules, *reversed(rows)):
        fewer = [other for other in kept if other != name]
        if watch.stopped:
            break
        if is_proven(only(instance, fewer), watch):
            kept = fewer
    return tuple(kept)


def restrictions_of(instance: Instance) -> tuple[str, ...]:
    """Return the names of the restrictions that may close land."""
    rules = instance.restrictions
    least, apart = rules.patch_least, rules.separations
    names = instance.use_name
    uses = [number for number in np.nonzero(least > 1)[0].tolist() if number > 0]
    hard = np.nonzero(np.isinf(apart.price))[0].tolist()
    return (
        *(f"patches[{names[number]}]" for number in uses),
        *rules.sites.name,
        *(apart.name[number] for number in hard),
    )


def only(instance: Instance, kept: Collection[str]) -> Instance:
    """Return the instance with some of its hard rows and restrictions only."""
    rules = instance.restrictions
    patch = np.array([f"patches[{name}]" in kept for name in instance.use_name])
    least = np.where(patch, rules.patch_least, 0) if rules.patch_least.size else None
    restrictions = Restrictions(
        np.zeros(0, np.int32) if least is None else least.astype(np.int32),
        sites=_only(rules.sites, kept),
        separations=_only(rules.separations, kept),
    )
    named = np.array([name in kept for name in instance.rows.name], bool)
    held = with_rows(instance, named | ~instance.hard)
    return replace(held, restrictions=restrictions)


def is_proven(instance: Instance, watch: Watch) -> bool:
    """Tell whether it is proven that rows and restrictions cannot hold together."""
    narrow = narrowed(instance)
    if narrow.impossible or is_conflict(narrow.instance, watch):
        return True
    apart = instance.restrictions.separations
    if watch.stopped or not np.isinf(apart.price).any():
        return False
    near = without_too_near(narrow.instance, apart, watch)
    return bool(near.separations) and is_conflict(near.instance, watch)


def _only(rules: Rules, kept: Collection[str]) -> Rules:
    """Return restrictions of one kind that have certain names."""
    at = [number for number, name in enumerate(rules.name) if name in kept]
    parts: dict[str, Any] = {
        key: values[at] for key, values in vars(rules).items() if key != "name"
    }
    return replace(rules, name=tuple(rules.name[number] for number in at), **parts)
