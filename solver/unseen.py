"""A first plan as if cells did not see their neighbours, where that costs little.

    edges of what prices suggest  <=  CHEAP * max(gap * |bound|, what the plan lacks)

Where one rule lets few uses see their neighbours, what a plan lacks is lost to rows,
not to edges: messages take long for what the few undecided cells decide at once
(``hunt``). Every plan is judged with its edges; where no edge brings points, the bound
without them holds with them.
"""

from dataclasses import replace

import numpy as np

from model.allocation import Allocation
from solver.dual import Dual
from solver.hunt import Hunt
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.levels import Priced
from solver.settings import Settings
from solver.watch import Watch

CHEAP = 0.25
"""What edges may cost, as a part of what there is to gain."""

SHARE = 0.5
"""Part of the time left that the plan may take."""

GAP_SHARE = 0.5
"""Part of the asked gap at which a plan without edges is near enough."""


def unseen(instance: Instance) -> Instance:
    """Return the instance with edges that cost nothing."""
    boundary, touch = np.zeros_like(instance.boundary), np.zeros_like(instance.touch)
    return replace(instance, boundary=boundary, touch=touch)


def bounds_with_edges(instance: Instance) -> bool:
    """Tell whether no edge brings points: then a bound without edges is one."""
    return bool((instance.edge_cost >= 0).all())


def is_cheap(incumbent: Incumbent, gap: float, priced: Priced) -> bool:
    """Tell whether edges cost little beside what there is to gain.

    Parameters
    ----------
    incumbent
        With the best answer so far, if there is one.
    gap
        The gap asked for.
    priced
        Prices without edges, and what they suggest.

    """
    instance, bound = incumbent.instance, priced.best.bound
    here, there = priced.use[instance.edges].T
    edges = float(np.abs(instance.edge_cost[here, there]).sum())
    lacking = 0.0 if incumbent.best is None else bound - incumbent.objective
    return edges <= CHEAP * max(gap * abs(bound), lacking)


def hunted(
    incumbent: Incumbent, settings: Settings, dual: Dual, priced: Priced
) -> Hunt:
    """Look for a plan without edges; offer every better one.

    Parameters
    ----------
    incumbent
        Judges plans with their edges; gets the bound too, where it holds.
    settings
        Gap and seed.
    dual
        Of the instance.
    priced
        Prices to begin with.

    Returns
    -------
    Hunt
        The search, with prices and counts; ``infeasible`` holds with edges too.

    """
    instance, watch = incumbent.instance, incumbent.watch
    holds = bounds_with_edges(instance)

    def enough(plan: Allocation) -> bool:
        if holds:
            incumbent.lower(hunt.bound)
        incumbent.offer(plan)
        return incumbent.done

    inner = Watch(SHARE * watch.left_s)
    inner.follow(watch)
    near = replace(settings, gap=GAP_SHARE * settings.gap)
    watch.report("core")
    hunt = Hunt(unseen(instance), near, inner, dual, enough)
    hunt.begin(priced)
    hunt.offer(incumbent.best)
    hunt.go_on()
    if holds and not hunt.infeasible:
        incumbent.lower(hunt.bound)
    return hunt
