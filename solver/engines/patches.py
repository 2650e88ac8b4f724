"""Patches, sites and distances: a plan of the relaxation is made legal and improved.

The instance without restrictions gives prices and a bound, which stays one with them.
What it suggests, with a boundary raised so far that patches come out large enough, is
made legal and improved by moves that keep it so (``shaper``); the best of some raised
boundaries is kept.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import Answer
from solver.conflict import conflicting_rows
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.moves import Mover
from solver.narrow import narrowed
from solver.relaxation import Relaxation
from solver.settings import Settings
from solver.shaper import Shaper
from solver.slack import may_bind, with_rows
from solver.watch import Watch

Floats = NDArray[np.float64]

LIFTS = (0.3, 0.15, 0.6, 1.2)
"""What boundaries are raised by [standard deviations of the scores]."""


def patches(
    instance: Instance,
    settings: Settings,
    watch: Watch,
    start: Allocation | None = None,
) -> Answer:
    """Solve an instance with restrictions on where uses lie.

    Parameters
    ----------
    instance
        What to solve.
    settings
        Gap, time limit, seed.
    watch
        Progress and the wish to stop; the best answer so far is kept.
    start
        An answer that counts until something better is found.

    """
    kept = may_bind(instance)
    found = _solved(with_rows(instance, kept), settings, watch, start)
    price = np.zeros(instance.n_rows)
    if found.row_price.size:
        price[kept] = found.row_price
    return replace(found, row_price=price)


def _solved(
    instance: Instance, settings: Settings, watch: Watch, start: Allocation | None
) -> Answer:
    incumbent = Incumbent(instance, settings.gap, watch, "patches")
    incumbent.offer(start)
    narrow = narrowed(instance)
    if narrow.impossible:
        return _infeasible(narrow.impossible)
    relaxation = Relaxation(narrow.instance, settings, watch)
    if relaxation.at_limit and (conflict := conflicting_rows(narrow.instance, watch)):
        return _infeasible(conflict)
    relaxation.tighten(incumbent)
    attempt = _search(incumbent, settings, relaxation)
    return Answer(
        incumbent.best,
        incumbent.bound,
        "patches",
        row_price=relaxation.price[: instance.n_rows],
        work={"passes": relaxation.passes},
        attempt=None if incumbent.best else attempt,
    )


def _infeasible(conflict: tuple[str, ...]) -> Answer:
    return Answer(None, np.nan, "patches", infeasible=True, conflict=conflict)


def _search(
    incumbent: Incumbent, settings: Settings, relaxation: Relaxation
) -> Allocation | None:
    """Offer what is made of the relaxation; return the last thing made."""
    instance, watch = incumbent.instance, incumbent.watch
    mover = Mover.of(relaxation.instance, relaxation.zonal, relaxation.neighbours)
    shaper = Shaper.of(instance, relaxation.zonal, mover.land, mover.spread)
    rng = np.random.default_rng(settings.seed)
    least = instance.restrictions.patch_least
    lifted = least > 1 if least.any() else np.zeros(instance.n_uses, np.bool_)
    made = None
    for lift in LIFTS if lifted.any() else (0.0,):
        if incumbent.done:
            break
        raised = np.where(lifted, lift * mover.spread, 0.0)
        suggestion = relaxation.suggested(raised, watch)
        made = shaper.shaped(suggestion, rng, watch)
        incumbent.offer(made)
    return made
