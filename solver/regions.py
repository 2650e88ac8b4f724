"""Better answers region by region: each is solved as an instance, the rest stays.

What puts a plan together from patches looks at some thousands of them, which is a
province and not a country. So a large map is cut in regions, a few times as long as
they are wide at most, and each is solved as an instance of its own: limits less what
the rest adds up to, edges to the rest as scores, beginning at the answer there is. An
answer is kept only if the whole is better (large neighbourhood search, Shaw 1998).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import Answer
from solver.core import core_of, with_border
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.neighbours import Neighbours
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import Zonal

Engine = Callable[[Instance, Settings, Watch, Allocation | None], Answer]
"""Solves a region."""

LARGEST = 200_000
"""Cells of the largest region: of an instance of so many, patches cover the map."""

SHARE = 0.5
"""Part of the asked gap that a region's own search may lose."""

ROUNDS = 3
"""Times that the map is covered at most, each time cut elsewhere."""

SHIFTS = (0.5, 0.35, 0.65)
"""Where a piece of land is cut in two, as a part of its cells, in turn."""


def is_large(instance: Instance) -> bool:
    """Tell whether an instance is to be cut in regions."""
    return instance.n_cells > LARGEST


class Regions:
    """Improves the best answer of a search by regions; counts them."""

    def __init__(
        self,
        incumbent: Incumbent,
        settings: Settings,
        laid_out: tuple[Zonal, Neighbours],
        engine: Engine,
    ) -> None:
        """Keep what regions are cut from.

        Parameters
        ----------
        incumbent
            The best answer so far, which every region starts from.
        settings
            Gap and seed.
        laid_out
            The instance laid out by cell, and who lies next to whom.
        engine
            What solves a region.

        """
        self._incumbent, self._engine = incumbent, engine
        self._zonal, self._neighbours = laid_out
        self._settings = replace(settings, gap=SHARE * settings.gap)
        self.count = 0

    def run(self) -> None:
        """Solve regions until the gap is proven, time is up or nothing is gained."""
        incumbent = self._incumbent
        for number in range(ROUNDS):
            before = incumbent.objective
            regions = list(cut(incumbent.instance, SHIFTS[number % len(SHIFTS)]))
            rounds_left = ROUNDS - number
            for at, cells in enumerate(regions):
                if incumbent.done or incumbent.best is None:
                    return
                left = len(regions) * rounds_left - at
                self._solve(cells, incumbent.watch.left_s / left)
            if incumbent.objective <= before:
                return

    def _solve(self, cells: NDArray[np.int64], limit_s: float) -> None:
        incumbent = self._incumbent
        instance, best = incumbent.instance, incumbent.best
        assert best is not None  # there is an answer to make better
        open_uses = np.zeros((instance.n_cells, instance.n_uses), np.bool_)
        open_uses[cells] = np.isfinite(self._zonal.score[cells])
        core = core_of(instance, self._zonal, open_uses, best.use)
        core = with_border(core, instance, self._neighbours, best.use)
        watch = Watch(limit_s)
        watch.follow(incumbent.watch)
        start = Allocation(best.use[core.cell], best.supply)
        found = self._engine(core.instance, self._settings, watch, start)
        self.count += 1
        if found.allocation is not None:
            incumbent.offer(core.whole(found.allocation))


def cut(instance: Instance, part: float) -> Iterator[NDArray[np.int64]]:
    """Cut the cells in regions of at most ``LARGEST``, across the longer side.

    Parameters
    ----------
    instance
        Whose cells.
    part
        Where a piece is cut in two, as a part of its cells.

    Yields
    ------
    NDArray[np.int64]
        Numbers of the cells of a region, in raster order.

    """
    waiting = [np.arange(instance.n_cells)]
    while waiting:
        cells = waiting.pop()
        if cells.size <= LARGEST:
            yield cells
            continue
        row, col = instance.cell_row[cells], instance.cell_col[cells]
        along = row if np.ptp(row) >= np.ptp(col) else col
        at = np.sort(along)[int(part * cells.size)]
        at = max(at, along.min() + 1)
        waiting += [cells[along < at], cells[along >= at]]
