"""Better answers window by window: a part of the map is solved, the rest stays.

A window is a square of cells round a place where the answer loses points against what
the messages promise. Its cells are open to the uses that are nearly best there; edges
to cells outside count as scores. CP-SAT solves it with what the rows leave (large
neighbourhood search, Shaw 1998).
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.core import core_of, with_border
from solver.grains import search_fine
from solver.incumbent import Incumbent
from solver.messages import Messages
from solver.program import to_program
from solver.round import to_allocation, to_columns
from solver.settings import Settings
from solver.watch import Watch

Floats = NDArray[np.float64]

SIDE = 20
"""Cells along a window."""

LIMIT_S = 3.0
"""Wall time of a window [s]."""

NEAR = 4.0
"""What a use may lose in a cell that is open to it [dearest edges]."""

ASIDE = 0.05
"""Part of the asked gap that a window's own search may lose."""

LEAST_LOSS = 1e-6
"""What every cell loses at least when windows are chosen, so that all are [points]."""

TIRED = 2
"""Times that the map may be covered by windows without a gain."""


class Windows:
    """Improves the best answer of a search by windows; counts them."""

    def __init__(
        self, incumbent: Incumbent, settings: Settings, messages: Messages
    ) -> None:
        """Keep what windows are cut from.

        Parameters
        ----------
        incumbent
            The best answer so far, which windows start from.
        settings
            Gap and seed.
        messages
            Which uses are nearly best where.

        """
        self._incumbent, self._messages = incumbent, messages
        self._settings = replace(settings, gap=ASIDE * settings.gap, solver="cp-sat")
        self.count = 0

    def run(self, price: Floats, rng: np.random.Generator) -> None:
        """Solve windows until the gap is proven or the time is up.

        Parameters
        ----------
        price
            Prices of the rows that the messages belong to.
        rng
            Where windows are cut.

        """
        incumbent = self._incumbent
        if incumbent.best is None:
            return
        believed = self._messages.listen()
        cells = np.arange(believed.zonal.n_cells)
        loss = believed.losses(price, cells)
        near = loss <= NEAR * float(np.abs(self._messages.cost).max(initial=0.0))
        near &= np.isfinite(believed.zonal.score)
        tried, idle = np.zeros(cells.size), 0
        while not incumbent.done and idle < TIRED * (1 + cells.size // SIDE**2):
            lost = loss[cells, incumbent.best.use] + np.float32(LEAST_LOSS)
            chance = lost / (1.0 + tried) ** 2
            centre = int(rng.choice(cells.size, p=chance / chance.sum()))
            window = self._square(centre)
            tried[window] += 1
            idle = 0 if self._solve(window, near) else idle + 1

    def _square(self, centre: int) -> NDArray[np.int64]:
        instance = self._incumbent.instance
        near = np.abs(instance.cell_row - instance.cell_row[centre]) <= SIDE // 2
        near &= np.abs(instance.cell_col - instance.cell_col[centre]) <= SIDE // 2
        return np.nonzero(near)[0]

    def _solve(self, cells: NDArray[np.int64], near: NDArray[np.bool_]) -> bool:
        """Search the cells of a window; tell whether the answer got better."""
        incumbent = self._incumbent
        assert incumbent.best is not None
        open_uses = np.zeros(near.shape, np.bool_)
        open_uses[cells] = near[cells]
        open_uses[cells, incumbent.best.use[cells]] = True
        instance, messages = incumbent.instance, self._messages
        core = core_of(instance, messages.dual.zonal, open_uses, incumbent.best.use)
        core = with_border(core, instance, messages.neighbours, incumbent.best.use)
        program = to_program(core.instance)
        part = Allocation(incumbent.best.use[core.cell], incumbent.best.supply)
        now = to_columns(core.instance, program, part)
        offset = incumbent.objective - float(program.objective @ now)
        watch = Watch(min(LIMIT_S, incumbent.watch.left_s))
        watch.follow(incumbent.watch)
        program = replace(program, offset=offset)
        value = search_fine(program, self._settings, watch, now)
        self.count += 1
        allocation = to_allocation(core.instance, program, value)
        return allocation is not None and incumbent.offer(core.whole(allocation))
