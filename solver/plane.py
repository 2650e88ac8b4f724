"""Values per cell as a map, to label patches and to average over squares."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label, uniform_filter

from solver.instance import Instance

Floats = NDArray[np.float64]


POOR = 10
"""Percentile of a value at which it counts as poor."""

MOST_PLACES = 5_000
"""Cells among which the best places are looked for."""


@dataclass(frozen=True, eq=False)
class Plane:
    """Where cells lie, int32, shape ``(n_cells,)`` each."""

    row: NDArray[np.int32]
    col: NDArray[np.int32]

    @staticmethod
    def of(instance: Instance) -> "Plane":
        """Return the plane of an instance's cells."""
        least = instance.cell_row.min(), instance.cell_col.min()
        return Plane(instance.cell_row - least[0], instance.cell_col - least[1])

    def filled(self, value: NDArray[Any], empty: object) -> NDArray[Any]:
        """Return values as a map, ``empty`` where there is no cell."""
        shape = int(self.row.max()) + 1, int(self.col.max()) + 1
        plane = np.full(shape, empty, value.dtype)
        plane[self.row, self.col] = value
        return plane

    def averaged(self, value: Floats, side: int, empty: float) -> Floats:
        """Return the mean over the square round every cell; no cell counts empty."""
        plane = self.filled(value, empty)
        mean = uniform_filter(plane, side, mode="constant", cval=empty)
        found: Floats = mean[self.row, self.col]
        return found

    def best_places(
        self, value: Floats, may: NDArray[np.bool_], side: int, most: int
    ) -> list[int]:
        """Return cells round which a value is highest on average, one a square.

        Parameters
        ----------
        value
            Value per cell, shape ``(n_cells,)``.
        may
            Cells that may be returned; the others count as poor ones.
        side
            Cells along the squares that are averaged over.
        most
            Number of cells.

        """
        cells = np.nonzero(may)[0]
        if not cells.size:
            return []
        poor = float(np.percentile(value[cells], POOR))
        kept = np.where(may, np.maximum(value, poor), poor)
        mean = self.averaged(kept, side, poor)[cells]
        n = min(cells.size, MOST_PLACES)
        best = np.argpartition(-mean, n - 1)[:n]
        best = best[np.lexsort((best, -mean[best]))]
        chosen: dict[tuple[int, int], int] = {}
        for cell in cells[best].tolist():
            place = int(self.row[cell]) // side, int(self.col[cell]) // side
            chosen.setdefault(place, cell)
            if len(chosen) == most:
                break
        return list(chosen.values())

    def patches(self, cells: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Return the patch of each of some cells, from 1 on; 0 for the others."""
        found = label(self.filled(cells, False))[0]
        return found[self.row, self.col].astype(np.int32)
