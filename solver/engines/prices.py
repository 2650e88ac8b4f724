"""Zonal rows, no neighbours: prices first, then the few cells that they leave open.

At the prices that minimise the dual nearly every cell has a use that leads clearly,
and the dual is a proven bound. The cells that are nearly undecided are a small program
(``solver.columns``): its relaxation leaves at most as many cells divided as there are
rows, and an integer search over those and their like finishes in a moment. Where sums
do not come out even, neighbourhoods of the answer are searched. At last, if few uses
lose less than the gap, those are searched: no better answer can do without them, so
that the search's own bound holds for all.
"""

from dataclasses import replace

import numpy as np

from model.allocation import Allocation
from solver.certificate import Answer
from solver.dual import Dual
from solver.hunt import Hunt
from solver.instance import Instance
from solver.settings import Settings
from solver.slack import may_bind, with_rows
from solver.watch import Watch
from solver.zonal import to_zonal


def prices(
    instance: Instance,
    settings: Settings,
    watch: Watch,
    start: Allocation | None = None,
) -> Answer:
    """Solve an instance without compactness.

    Parameters
    ----------
    instance
        What to solve.
    settings
        Gap, time limit, seed.
    watch
        Progress and the wish to stop; the best answer so far is kept.
    start
        An answer to begin with; kept if nothing better is found.

    Raises
    ------
    ValueError
        If the instance has compactness.

    """
    if instance.sees_neighbours:
        raise ValueError(
            "engine prices needs an instance without compactness, but its boundary is "
            "above 0; use engine compact"
        )
    kept = may_bind(instance)
    if not kept.all():
        found = prices(with_rows(instance, kept), settings, watch, start)
        price = np.zeros(instance.n_rows)
        price[kept] = found.row_price
        return replace(found, row_price=price)
    dual = Dual(to_zonal(instance))
    watch.report("prices")
    hunt = Hunt(instance, settings, watch, dual)
    hunt.offer(start)
    hunt.run()
    hunt.work["passes"] = int(np.ceil(dual.passes))
    bound = float("nan") if hunt.infeasible else hunt.bound
    best = None if hunt.infeasible else hunt.best
    return Answer(
        best, bound, "prices", hunt.infeasible, hunt.price, hunt.work, hunt.conflict
    )
