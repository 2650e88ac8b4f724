"""Candidate patches: grown from seeds at the prices of rows, or taken from answers.

Every candidate is connected by construction. A grown patch gives several candidates,
its beginnings of growing size, best cells first.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from solver.kernels.grow import _grow
from solver.kernels.moves import Land
from solver.kernels.repair import Sizes
from solver.plane import Plane
from solver.zonal import Zonal

Floats = NDArray[np.float64]

SEEDS = 15
"""Seeds per use and scale."""

SCALES = (3, 9, 21)
"""Sides of the squares over which worth is averaged to choose seeds [cells]."""

SMALLEST = 4
"""Cells of the smallest beginning of a patch that is a candidate."""

STEP = 1.6
"""By how many times beginnings grow."""

LARGEST = 4_000
"""Cells of the largest candidate."""


@dataclass
class Pool:
    """Candidates: a use and its cells.

    Parameters
    ----------
    use
        Use of each candidate.
    cells
        Numbers of its cells, int32.

    """

    use: list[int] = field(default_factory=list)
    cells: list[NDArray[np.int32]] = field(default_factory=list)
    _seen: set[tuple[int, int, int, int]] = field(default_factory=set)

    def add(self, use: int, cells: NDArray[np.int32]) -> None:
        """Add a candidate unless it is there."""
        key = use, cells.size, int(cells.sum(dtype=np.int64)), int(cells.min())
        if key not in self._seen:
            self._seen.add(key)
            self.use.append(use)
            self.cells.append(cells)

    def add_answer(
        self, plane: Plane, use: NDArray[np.int8], stays: NDArray[np.int8]
    ) -> None:
        """Add the patches of an answer where it differs from what stays."""
        changed = use != stays
        for number in np.unique(use[changed]).tolist():
            patch = plane.patches((use == number) & changed)
            order = np.argsort(patch, kind="stable").astype(np.int32)
            bounds = np.searchsorted(patch[order], np.arange(1, patch.max() + 2))
            for first, last in pairwise(bounds.tolist()):
                self.add(number, order[first:last])

    def best(self, first: int, loss: Floats, most: int) -> "Pool":
        """Return the candidates up to ``first``, and of others those that lose least.

        Parameters
        ----------
        first
            Candidates that are kept whatever they lose.
        loss
            Points that every candidate loses per cell.
        most
            Others of one use.

        """
        use, kept = np.array(self.use), np.arange(len(self.use)) < first
        for number in np.unique(use).tolist():
            mine = np.nonzero((use == number) & ~kept)[0]
            kept[mine[np.argsort(loss[mine], kind="stable")[:most]]] = True
        at = np.nonzero(kept)[0].tolist()
        return Pool([self.use[n] for n in at], [self.cells[n] for n in at])


class Grower:
    """Grows candidates of one instance."""

    def __init__(
        self, zonal: Zonal, land: Land, plane: Plane, sizes: Sizes | None = None
    ) -> None:
        """Prepare what growing needs.

        Parameters
        ----------
        zonal, land, plane
            The instance laid out by cell, for the kernels, and as a map.
        sizes
            Limits of patches per use, if there are any.

        """
        self.zonal, self.land, self.plane = zonal, land, plane
        nothing = np.zeros(zonal.n_uses, np.int32)
        self._sizes = sizes or Sizes(nothing, nothing)
        largest = min(LARGEST, zonal.n_cells)
        self._state = (
            np.zeros(zonal.n_cells, np.int32),
            np.empty(8 * largest + 8),
            np.empty(8 * largest + 8, np.int32),
        )
        self._patch = np.empty(largest, np.int32)
        self._nothing = np.zeros(zonal.n_cells)
        self._mark = 0

    def grow(
        self, pool: Pool, worth: NDArray[np.float32], use: NDArray[np.int8]
    ) -> None:
        """Add patches that are worth most at some prices, every use, many seeds.

        Parameters
        ----------
        pool
            What they are added to.
        worth
            Worth of every use at the prices, shape ``(n_cells, n_uses)``.
        use
            Use per cell that the patches grow over, int8; their own is left out.

        """
        cells = np.arange(use.size)
        for number in range(worth.shape[1]):
            may = np.isfinite(worth[:, number]) & (use != number)
            if not may.any():
                continue
            gain = np.where(may, worth[:, number] - worth[cells, use], 0.0)
            for side in SCALES:
                for seed in self.plane.best_places(gain, may, side, SEEDS):
                    self._grow(pool, seed, number, worth, use)

    def _grow(
        self,
        pool: Pool,
        seed: int,
        number: int,
        worth: NDArray[np.float32],
        use: NDArray[np.int8],
    ) -> None:
        self._mark += 1
        length, _, _ = _grow(
            *(self.land, worth, self._nothing, 0.0, (0.0, 0.0), use),
            *((seed, number, self._mark), self._state, self._patch),
        )
        size = float(max(SMALLEST, self._sizes.least[number]))
        length = min(length, self._sizes.most[number] or length)
        while size <= length:
            pool.add(number, self._patch[: int(size)].copy())
            size = max(size + 1, STEP * size)
