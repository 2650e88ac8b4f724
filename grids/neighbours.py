"""Pairs of cells that share an edge."""

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid


def edges(grid: Grid) -> NDArray[np.int32]:
    """Return every pair of rook neighbours in the province once.

    Parameters
    ----------
    grid
        The cells.

    Returns
    -------
    NDArray[np.int32]
        Cell numbers, the lower one first, shape ``(n_edges, 2)``: all edges with the
        right neighbour in raster order, then all with the lower neighbour.

    """
    cell = np.arange(grid.n_cells, dtype=np.int32)
    pairs = [
        np.stack([cell[other >= 0], other[other >= 0]], axis=1)
        for other in (grid.right, grid.lower)
    ]
    return np.concatenate(pairs)
