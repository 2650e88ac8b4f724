"""A better plan close to one that is there, where prices say that it can be had.

At the prices of a plan most cells have a use that leads by far. Open are the cells
where the plan's use is not the best any more, or is hardly better than another; the
rest keeps its use, and what is open is searched as a whole. It takes seconds where a
search of all cells takes minutes, and it proves nothing.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.core import core_of, with_border
from solver.dual import Dual
from solver.instance import Instance
from solver.neighbours import to_neighbours
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import to_zonal

CELLS = 1_500
"""Cells that are open."""

USES = 4
"""Uses that are open in such a cell beside the plan's, those that lose least."""

GAP = 1e-4
"""Gap of the search among them."""


def better_around(
    instance: Instance,
    plan: Allocation,
    row_price: NDArray[np.float64],
    settings: Settings,
    watch: Watch,
) -> Allocation:
    """Return a better plan that differs in few cells, or the plan itself.

    Parameters
    ----------
    instance
        The instance; the plan may break its limits.
    plan
        Where to begin.
    row_price
        Prices of the rows, shape ``(n_rows,)``; of an instance a little different.
    settings
        Time limit, solver and seed.
    watch
        Ends it.

    """
    if instance.restrictions.any:
        return plan
    zonal = to_zonal(instance)
    opened = _opened(instance, Dual(zonal), plan, row_price)
    if not opened.any():
        return plan
    core = core_of(instance, zonal, opened, plan.use)
    core = with_border(core, instance, to_neighbours(instance), plan.use)
    part = Watch(min(settings.time_limit_s, watch.left_s))
    part.follow(watch)
    fine = replace(settings, gap=GAP)
    start = Allocation(plan.use[core.cell], plan.supply)
    found = solve(core.instance, fine, engine="exact", watch=part, start=start)
    if found.allocation is None:
        return plan
    answer, worth = core.whole(found.allocation), judge(instance, plan)
    judged = judge(instance, answer)
    is_better = worth.broken or judged.objective > worth.objective
    return answer if not judged.broken and is_better else plan


def _opened(
    instance: Instance,
    dual: Dual,
    plan: Allocation,
    row_price: NDArray[np.float64],
) -> NDArray[np.bool_]:
    """Return the uses that are open, shape ``(n_cells, n_uses)``."""
    cells = np.arange(instance.n_cells)
    loss = dual.losses(row_price, cells)
    now = loss[cells, plan.use]
    others = loss.copy()
    others[cells, plan.use] = np.inf
    extra = others.min(axis=1) - np.where(np.isfinite(now), now, np.float32(1e30))
    few = min(CELLS, extra.size)
    chosen = np.argpartition(extra, few - 1)[:few]
    chosen = chosen[np.isfinite(extra[chosen])]
    opened = np.zeros(loss.shape, np.bool_)
    rank = np.argsort(others[chosen], axis=1)[:, :USES]
    opened[chosen[:, None], rank] = np.isfinite(others[chosen[:, None], rank])
    opened[chosen, plan.use[chosen]] = True
    opened &= instance.allowed.T | (np.arange(instance.n_uses) == 0)
    return opened
