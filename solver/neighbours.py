"""Who lies next to whom: the rook neighbours of every cell, and the runs they form."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance

LEFT, UPPER, RIGHT, LOWER = range(4)
"""Sides of a cell; ``(side + 2) % 4`` is the opposite one."""


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Neighbours and runs.

    Parameters
    ----------
    of
        Number of the cell on every side, int32, shape ``(n_cells, 4)``; -1 none.
    across, down
        First cell of every horizontal run (left to right), of every vertical one.
    longest
        No run has more cells.

    """

    of: NDArray[np.int32]
    across: NDArray[np.int32]
    down: NDArray[np.int32]
    longest: int


def to_neighbours(instance: Instance) -> Neighbours:
    """Find the neighbours of every cell of an instance."""
    row, col = instance.cell_row.astype(np.int64), instance.cell_col.astype(np.int64)
    row, col = row - row.min() + 1, col - col.min() + 1
    width = int(col.max()) + 2
    number = np.full((int(row.max()) + 2) * width, -1, np.int32)
    place = row * width + col
    number[place] = np.arange(instance.n_cells, dtype=np.int32)
    ways = (-1, -width, 1, width)
    of = np.stack([number[place + way] for way in ways], axis=1)
    across = np.nonzero(of[:, LEFT] < 0)[0].astype(np.int32)
    down = np.nonzero(of[:, UPPER] < 0)[0].astype(np.int32)
    longest = int(max(np.ptp(row), np.ptp(col))) + 1
    return Neighbours(np.ascontiguousarray(of), across, down, longest)
