"""Whole patches where rows want a use that no cell takes by itself.

Where land is much alike, the relaxation spreads a use thinly over all of it, which
costs no borders; no single cell then takes the use at the row's price. Patches are
grown from seeds where the use is worth most on average, at the prices of the rows,
and the best beginning of the best patch is taken, as long as that gains points.
"""

import numpy as np
from numpy.typing import NDArray

from solver.kernels.grow import _grow
from solver.kernels.moves import Land, Limits, Scratch, _give
from solver.plane import Plane
from solver.watch import Watch
from solver.zonal import Zonal

Floats = NDArray[np.float64]

SEEDS = 6
"""Seeds that are tried for one patch."""

LARGEST = 20_000
"""Cells of the largest patch."""

ROOM = 2.0
"""How much larger than what a row misses a patch may grow, and two cells more."""

MOST_PATCHES = 40
"""Patches for one row at most."""

HEAP = 8
"""Places in the heap per cell of the largest patch."""


class Planter:
    """Plants patches in whole answers of one instance."""

    def __init__(self, zonal: Zonal, land: Land, plane: Plane) -> None:
        """Prepare what growing needs."""
        self._zonal, self._land, self.plane = zonal, land, plane
        largest = min(LARGEST, zonal.n_cells)
        self._in_patch = np.zeros(zonal.n_cells, np.int32)
        self._key = np.empty(HEAP * largest + 8)
        self._waiting = np.empty(HEAP * largest + 8, np.int32)
        self._patch = np.empty(largest, np.int32)
        self._mark = 0
        lines = np.repeat(np.arange(zonal.coef.shape[0]), np.diff(zonal.coef.indptr))
        self._line = lines

    def plant(
        self,
        use: NDArray[np.int8],
        value: Floats,
        worth: NDArray[np.float32],
        price: Floats,
        limits: Limits,
        watch: Watch,
    ) -> int:
        """Plant patches for all rows that lack something; return their number.

        Parameters
        ----------
        use, value
            Use per cell and amount per row; both are changed.
        worth, price
            Worth of every use at the prices of the rows, ``(n_cells, n_uses)``, and
            these prices.
        limits
            Limits of the rows and what a unit outside them costs.
        watch
            Ends it.

        """
        planted = 0
        short = np.maximum(limits.low - value, 0.0)
        for row in np.argsort(-limits.price * short, kind="stable").tolist():
            uses: list[tuple[int, Floats]] = []
            for _ in range(MOST_PATCHES):
                if watch.stopped or value[row] >= limits.low[row] - 1e-9:
                    break
                uses = uses or self._uses_of(row)
                if not self._plant_one((row, uses), use, value, worth, price, limits):
                    break
                planted += 1
        return planted

    def _plant_one(
        self,
        served: tuple[int, list[tuple[int, Floats]]],
        use: NDArray[np.int8],
        value: Floats,
        worth: NDArray[np.float32],
        price: Floats,
        limits: Limits,
    ) -> bool:
        """Plant the best of some patches that serve a row; tell whether one gains."""
        row, uses = served
        best = 0.0
        kept: tuple[int, NDArray[np.int32]] | None = None
        missing = float(limits.low[row] - value[row])
        paid = abs(float(price[row]))
        prices = float(limits.price[row]) - paid, paid
        for number, serves in uses:
            few = serves[serves > 0].mean()
            room = self._patch[: int(min(LARGEST, ROOM * missing / few + ROOM))]
            for seed in self._seeds(number, serves, missing, use, worth):
                self._mark += 1
                state = self._in_patch, self._key, self._waiting
                _, gain, length = _grow(
                    *(self._land, worth, serves, missing, prices, use),
                    *((seed, number, self._mark), state, room),
                )
                if gain > best:
                    best, kept = gain, (number, room[:length].copy())
        if kept is None:
            return False
        scratch = Scratch(np.zeros(value.size), np.empty(value.size + 1, np.int32))
        for cell in kept[1]:
            _give(self._land, int(cell), kept[0], use, value, scratch)
        return True

    def _uses_of(self, row: int) -> list[tuple[int, Floats]]:
        """Return the uses that add to a row, with what a cell adds."""
        zonal = self._zonal
        mine = np.nonzero((zonal.coef.indices == row) & (zonal.coef.data != 0))[0]
        slot, number = np.divmod(self._line[mine], zonal.n_uses)
        found = []
        for use in np.unique(number):
            per_slot = np.zeros(zonal.n_slots + 1)  # the last is for slot -1
            at = number == use
            per_slot[slot[at]] = zonal.coef.data[mine[at]]
            adds = np.zeros(zonal.n_cells)
            for group in range(zonal.slot.shape[1]):
                adds += zonal.weight[:, group] * per_slot[zonal.slot[:, group]]
            adds[~np.isfinite(zonal.score[:, use])] = 0.0
            if (adds > 0).any():
                found.append((int(use), adds))
        return found

    def _seeds(
        self,
        number: int,
        serves: Floats,
        missing: float,
        use: NDArray[np.int8],
        worth: NDArray[np.float32],
    ) -> list[int]:
        """Choose cells round which a use is worth most on average."""
        may = (serves > 0) & (use != number)
        if not may.any():
            return []
        gain = np.where(may, worth[:, number] - worth[np.arange(use.size), use], 0.0)
        size = min(missing / float(serves[may].mean()), float(LARGEST))
        side = int(np.clip(np.sqrt(size), 1, 41)) | 1
        return self.plane.best_places(gain, may, side, SEEDS)
