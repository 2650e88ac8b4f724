"""What patches, sites, distances and compactness cost, as data.

Each is taken away by itself and the rest is searched again, with the plan as a start,
as the plan was: by the same engine, and no longer than it took. A search with all of
them in place comes first: what searching longer gains is no cost of any of them. The
bound knows nothing of patches, sites and distances, so that a plan without them is
proven to be at most the distance to the bound better. Compactness is compared in the
points that are left without it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from model.allocation import Allocation
from scenarios.explain.explained_run import ExplainedRun
from scenarios.json_text import finite
from scenarios.row_name import row_name
from solver.certificate import judge
from solver.instance import Instance
from solver.restrictions import Restrictions, Separations, Sites
from solver.result import Result
from solver.route import AUTO, solve
from solver.settings import Settings
from solver.watch import Watch

Rules = TypeVar("Rules", Sites, Separations)
Told = Callable[[str | None, int, int], None]
"""Hears the label of what is left out, None for the first search, and its number."""

CLOSER = 5
"""A search goes on to a gap so much smaller than the plan's: with the same one it would
be content with the plan that it begins with."""

LEAST_S = 20.0
"""Every search may take so long, however soon the plan was found [s]."""


def explain_form(
    run: ExplainedRun, watch: Watch, told: Told = lambda _label, _at, _of: None
) -> list[dict[str, Any]]:
    """Return what each restriction on where uses lie costs, the most first.

    Parameters
    ----------
    run
        The run.
    watch
        Ends it; every search gets at most an equal part of the time.
    told
        Hears which search begins.

    Returns
    -------
    list[dict]
        ``id`` and ``label``; ``objective`` of the best plan found with it, in the
        points that count without it; ``gain`` of the best one found without it over
        that, and ``gain_most``, proven [points].

    """
    without = list(_without(run.instance))
    if not without:
        return []
    n = len(without) + 1
    told(None, 1, n)
    again = _searched(run, run.instance, run.allocation, watch, n)
    found = []
    for at, (name, instance) in enumerate(without):
        if watch.stopped:
            break
        told(name, at + 2, n)
        plan = run.allocation if again.allocation is None else again.allocation
        now = judge(instance, plan).objective
        result = _searched(run, instance, plan, watch, n - 1 - at)
        better = now if result.allocation is None else result.objective
        found.append(
            {
                "id": name,
                "label": form_label(run, name),
                "objective": now,
                "gain": max(0.0, better - now),
                "gain_most": finite(max(0.0, result.bound - now)),
            }
        )
    return sorted(found, key=lambda one: -float(one["gain"]))


def _searched(
    run: ExplainedRun, instance: Instance, start: Allocation, watch: Watch, left: int
) -> Result:
    """Search as the plan was; ``left`` searches share the time that is left."""
    took_s = (run.document.get("seconds") or {}).get("solve") or LEAST_S
    part = Watch(min(watch.left_s / left, max(LEAST_S, took_s)))
    part.follow(watch)
    settings = Settings(
        gap=float(run.document.get("gap") or 0.01) / CLOSER,
        time_limit_s=max(part.left_s, 1e-3),
    )
    # Another engine might find more or less by itself, and that would count as a cost.
    whole = str(run.document.get("engine")).startswith("exact")
    engine = "exact" if whole else AUTO
    return solve(instance, settings, engine=engine, watch=part, start=start)


def _without(instance: Instance) -> Iterator[tuple[str, Instance]]:
    """Give the instance without each restriction that it has."""
    rules = instance.restrictions
    if (rules.patch_least > 1).any() or (rules.patch_most > 0).any():
        nothing = np.zeros(0, np.int32)
        yield "patches", _with(instance, rules, patch_least=nothing, patch_most=nothing)
    for at, name in enumerate(rules.sites.name):
        yield name, _with(instance, rules, sites=_but(rules.sites, at))
    for at, name in enumerate(rules.separations.name):
        yield name, _with(instance, rules, separations=_but(rules.separations, at))
    if instance.sees_neighbours:
        boundary = np.zeros_like(instance.boundary)
        touch = np.zeros_like(instance.touch)
        yield "compactness", replace(instance, boundary=boundary, touch=touch)


def _with(instance: Instance, rules: Restrictions, **changed: Any) -> Instance:
    return replace(instance, restrictions=replace(rules, **changed))


def _but(rules: Rules, at: int) -> Rules:
    """Return restrictions of one kind without one of them."""
    kept = [number for number in range(len(rules.name)) if number != at]
    parts: dict[str, Any] = {
        key: values[kept] for key, values in vars(rules).items() if key != "name"
    }
    return replace(rules, name=tuple(rules.name[number] for number in kept), **parts)


LABELS = {
    "patches": {
        "nl": "kleinste en grootste vlakken",
        "en": "least and largest patches",
    },
    "compactness": {"nl": "samenhang", "en": "compactness"},
}
"""Labels of what is no rule of its own."""


def form_label(run: ExplainedRun, name: str) -> Mapping[str, str]:
    """Return what a restriction is called."""
    if name in LABELS:
        return LABELS[name]
    rule = row_name(name).id or name
    return run.label("rules", rule)
