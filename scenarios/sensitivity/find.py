"""Find which number moves the plan most: screen all, search the first few again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from scenarios.faults import ScenarioError
from scenarios.json_text import finite
from scenarios.sensitivity.base import Base
from scenarios.sensitivity.labels import label_of_number
from scenarios.sensitivity.numbers import STEP
from scenarios.sensitivity.screen import Screened, ends_of, screen
from scenarios.sensitivity.search import Effort, Reference, moved_end, reference
from solver.watch import Watch

On = Callable[[int, int], None]
"""Called with the number that is done, and of all."""


@dataclass(frozen=True)
class Asked:
    """What is asked.

    Parameters
    ----------
    most
        Numbers to search again for.
    effort
        How hard each search tries.
    only
        Beginnings of the ways of the numbers to look at; none means all.

    """

    most: int
    effort: Effort
    only: Sequence[str] = ()


def find_sensitivity(
    base: Base, asked: Asked, watch: Watch, on_screen: On, on_search: On
) -> dict[str, Any]:
    """Return which numbers move the plan, and how much.

    Parameters
    ----------
    base
        Scenario and plan.
    asked
        What is asked.
    watch
        Ends it; what was found is returned.
    on_screen, on_search
        Told how far it is.

    Returns
    -------
    dict
        ``step`` (part by which numbers move), ``reference`` (``objective``, ``gap``,
        ``noise_ha``, ``noise_points``; None if it was stopped before), ``effort``,
        ``interrupted``, and ``numbers``, those that move most first: ``key``,
        ``label``, ``kind``, ``assumed``, ``text``, ``reason``, ``why``,
        ``screened_ha``, ``seen``, ``searched``, ``low`` and ``high`` (``text`` and
        what ``moved_end`` returns), ``most_ha``, ``must_ha`` (of the
        ends at which the plan may not stay; infinite where nothing fits).

    """
    screened = screen(base, watch, on_screen, asked.only)
    chosen = [one for one in screened if one.rank[0] < 2][: asked.most]
    known = reference(base, asked.effort, watch) if chosen else None
    told = []
    for count, one in enumerate(screened):
        ends: dict[str, dict[str, Any]] = {}
        if known is not None and count < len(chosen) and not watch.interrupted:
            ends = _ends(base, one, asked.effort, known, watch)
            on_search(count + 1, len(chosen))
        told.append(_told(base, one, ends))
    return {
        "scenario": base.loaded.scenario.name,
        "step": STEP,
        "reference": None if known is None else _reference(known),
        "effort": {
            "time_limit_s": asked.effort.time_limit_s,
            "gap": asked.effort.gap,
            "most": asked.most,
        },
        "interrupted": watch.interrupted,
        "numbers": sorted(told, key=_order),
    }


def _order(one: dict[str, Any]) -> tuple[bool, float, float, float]:
    """Put first what was searched and moves most, that which it must move before."""
    return (
        not one["searched"],
        -one["must_ha"],
        -(one["most_ha"] or 0.0),
        -(one["screened_ha"] or 0.0),
    )


def _ends(
    base: Base, one: Screened, effort: Effort, known: Reference, watch: Watch
) -> dict[str, dict[str, Any]]:
    """Search at both ends; an end whose search was broken off is left out."""
    found = {}
    for side, loaded in ends_of(base, one.number):
        try:
            end = moved_end(base, loaded, effort, known, watch)
        except ScenarioError:
            continue
        if watch.interrupted:
            break
        found[side] = end
    return found


def _told(base: Base, one: Screened, ends: dict[str, dict[str, Any]]) -> dict[str, Any]:
    number, moved = one.number, one.moved
    sides = {}
    for side in ("low", "high"):
        end = getattr(number, side)
        text = None if end is None else {"text": end.text}
        sides[side] = None if text is None else text | ends.get(side, {})
    net = [end["net_ha"] for end in ends.values() if end["net_ha"] is not None]
    reason = number.reason
    return {
        "key": number.key,
        "label": label_of_number(base.loaded.scenario, number.path),
        "kind": number.kind,
        "assumed": number.assumed,
        "text": number.text,
        "reason": None if reason is None else {"nl": reason.nl, "en": reason.en},
        "why": one.why,
        "screened_ha": None if moved is None or not moved.is_seen else moved.ha,
        "seen": None if moved is None else moved.is_seen,
        "searched": bool(ends),
        **sides,
        "most_ha": max(net, default=None),
        "must_ha": _must(ends.values()),
    }


def _must(ends: Iterable[dict[str, Any]]) -> float:
    """Return the most that changes where the plan may not stay; all if none fits."""
    return max(
        (
            np.inf if end["net_ha"] is None else end["net_ha"]
            for end in ends
            if not end["may_stay"] and end["status"] != "no_solution"
        ),
        default=0.0,
    )


def _reference(known: Reference) -> dict[str, Any]:
    return {
        "objective": known.objective,
        "gap": finite(known.gap),
        "noise_ha": known.noise_ha,
        "noise_points": known.noise_points,
    }
