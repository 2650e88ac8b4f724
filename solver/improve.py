"""Better whole cells around an answer: free some cells and search them.

An answer near the relaxation loses points where sums do not come out even: a row that
has a price and is not at its limit wastes price times what is between. Cells that
could mend such rows are freed, a few hundred at a time, and searched with the rest as
it is (large neighbourhood search, Shaw 1998).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.core import Core, core_of
from solver.dual import Dual
from solver.instance import Instance
from solver.levels import Priced
from solver.program import Program, to_program

Floats = NDArray[np.float64]

FREE_CELLS = 60
"""Cells that are freed at once because another use is nearly as good there."""

ROWS = 2
"""Rows that are mended at once."""


@dataclass(frozen=True, eq=False)
class Neighbourhood:
    """The cells that may be freed.

    Parameters
    ----------
    cell
        Undecided cells, shape ``(n,)``.
    near
        Uses nearly as good as the best there, shape ``(n, n_uses)``.

    """

    cell: NDArray[np.int64]
    near: NDArray[np.bool_]


def undecided(dual: Dual, priced: Priced, loss: float) -> Neighbourhood:
    """Return the cells in which prices leave a choice.

    Parameters
    ----------
    dual, priced
        The whole, and its prices.
    loss
        Points that a use may lose against the best of its cell.

    """
    size = dual.zonal.cell_size
    most = np.maximum(np.float32(priced.close) * size, np.float32(loss))
    cell = np.nonzero(priced.best.margin <= most)[0]
    near = dual.losses(priced.price, cell) <= most[cell, None]
    return Neighbourhood(cell, near & np.isfinite(dual.zonal.score[cell]))


def freed(
    instance: Instance,
    dual: Dual,
    price: Floats,
    best: Allocation,
    around: Neighbourhood,
    rng: np.random.Generator,
) -> tuple[Core, Program] | None:
    """Free cells that can mend the rows that waste most; None if none does.

    Parameters
    ----------
    instance, dual
        The whole.
    price
        Prices per row.
    best
        The answer that is to be mended.
    around
        Cells to choose from.
    rng
        Which rows and cells are taken.

    """
    waste = _waste(dual, price, best)
    if not waste.sum() > 0:
        return None
    n_rows = min(ROWS, int(np.count_nonzero(waste)))
    rows = rng.choice(waste.size, n_rows, replace=False, p=waste / waste.sum())
    can = _can_mend(dual, rows)
    slot = dual.zonal.slot[around.cell]
    helps = np.zeros(around.near.shape, np.bool_)
    for group in range(slot.shape[1]):
        helps |= can[slot[:, group]] & (slot[:, group] >= 0)[:, None]
    now = best.use[around.cell]
    has = helps[np.arange(now.size), now]
    may = (helps & around.near).any(axis=1)
    taken = [
        rng.permutation(np.nonzero(which)[0])[:FREE_CELLS]
        for which in (has, may & ~has)
    ]
    chosen = np.concatenate(taken)
    if not chosen.size:
        return None
    open_uses = np.zeros((instance.n_cells, instance.n_uses), np.bool_)
    open_uses[around.cell[chosen]] = around.near[chosen]
    open_uses[around.cell[chosen], now[chosen]] = True
    core = core_of(instance, dual.zonal, open_uses, best.use)
    return core, replace(to_program(core.instance), offset=core.points)


def _waste(dual: Dual, price: Floats, best: Allocation) -> Floats:
    """Return the points that every row costs beside its price [points]."""
    zonal = dual.zonal
    amount = zonal.amounts(best.use) + zonal.supply_coef.T @ best.supply
    limit = np.where(price > 0, zonal.high, zonal.low)
    # a price that points to no limit counts as 0, as in the bound
    limit = np.where((price == 0) | np.isinf(limit), amount, limit)
    off = limit - amount
    waste: Floats = np.maximum(price * off, 0.0)
    # a soft row beyond its limit pays its shortfall price and saves the other
    beyond = (price * off < 0) & np.isfinite(zonal.price)
    extra = np.where(beyond, zonal.price - np.abs(price), 0.0) * np.abs(off)
    worst: Floats = np.maximum(waste, extra)
    return worst


def _can_mend(dual: Dual, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which uses count for the rows in which slots, ``(n_slots, n_uses)``."""
    zonal = dual.zonal
    counted = np.zeros(zonal.n_rows, np.bool_)
    counted[rows] = True
    lines = np.repeat(np.arange(zonal.coef.shape[0]), np.diff(zonal.coef.indptr))
    can = np.zeros(zonal.coef.shape[0], np.bool_)
    can[lines[counted[zonal.coef.indices]]] = True
    return can.reshape(-1, zonal.n_uses)
