"""All that is known of a scenario that does not fit: the data behind the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.problem import Problem
from scenarios.fitting.bottleneck import Bottleneck, wanted_by
from scenarios.fitting.changes import tried_changes
from scenarios.fitting.competition import Demander, demander
from scenarios.fitting.owner import Owner, owner_of
from scenarios.fitting.priority import ranks
from scenarios.fitting.relaxations import Candidate, candidates, relaxations
from scenarios.fitting.relaxed import rules_of_patches
from scenarios.fitting.smaller import Smaller, smaller
from scenarios.presolve import Excess
from scenarios.schema.scenario import Scenario
from scenarios.translation.problem import Translated
from solver.fit import Fitness, fit, fits
from solver.give_way import Change, moved
from solver.instance import Instance
from solver.result import Result
from solver.status import Status
from solver.watch import Watch


@dataclass(frozen=True)
class Reasons:
    """Whether a scenario fits, and why not.

    Parameters
    ----------
    fits
        In fractions of cells; None if not known.
    conflict
        Names of rows and restrictions that cannot hold together; none can be missed.
    competition
        The same, each with its numbers.
    land_ha
        Land where at least one use that they ask for may come [ha].
    freed
        Rules that keep those uses from land, most land first.
    changes
        The smallest change of targets with which all fits.
    smaller
        Least sizes of patches and sites, each of which makes it fit if it is lowered.
    relaxations
        Sets of rules, each of which makes it fit if it is switched off.
    restricting
        Rules behind the restrictions of the conflict, by the name of each.
    tried
        Whether there are rules that could be switched off.
    searched
        Whether all that was to be tried has been, within the time.
    several
        Whether something else clashes too, that the proposals solve with it.
    only_whole_cells
        Whether parts of cells would fit.
    seconds
        How long it took [s].

    """

    fits: bool | None
    conflict: tuple[str, ...] = ()
    competition: tuple[Demander, ...] = ()
    land_ha: float = 0.0
    freed: tuple[Candidate, ...] = ()
    changes: tuple[Change, ...] = ()
    smaller: tuple[Smaller, ...] = ()
    relaxations: tuple[tuple[str, ...], ...] = ()
    restricting: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tried: bool = False
    searched: bool = True
    several: bool = False
    only_whole_cells: bool = False
    seconds: float = 0.0


def reasons_of(
    scenario: Scenario, translated: Translated, instance: Instance, watch: Watch
) -> Reasons:
    """Find out whether a scenario fits, and if not, why and what would.

    Parameters
    ----------
    scenario
        For priorities and the rules that could go.
    translated, instance
        What is asked, and the same as arrays.
    watch
        Ends the search; what is known by then is returned.

    """
    rank = ranks(scenario, instance)
    found = fit(instance, watch, rank)
    if found.fits is not False:
        return Reasons(found.fits, seconds=watch.seconds)
    ways = {way.row: way for way in found.ways_out}
    problem = translated.problem
    members = tuple(
        demander(row, ways.get(row), (problem, instance)) for row in found.conflict
    )
    bottleneck = Bottleneck(problem, instance, _wanted(problem, instance, members))
    first = candidates(bottleneck, found.conflict, scenario)
    relaxed = relaxations(bottleneck, first, scenario, watch)
    return Reasons(
        False,
        found.conflict,
        members,
        bottleneck.land_ha,
        tuple(one for one in first if one.kept_ha > 0),
        tried_changes(scenario, instance, found, watch),
        smaller(problem, instance, found.conflict, watch),
        relaxed,
        tuple(
            (one.row, _rules_behind(problem, owner_of(one.row, scenario)))
            for one in members
            if one.limit == "form"
        ),
        tried=bool(first),
        several=_is_one_of_several(instance, found, watch),
        searched=not watch.stopped,
        seconds=watch.seconds,
    )


def _is_one_of_several(instance: Instance, found: Fitness, watch: Watch) -> bool:
    """Tell whether it does not fit either when the conflict that was found is gone."""
    known = [way for way in found.ways_out if way.row in instance.rows.name]
    return bool(known) and fits(moved(instance, known[:1]), watch) is False


def without_plan(reasons: Reasons, excess: Sequence[Excess]) -> tuple[str, ...]:
    """Return the rows for which no search is needed: they cannot hold together.

    Empty if a plan may exist.
    """
    if reasons.fits is False:
        return reasons.conflict
    rows = (row for found in excess if found.hard for row in found.rows)
    return tuple(dict.fromkeys(rows))


def after_search(reasons: Reasons, result: Result) -> Reasons:
    """Add what a search proved that parts of cells do not show."""
    if reasons.fits is False or result.status is not Status.INFEASIBLE:
        return reasons
    whole = bool(reasons.fits)
    return replace(
        reasons, fits=False, conflict=result.conflict, only_whole_cells=whole
    )


def _wanted(
    problem: Problem, instance: Instance, members: tuple[Demander, ...]
) -> NDArray[np.bool_]:
    """Return the land that would help any member, ``(n_uses, n_cells)``."""
    wanted = wanted_by(instance, [one.row for one in members if one.limit == "min"])
    for one in members:
        if one.limit == "form":
            for use in one.uses:
                wanted[problem.number(use)] = True
    return wanted


def _rules_behind(problem: Problem, owner: Owner) -> tuple[str, ...]:
    """Return the rules that make a restriction."""
    if owner.kind == "use":
        return rules_of_patches(problem, owner.id)
    return (owner.id,)
