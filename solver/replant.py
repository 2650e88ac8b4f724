"""A plan put together from whole patches: those of answers, and grown ones.

Moves along borders cannot carry a patch to better land. Here the patches of the best
answer compete with patches grown at the prices of the rows; an integer program picks
(``master``), and moves mend what the rows then lack.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from solver.grains import search_fine
from solver.incumbent import Incumbent
from solver.master import chosen_uses, patch_points, to_master
from solver.moves import Mover
from solver.plane import Plane
from solver.pool import Grower, Pool
from solver.program import Program
from solver.settings import Settings
from solver.watch import Watch

Floats = NDArray[np.float64]

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
        self, incumbent: Incumbent, settings: Settings, mover: Mover, plane: Plane
    ) -> None:
        """Keep what plans are made of."""
        self._incumbent, self._mover, self._plane = incumbent, mover, plane
        share = GAP_SHARE * settings.gap
        self._settings = replace(settings, gap=share)
        self._grower = Grower(mover.zonal, mover.land, plane)
        self.count = 0

    def run(
        self, price: Floats, worth: NDArray[np.float32], rng: np.random.Generator
    ) -> bool:
        """Put a plan together; tell whether it is better than the best so far.

        Parameters
        ----------
        price
            Prices of the rows, shape ``(n_rows,)``.
        worth
            What uses are worth at them, shape ``(n_cells, n_uses)``.
        rng
            Order of moves.

        """
        incumbent, mover = self._incumbent, self._mover
        zonal, pool = mover.zonal, Pool()
        if incumbent.best is not None:
            pool.add_answer(self._plane, incumbent.best.use)
        first = len(pool.use)
        self._grower.grow(pool, worth, np.zeros(zonal.n_cells, np.int8))
        if not pool.use:
            return False
        size = np.array([cells.size for cells in pool.cells])
        loss = -patch_points(worth, mover.land, pool) / size
        pool = pool.best(first, loss, MOST)
        dear = np.abs(price) + DEAR * mover.spread / zonal.row_size
        dear = np.minimum(zonal.price, dear)
        program = to_master(incumbent.instance, zonal, mover.land, pool, dear)
        watch = Watch(min(LIMIT_S, SHARE * incumbent.watch.left_s))
        watch.follow(incumbent.watch)
        value = search_fine(program, self._settings, watch, _start(program, first))
        self.count += 1
        if not value.size or incumbent.watch.stopped:
            return False
        use = chosen_uses(pool, value, zonal.n_cells)
        return incumbent.offer(mover.moved(use, price, worth, rng, incumbent.watch))


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
