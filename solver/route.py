"""Choose an engine, run it, certify what it found."""

import numpy as np

from model.allocation import Allocation
from solver.certificate import certify
from solver.counts import unsuited
from solver.engines.compact import compact
from solver.engines.exact import exact
from solver.engines.flow import flow
from solver.engines.patches import patches
from solver.engines.prices import prices
from solver.engines.protocol import Engine
from solver.engines.sequential import sequential
from solver.instance import Instance
from solver.result import Result
from solver.settings import Settings
from solver.watch import Watch

ENGINES: dict[str, Engine] = {
    "flow": flow,
    "prices": prices,
    "compact": compact,
    "patches": patches,
    "exact": exact,
    "sequential": sequential,
}
"""Engines by the name a user gives."""

RESTRICTED = ("patches",)
"""Engines that keep restrictions on where uses lie."""

MOST_ARCS = 2_000_000
"""Cells times uses up to which a flow is chosen: it takes seconds and hears nobody."""

FEW_CHOICES = 2_000
"""Cells times uses up to which the whole program is searched to a proof."""

SEARCHED, BORDERS = 300_000, 0.25
"""Cell-uses up to which an instance is searched whole if its edges are few beside them,
as a part of these: messages are for edges and leave the gap of many small zones."""

AUTO = "auto"
"""Let ``choose`` decide."""


def choose(instance: Instance) -> tuple[str, str]:
    """Return the engine for an instance, and why.

    Returns
    -------
    tuple[str, str]
        Name of the engine and the reason in words.

    """
    if instance.restrictions.any:
        return "patches", "patches, sites or distances restrict where uses lie"
    if instance.sees_neighbours:
        if instance.n_cells * instance.n_uses <= FEW_CHOICES:
            return "exact", "cells see their neighbours, and few cells can be searched"
        if is_mostly_rows(instance):
            return "exact", "only few uses see their neighbours, and on few cells"
        return "compact", "cells see their neighbours: messages pass between them"
    if unsuited(instance):
        return "prices", "rows count cells per zone, and no cell sees its neighbours"
    if np.count_nonzero(instance.allowed) > MOST_ARCS:
        return "prices", "rows count cells; a flow so large could not be interrupted"
    return "flow", "every row counts cells of one use in one zone: a min-cost flow"


def is_mostly_rows(instance: Instance) -> bool:
    """Tell whether rows matter more than edges in an instance that is small enough."""
    choices = np.count_nonzero(instance.allowed)
    seen = np.count_nonzero(instance.boundary) + np.count_nonzero(instance.touch) / 2
    borders = seen * instance.edges.shape[0]
    return bool(choices <= SEARCHED and borders <= BORDERS * choices)


def unfit(engine: str, instance: Instance) -> str:
    """Say why an engine cannot solve an instance; empty if it can.

    Returns
    -------
    str
        ``restricted``: it keeps no patches, sites or distances; ``neighbours``: it
        does not see which uses lie side by side; ``counts``: it only counts cells of
        one use in one zone.

    """
    if engine not in (AUTO, *RESTRICTED) and instance.restrictions.any:
        return "restricted"
    if engine in ("prices", "flow") and instance.sees_neighbours:
        return "neighbours"
    return "counts" if engine == "flow" and unsuited(instance) else ""


def solve(
    instance: Instance,
    settings: Settings,
    *,
    engine: str = AUTO,
    watch: Watch | None = None,
    start: Allocation | None = None,
) -> Result:
    """Solve an instance.

    Parameters
    ----------
    instance
        What to solve.
    settings
        When to stop, and how to search.
    engine
        Name of an engine, or ``auto``.
    watch
        Progress and the wish to stop; by default only the time limit.
    start
        An answer to begin with, such as that of a scenario a little different.

    Raises
    ------
    ValueError
        If there is no such engine.

    """
    if engine == AUTO:
        engine, _ = choose(instance)
    if engine not in ENGINES:
        raise ValueError(f"engine must be one of {[AUTO, *ENGINES]}, got '{engine}'")
    if unfit(engine, instance) == "restricted":  # the others say it themselves
        raise ValueError(
            f"engine {engine} keeps no patches, sites or distances, which this "
            f"instance asks for; use engine {RESTRICTED[0]}"
        )
    watch = watch or Watch(settings.time_limit_s)
    answer = ENGINES[engine](instance, settings, watch, start)
    return certify(instance, answer, settings.gap, watch.seconds)
