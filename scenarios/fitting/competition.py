"""Who asks what of the same land: every member of a conflict with its numbers."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import label

from model.constraints.claim import Claim
from model.constraints.separation import Separation
from model.constraints.sites import Sites
from model.problem import Problem
from scenarios.fitting.bottleneck import land_of, wanted_by
from solver.give_way import Change
from solver.instance import Instance

LEAST_DENSITY = 1e-12
"""Amount per hectare below which a use provides nothing."""


@dataclass(frozen=True)
class Demander:
    """One row or restriction of a conflict.

    Parameters
    ----------
    row
        Its name.
    limit
        ``min`` where its least cannot be reached, ``max`` where its most cannot be
        kept, ``form`` for a restriction on where uses lie.
    asked
        That limit [unit of the row]; None for a restriction.
    possible
        The limit that would fit if only this one gave way; None if that is not known.
    uses
        Uses that help to reach the least.
    land_ha
        Land where they may come [ha].
    asked_ha
        Least land that the claim needs [ha]; None where it is not counted in land.
    short_ha
        The part of it that it would have to do without [ha].
    largest_ha
        Largest piece of land that is open to patches or sites [ha]; None for others.

    """

    row: str
    limit: str
    asked: float | None
    possible: float | None
    uses: tuple[str, ...] = ()
    land_ha: float | None = None
    asked_ha: float | None = None
    short_ha: float | None = None
    largest_ha: float | None = None

    @property
    def short(self) -> float | None:
        """How far asked and possible lie apart."""
        if self.asked is None or self.possible is None:
            return None
        return abs(self.asked - self.possible)


def demander(row: str, way: Change | None, asked: tuple[Problem, Instance]) -> Demander:
    """Return the numbers of a row or restriction of a conflict.

    Parameters
    ----------
    row
        Its name.
    way
        How far it must give way if it alone does.
    asked
        What is asked, as a problem and as arrays.

    """
    problem, instance = asked
    rows = instance.rows
    if row not in rows.name:
        return _restriction(problem, row)
    at = rows.name.index(row)
    low, high = float(rows.low[at]), float(rows.high[at])
    is_most = way.proposed_high != high if way else not low > 0
    if is_most:
        possible = way.proposed_high if way else None
        return Demander(row, "max", high, possible)
    wanted = wanted_by(instance, [row])
    helps = np.nonzero(wanted.any(axis=1))[0].tolist()
    possible = way.proposed_low if way else None
    asked_ha, per_ha = None, None
    claim = _claim(problem, row)
    if claim is not None:
        low = claim.least
        per_ha = float(problem.density(claim.quantity).max(initial=0.0))
        possible = None if possible is None else max(0.0, possible)
    if claim is not None and per_ha and per_ha > LEAST_DENSITY:
        asked_ha = max(0.0, low - _supplied(problem, claim)) / per_ha
    short_ha = None
    if asked_ha is not None and per_ha and possible is not None:
        short_ha = min(asked_ha, (low - possible) / per_ha)
    return Demander(
        row,
        "min",
        low,
        possible,
        tuple(problem.uses[number].name for number in helps),
        land_of(problem, wanted),
        asked_ha,
        short_ha,
    )


def restricted(problem: Problem, name: str) -> tuple[str, ...]:
    """Return the uses that a restriction is about, by its name."""
    kind, _, rest = name.partition("[")
    of = rest.removesuffix("]")
    if kind == "patches":
        return (of,)
    for rule in problem.constraints:
        if isinstance(rule, Sites) and kind == "sites" and rule.name == of:
            return (rule.use,)
        if isinstance(rule, Separation) and kind == "separation" and rule.name == of:
            return (*rule.uses, *rule.others)
    return ()


def _restriction(problem: Problem, name: str) -> Demander:
    """Return a restriction with the largest piece of land that is open to it."""
    uses = restricted(problem, name)
    if len(uses) != 1:
        return Demander(name, "form", None, None, uses)
    open_ = problem.allowed[problem.number(uses[0])]
    piece = problem.grid.from_plane(label(problem.grid.to_plane(open_, False))[0])
    land_ha = np.bincount(piece, problem.land_ha)[1:]
    return Demander(
        name,
        "form",
        None,
        None,
        uses,
        land_ha=float(problem.land_ha[open_].sum()),
        largest_ha=float(land_ha.max(initial=0.0)),
    )


def _claim(problem: Problem, row: str) -> Claim | None:
    for rule in problem.constraints:
        if isinstance(rule, Claim) and rule.row_name == row:
            return rule
    return None


def _supplied(problem: Problem, claim: Claim) -> float:
    return float(sum(one.cap for one in problem.supplies if claim.counts(one)))
