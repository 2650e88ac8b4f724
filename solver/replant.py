"""A plan put together from whole patches: those of answers, and grown ones.

Moves along borders cannot carry a patch to better land. Here the patches of the best
answer compete with patches grown at the prices of the rows; an integer program picks
(``master``), and moves mend what the rows then lack.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.grains import search_fine
from solver.incumbent import Incumbent
from solver.master import chosen_uses, patch_points, to_master
from solver.pool import Grower, Pool
from solver.program import Program
from solver.settings import Settings
from solver.watch import Watch

Floats = NDArray[np.float64]
Mend = Callable[[NDArray[np.int8], Floats, NDArray[np.float32]], Allocation]
"""From uses, prices of the rows and the worth of uses at them to an answer."""

MOST = 300
"""Grown candidates of one use."""

LIMIT_S, SHARE = 20.0, 0.25
"""Wall time of one choice [s], and the part of the time left that it may take."""

DEAR = 20.0
"""What a unit outside a hard row costs beside its price [standard deviations of the
scores per cell]."""

GAP_SHARE = 0.2
"""Part of the asked gap that a choice may lose."""


class Replanter:
    """Puts together plans of one instance; counts them."""

    def __init__(
        self,
        incumbent: Incumbent,
        settings: Settings,
        grower: Grower,
        spread: float,
        mend: Mend,
    ) -> None:
        """Keep what plans are made of.

        Parameters
        ----------
        incumbent
            Has the best answer, is offered others.
        settings
            Gap and seed.
        grower
            Grows candidates.
        spread
            Standard deviation of the scores [points].
        mend
            Makes an answer of a plan put together.

        """
        self._incumbent, self._grower = incumbent, grower
        self._spread, self._mend = spread, mend
        share = GAP_SHARE * settings.gap
        self._settings = replace(settings, gap=share)
        self.count = 0

    def run(self, price: Floats, worth: NDArray[np.float32]) -> bool:
        """Put a plan together; tell whether it is better than the best so far.

        Parameters
        ----------
        price
            Prices of the rows, shape ``(n_rows,)``.
        worth
            What uses are worth at them, shape ``(n_cells, n_uses)``.

        """
        incumbent, grower, pool = self._incumbent, self._grower, Pool()
        zonal, land = grower.zonal, grower.land
        stays = np.isfinite(zonal.score).argmax(axis=1).astype(np.int8)
        if incumbent.best is not None:
            pool.add_answer(grower.plane, incumbent.best.use, stays)
        first = len(pool.use)
        grower.grow(pool, worth, stays)
        if not pool.use:
            return False
        size = np.array([cells.size for cells in pool.cells])
        loss = -patch_points(worth, land, pool, stays) / size
        pool = pool.best(first, loss, MOST)
        dear = np.abs(price) + DEAR * self._spread / zonal.row_size
        dear = np.minimum(zonal.price, dear)
        program = to_master(zonal, land, pool, stays, dear)
        watch = Watch(min(LIMIT_S, SHARE * incumbent.watch.left_s))
        watch.follow(incumbent.watch)
        value = search_fine(program, self._settings, watch, _start(program, first))
        self.count += 1
        if not value.size or incumbent.watch.stopped:
            return False
        use = chosen_uses(pool, value, stays)
        return incumbent.offer(self._mend(use, price, worth))


def _start(program: Program, first: int) -> Floats:
    """Return the plan of the first candidates, the patches of the best answer."""
    value = np.zeros(program.n_columns)
    value[:first] = 1.0
    got = program.matrix[program.n_cell_rows :] @ value
    low = program.low[program.n_cell_rows :] - got
    high = got - program.high[program.n_cell_rows :]
    at = program.n_columns - program.short_row.size - program.over_row.size
    value[at : at + program.short_row.size] = np.maximum(low[program.short_row], 0.0)
    value[at + program.short_row.size :] = np.maximum(high[program.over_row], 0.0)
    return value
