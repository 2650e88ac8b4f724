"""The plan searched again with a number at its low and its high end.

All searches begin with one plan, found from that of the run with the same numbers and
the settings of these searches. A search with the same numbers and another seed tells
what a mere search changes: that is taken off.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from model.allocation import Allocation
from scenarios.explain.row import owner_of
from scenarios.load import LoadedScenario
from scenarios.plan import Plan, find_plan, to_settings
from scenarios.sensitivity.base import Base
from scenarios.solve_settings import with_solve
from scenarios.translation.problem import Translated, translate
from solver.certificate import judge, row_values
from solver.compile import to_instance
from solver.instance import Instance
from solver.status import Status
from solver.watch import Watch
from solver.whatif.around import better_around

FINER = 4
"""The gap of these searches is that of the scenario by this."""

MISSED = 0.005
"""Part of a claim's limit by which its shortfall must differ to be told."""

LITTLE = 0.5
"""Points that count as nothing."""


@dataclass(frozen=True)
class Effort:
    """How hard is searched.

    Parameters
    ----------
    time_limit_s
        Of each search [s].
    gap
        Asked of each.
    seed
        Of chance.

    """

    time_limit_s: float
    gap: float
    seed: int


@dataclass(frozen=True, eq=False)
class Reference:
    """What all searches begin with, and what a mere search changes.

    Parameters
    ----------
    allocation, objective, gap
        The plan.
    short
        Shortfall of every claim by its row.
    noise_ha, noise_points
        What a search with the same numbers changes.

    """

    allocation: Allocation
    objective: float
    gap: float
    short: dict[str, float]
    noise_ha: float
    noise_points: float


def reference(base: Base, effort: Effort, watch: Watch) -> Reference | None:
    """Search with the same numbers, twice; None if it was stopped before."""
    first = _searched(
        base,
        base.loaded,
        base.translated,
        base.instance,
        effort,
        base.run.allocation,
        watch,
    )
    plan = first.result.allocation
    if plan is None or watch.stopped:
        return None
    other = replace(effort, seed=effort.seed + 1)
    again = _searched(
        base, base.loaded, base.translated, base.instance, other, plan, watch
    )
    noise, points = 0.0, 0.0
    if again.result.allocation is not None:
        noise = _changed_ha(base, plan, again.result.allocation)
        points = again.result.objective - first.result.objective
    short = _short(base.translated, base.instance, plan)
    result = first.result
    return Reference(plan, result.objective, result.gap, short, noise, points)


def moved_end(
    base: Base,
    loaded: LoadedScenario,
    effort: Effort,
    known: Reference,
    watch: Watch,
) -> dict[str, Any]:
    """Return what the plan becomes with a changed number.

    Returns
    -------
    dict
        ``status``; ``ha`` (other use than in the reference), ``net_ha`` (less what a
        mere search changes), ``points`` (more or less than the reference has),
        ``keeping`` (points lost by keeping the reference; None where it breaks a hard
        limit), ``may_stay`` (whether that is within the gap of the search), ``settled``
        (False if the search found no other plan and did not prove that there is no
        better one), ``claims`` whose shortfall differs; None each without a plan.

    """
    translated = translate(loaded, base.province)
    instance = to_instance(translated.problem)
    plan = _searched(
        base, loaded, translated, instance, effort, known.allocation, watch
    )
    result = plan.result
    keys = ("ha", "net_ha", "points", "keeping", "may_stay")
    nothing = dict.fromkeys(keys) | {"settled": result.status is Status.INFEASIBLE}
    told: dict[str, Any] = {"status": str(result.status.value), **nothing, "claims": []}
    if result.allocation is None:
        return told
    found, points = result.allocation, result.objective
    kept = judge(plan.instance, known.allocation)
    keeping = None if kept.broken else points - kept.objective
    if keeping is not None and keeping < 0:  # the search found nothing as good
        found, points, keeping = known.allocation, kept.objective, 0.0
    ha = _changed_ha(base, known.allocation, found)
    little = max(LITTLE, effort.gap * abs(points))
    short = _short(translated, instance, found)
    return told | {
        "ha": ha,
        "net_ha": max(0.0, ha - known.noise_ha),
        "points": points - known.objective,
        "keeping": keeping,
        "may_stay": keeping is not None and keeping <= little,
        "settled": result.gap <= effort.gap or ha > known.noise_ha,
        "claims": _claims(base, instance, known.short, short),
    }


def _searched(
    base: Base,
    loaded: LoadedScenario,
    translated: Translated,
    instance: Instance,
    effort: Effort,
    start: Allocation,
    watch: Watch,
) -> Plan:
    """Search around a plan, then from what was found; half of the time each."""
    half = effort.time_limit_s / 2
    wanted = with_solve(
        loaded, gap=effort.gap, time_limit=f"{half:g} s", seed=effort.seed
    )
    known = dict(zip(base.run.instance.rows.name, base.run.row_price, strict=True))
    price = np.array([known.get(name, 0.0) for name in instance.rows.name])
    if not any(ladder.strict for ladder in translated.ladders):
        settings = to_settings(wanted)
        start = better_around(instance, start, price, settings, watch)
    return find_plan(wanted, translated, instance, watch, lambda _step: None, start)


def _changed_ha(base: Base, one: Allocation, other: Allocation) -> float:
    return float(base.run.land_ha[one.use != other.use].sum(dtype=np.float64))


def _short(
    translated: Translated, instance: Instance, plan: Allocation
) -> dict[str, float]:
    """Return what every claim lacks, by its row."""
    rows = instance.rows
    lacks = np.maximum(rows.low - row_values(instance, plan), 0.0)
    names = {claim.row_name for claim in translated.claims}
    return {
        name: float(lack)
        for name, lack in zip(rows.name, lacks, strict=True)
        if name in names
    }


def _claims(
    base: Base, instance: Instance, was: dict[str, float], now: dict[str, float]
) -> list[dict[str, Any]]:
    """Return the claims whose shortfall differs."""
    found = []
    for name, low in zip(instance.rows.name, instance.rows.low, strict=True):
        if name not in now or name not in was:
            continue
        differs = abs(now[name] - was[name]) > MISSED * max(abs(float(low)), 1.0)
        if differs:
            owner = owner_of(base.run, name)
            found.append(
                {
                    "id": owner.id,
                    "label": owner.label,
                    "zone": owner.zone or None,
                    "short_before": was[name],
                    "short": now[name],
                }
            )
    return found
