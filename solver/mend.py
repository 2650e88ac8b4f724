"""From smooth shares to a legal answer, quickly: whole cells, then moves that mend.

Shares become whole cells whose sums are nearly those of the shares
(``Dual.whole``); what hard rows are off then is mended cell by cell, those first in
which another use is nearly as good. It may fail; then there is no answer yet.
"""

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.dual import Best, Dual
from solver.kernels.mend import _mend

Floats = NDArray[np.float64]

MOST_CELLS = 200_000
"""Cells that may move."""

MOST_WALKS = 6
"""Times that the cells are walked."""


def mended(dual: Dual, price: Floats, temperature: float, best: Best) -> Allocation:
    """Return an answer near the smooth shares; it may still break hard rows.

    Parameters
    ----------
    dual
        The whole.
    price
        Prices per row.
    temperature
        Of the shares [points per cell].
    best
        What every cell takes at the prices.

    """
    zonal = dual.zonal
    use, supply = dual.whole(price, temperature), dual.supply(price, temperature)
    amount = zonal.amounts(use) + zonal.supply_coef.T @ supply
    hard = np.isinf(zonal.price)
    lead = best.margin / zonal.cell_size
    order = np.argpartition(lead, min(MOST_CELLS, lead.size) - 1)[:MOST_CELLS]
    order = order[np.argsort(lead[order], kind="stable")]
    cells = zonal.score, zonal.slot, zonal.weight
    coef = zonal.coef.indptr, zonal.coef.indices, zonal.coef.data
    limits = zonal.low, zonal.high, zonal.row_size, hard
    for _ in range(MOST_WALKS):
        off = hard & ((amount < zonal.low) | (amount > zonal.high))
        near = _touching(dual, off, order)
        if not near.size:
            break
        if not _mend(cells, coef, limits, zonal.costs(price), near, use, amount):
            break
    return Allocation(use, supply)


def _touching(
    dual: Dual, rows: NDArray[np.bool_], cells: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return those of some cells that a row counts."""
    zonal = dual.zonal
    lines = np.repeat(np.arange(zonal.coef.shape[0]), np.diff(zonal.coef.indptr))
    counted = np.zeros(zonal.n_slots + 1, np.bool_)  # the last is for slot -1
    counted[lines[rows[zonal.coef.indices]] // zonal.n_uses] = True
    chosen: NDArray[np.int64] = cells[counted[zonal.slot[cells]].any(axis=1)]
    return chosen
