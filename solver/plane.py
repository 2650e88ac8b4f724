"""Values per cell as a map, to label patches and to average over squares."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label, uniform_filter

from solver.instance import Instance

Floats = NDArray[np.float64]


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

    def patches(self, cells: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Return the patch of each of some cells, from 1 on; 0 for the others."""
        found = label(self.filled(cells, False))[0]
        return found[self.row, self.col].astype(np.int32)
