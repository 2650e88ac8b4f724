"""The relaxation of a large instance by columns: a core, and what it turns out to lack.

Only uses that are nearly best at the prices found so far get a column. The prices of
that small program then tell which others would do better; they are added, until the
program's value meets the proven bound (column generation, Dantzig & Wolfe 1960). Hard
rows may give way at a high price meanwhile, so that there always are prices to follow.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from solver.core import Core, core_of
from solver.dual import Dual
from solver.highs import Relaxed, relax
from solver.instance import Instance
from solver.levels import Priced
from solver.program import Program, to_program
from solver.watch import Watch

Floats = NDArray[np.float64]

MOST_ROUNDS = 12
"""Times that columns are added."""

MOST_ADDED = 4_000
"""Cells that open in one round."""

FEWEST = 8
"""Cells of one kind that open at least."""

N_SIZES = 5
"""Sizes that cells are told apart by: the mean and more, half of it, a quarter, ..."""

HELPERS = 60
"""Cells that open for a use that can help a row."""

TOLERANCE = 1e-6
"""What a hard row may give way, relative to its limit."""


@dataclass(frozen=True, eq=False)
class Columns:
    """A core and its relaxation.

    Parameters
    ----------
    core, program
        The open cells as an instance and as a program.
    elastic
        The same program, in which hard rows may give way at a price.
    relaxed
        The relaxation of the elastic program.
    is_short
        Whether a hard row gave way: no legal answer is known to lie in the core.
    value
        What the relaxation is worth for the whole instance [points].

    """

    core: Core
    program: Program
    elastic: Program
    relaxed: Relaxed
    is_short: bool
    value: float


class Generation:
    """Opens uses round after round; keeps the lowest bound and its prices."""

    def __init__(self, instance: Instance, dual: Dual, priced: Priced) -> None:
        """Begin with the prices found so far and what cells take at them."""
        self.instance, self.dual, self.use = instance, dual, priced.use
        self.price, self.bound = priced.price, priced.best.bound
        self.iterations = 0
        self.open = np.zeros((instance.n_cells, instance.n_uses), np.bool_)

    @property
    def all_open(self) -> bool:
        """Whether no use is left out."""
        allowed = np.isfinite(self.dual.zonal.score)
        return bool((self.open >= allowed).all())

    def solve(self, enough: float, yield_price: Floats, watch: Watch) -> Columns:
        """Solve the relaxation until it meets the bound.

        Parameters
        ----------
        enough
            Distance between the relaxation and the bound that is close enough
            [points].
        yield_price
            Price at which a hard row gives way, shape ``(n_rows,)`` [points/unit].
        watch
            Ends it.

        """
        found = self._relax(yield_price, watch)
        for _ in range(MOST_ROUNDS):
            if watch.stopped or not found.relaxed.value.size:
                return found
            price = found.relaxed.row_price[: self.instance.n_rows]
            best = self.dual.best(price)
            if best.bound < self.bound:
                self.bound, self.price = best.bound, price
            if not found.is_short and self.bound - found.value <= enough:
                break
            if not self._open_better(price):
                break
            found = self._relax(yield_price, watch)
        return found

    def _relax(self, yield_price: Floats, watch: Watch) -> Columns:
        """Solve the relaxation of what is open."""
        core = core_of(self.instance, self.dual.zonal, self.open, self.use)
        program = replace(to_program(core.instance), offset=core.points)
        hard = self.instance.hard
        rows = core.instance.rows
        price = np.where(hard, yield_price, rows.shortfall_price)
        soft = replace(core.instance, rows=replace(rows, shortfall_price=price))
        elastic = replace(to_program(soft), offset=core.points)
        relaxed = relax(elastic, watch)
        self.iterations += relaxed.iterations
        if not relaxed.value.size:
            nothing = elastic.n_columns == 0 and not relaxed.infeasible
            value = core.points if nothing else -np.inf
            return Columns(core, program, elastic, relaxed, not nothing, value)
        value = float(elastic.objective @ relaxed.value) + elastic.offset
        is_short = short_rows(elastic, relaxed.value)[hard].any()
        return Columns(core, program, elastic, relaxed, bool(is_short), value)

    def few_of_each(self, cells: NDArray[np.int64], wanted: int) -> NDArray[np.int64]:
        """Return about so many of the cells: a few of each zone, use, next best, size.

        Where thousands of cells are equal a few tell as much as all; small cells are
        among them, which make sums fit that large ones cannot.
        """
        zonal, use = self.dual.zonal, self.use[cells]
        loss = self.dual.losses(self.price, cells)
        loss[np.arange(cells.size), use] = np.inf
        half = np.floor(np.log2(zonal.cell_size[cells])).astype(np.int64)
        kind = loss.argmin(axis=1) * self.instance.n_uses + use
        kind = kind * N_SIZES + np.clip(half, 1 - N_SIZES, 0)
        for slot in zonal.slot.T:
            kind = kind * (int(slot.max()) + 2) + slot[cells] + 1
            kind = np.unique(kind, return_inverse=True)[1]
        order = np.argsort(kind, kind="stable")
        count = np.bincount(kind)
        of = count[kind[order]]
        place = np.arange(cells.size) - (np.cumsum(count) - count)[kind[order]]
        few = max(FEWEST, wanted // count.size)
        kept = (place + 1) * few // of > place * few // of
        chosen: NDArray[np.int64] = cells[order[kept]]
        return chosen

    def open_rows(self, rows: NDArray[np.int64]) -> None:
        """Open the uses that can help some rows and lose least, a few per row."""
        zonal = self.dual.zonal
        for row in rows:
            lines = zonal.coef[:, [row]].nonzero()[0]
            uses = np.zeros((zonal.n_slots, zonal.n_uses), np.bool_)
            uses.ravel()[lines] = True
            counted = uses.any(axis=1)
            here = np.append(counted, False)[zonal.slot]  # -1 is the last
            cells = np.nonzero(here.any(axis=1))[0]
            loss = self.dual.losses(self.price, cells)
            for use in np.nonzero(uses.any(axis=0))[0]:
                few = min(HELPERS, cells.size)
                best = cells[np.argpartition(loss[:, use], few - 1)[:few]]
                allowed = np.isfinite(zonal.score[best, use])
                self.open[best[allowed], use] = True
                self.open[best[allowed], self.use[best[allowed]]] = True

    def _open_better(self, price: Floats) -> bool:
        """Open the uses that gain most at the relaxation's prices; tell if any did."""
        better, gain = self.dual.gains(price, self.use)
        known = self.open[np.arange(better.size), better]
        gain[known] = 0.0
        chosen = np.nonzero(gain > 1e-9)[0]
        if chosen.size > MOST_ADDED:
            worst = chosen.size - MOST_ADDED
            chosen = chosen[np.argpartition(gain[chosen], worst)[worst:]]
        self.open[chosen, better[chosen]] = True
        self.open[chosen, self.use[chosen]] = True
        return bool(chosen.size)


def short_rows(elastic: Program, value: Floats) -> NDArray[np.bool_]:
    """Tell which rows gave way by more than rounding, shape ``(n_rows,)``."""
    first = elastic.n_columns - elastic.short_row.size - elastic.over_row.size
    row = np.concatenate([elastic.short_row, elastic.over_row])
    low, high = (limit[elastic.n_cell_rows :] for limit in (elastic.low, elastic.high))
    limit = np.concatenate([low[elastic.short_row], high[elastic.over_row]])
    missed = value[first:] > TOLERANCE * np.maximum(1.0, np.abs(limit))
    short = np.zeros(elastic.n_rows, np.bool_)
    short[row[missed]] = True
    return short
