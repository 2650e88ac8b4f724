"""The rows of a conflict without which it would be none: an irreducible set.

A deletion filter: rows are left out one by one. Where those that are left still cannot
hold together, the row is not needed, and neither is any that the new proof gives no
price (Farkas); where they can, in fractions of cells, the row stays. What remains is
infeasible, and feasible without any one of its rows. Classes say what fits; that it
does not is proven on the cells.

References
----------
Chinneck & Dravnieks (1991), Locating minimal infeasible constraint sets in linear
programs, ORSA Journal on Computing 3.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from solver.certificate import TOLERANCE
from solver.classes import collapsed
from solver.dual import Dual
from solver.highs import relax
from solver.instance import Instance
from solver.program import to_program
from solver.watch import Watch
from solver.zonal import to_zonal

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

FEW_COLUMNS = 20_000
"""Cells times uses up to which cells are looked at one by one, without bins."""

TINY = 1e-9
"""Price of a row that counts as none, as a part of the highest."""


def irreducible(elastic: Instance, price: Floats, watch: Watch) -> Floats:
    """Reduce a proof that rows cannot hold together to rows it cannot do without.

    Parameters
    ----------
    elastic
        The instance whose hard rows give way and nothing else counts.
    price
        Prices of its rows at which the dual is below 0, shape ``(n_rows,)``.
    watch
        Ends the search; what is left then may be more than needed.

    Returns
    -------
    NDArray[np.float64]
        Prices of the rows that remain, 0 for others: still a proof.

    """
    kept = with_rows(elastic, price != 0)
    dual = Dual(to_zonal(kept))
    small = kept if kept.n_cells * kept.n_uses <= FEW_COLUMNS else collapsed(kept)
    needed = np.zeros(price.size, np.bool_)
    while not watch.stopped:
        open_ = np.nonzero((price != 0) & ~needed)[0]
        if not open_.size:
            break
        size = 1.0 / elastic.rows.shortfall_price[open_]
        row = open_[np.argmin(np.abs(price[open_]) * size)]
        fewer = _proof(
            small, dual, (price != 0) & (np.arange(price.size) != row), watch
        )
        if fewer is None:
            needed[row] = True
        else:
            price = fewer
    return price


def with_rows(elastic: Instance, kept: Mask) -> Instance:
    """Return the instance with the limits of some rows only."""
    rows = elastic.rows
    low = np.where(kept, rows.low, -np.inf)
    high = np.where(kept, rows.high, np.inf)
    return replace(elastic, rows=replace(rows, low=low, high=high))


def _proof(small: Instance, dual: Dual, rows: Mask, watch: Watch) -> Floats | None:
    """Return prices that prove that some rows cannot hold together, if they cannot."""
    program = to_program(with_rows(small, rows))
    relaxed = relax(program, watch)
    if not relaxed.value.size or program.objective @ relaxed.value > -TOLERANCE:
        return None
    price = np.where(rows, relaxed.row_price[: rows.size], 0.0)
    price = np.clip(price, dual.least, dual.most)
    large = np.abs(price) > TINY * np.abs(price).max(initial=0.0)
    for proof in (np.where(large, price, 0.0), price):
        if dual.best(proof).bound < 0:
            return np.asarray(proof)
    return None
