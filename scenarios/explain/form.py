"""What patches, sites, distances and compactness cost, as data.

Each is taken away by itself and the rest is searched again, with the plan as a start.
The bound knows nothing of patches, sites and distances, so that a plan without them is
proven to be at most the distance to the bound better. Compactness is compared in the
points that are left without it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from scenarios.explain.explained_run import ExplainedRun
from scenarios.json_text import finite
from scenarios.row_name import row_name
from solver.certificate import judge
from solver.instance import Instance
from solver.restrictions import Restrictions, Separations, Sites
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch

Rules = TypeVar("Rules", Sites, Separations)


def explain_form(run: ExplainedRun, watch: Watch) -> list[dict[str, Any]]:
    """Return what each restriction on where uses lie costs, the most first.

    Parameters
    ----------
    run
        The run.
    watch
        Ends it; every search gets an equal part of the time.

    Returns
    -------
    list[dict]
        ``id`` and ``label``; ``gain`` of the best plan found without it and
        ``gain_most``, proven [points].

    """
    without = list(_without(run.instance))
    found = []
    for at, (name, instance) in enumerate(without):
        if watch.stopped:
            break
        part = Watch(watch.left_s / (len(without) - at))
        part.follow(watch)
        settings = Settings(
            gap=float(run.document.get("gap") or 0.01),
            time_limit_s=max(part.left_s, 1e-3),
        )
        now = judge(instance, run.allocation).objective
        result = solve(instance, settings, watch=part, start=run.allocation)
        better = now if result.allocation is None else result.objective
        found.append(
            {
                "id": name,
                "label": _label(run, name),
                "gain": max(0.0, better - now),
                "gain_most": finite(max(0.0, result.bound - now)),
            }
        )
    return sorted(found, key=lambda one: -float(one["gain"]))


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
    "compactness": {"nl": "aaneengesloten", "en": "compactness"},
}
"""Labels of what is no rule of its own."""


def _label(run: ExplainedRun, name: str) -> Mapping[str, str]:
    if name in LABELS:
        return LABELS[name]
    rule = row_name(name).id or name
    return run.label("rules", rule)
