"""Square blocks of cells, cut on multiples of the block's size in RD New.

A block of 1 km is the square kilometre of the CBS statistics. A cell belongs to the
block that holds its centre. Only blocks with cells of the province are numbered, from
north to south and west to east; label ``x y`` is the block's centre [m].
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.sentence import Sentence
from model.partition import Partition


@dataclass(frozen=True, eq=False)
class Blocks:
    """A division of the province into squares.

    Parameters
    ----------
    partition
        The blocks as zones.
    x_m, y_m
        Centre of every block [m], shape ``(n_blocks,)``.
    size_m
        Edge of a block [m].

    """

    partition: Partition
    x_m: NDArray[np.float64]
    y_m: NDArray[np.float64]
    size_m: float

    @property
    def n_blocks(self) -> int:
        """Number of blocks."""
        return len(self.partition.labels)


def cut(grid: Grid, size_m: float) -> Blocks:
    """Cut the province in blocks.

    Parameters
    ----------
    grid
        The cells.
    size_m
        Edge of a block [m], at least that of a cell.

    Raises
    ------
    ValueError
        If a block would be smaller than a cell.

    """
    if not grid.cell_m <= size_m < float("inf"):
        raise ValueError(
            Sentence(
                "blocks must be at least as large as the cells of {cell} m, got "
                "{got:g} m",
                cell=grid.cell_m,
                got=size_m,
            )
        )
    x_m, y_m = grid.frame.centres_m()
    east = np.floor(x_m / size_m).astype(np.int64)[grid.col]
    north = np.floor(y_m / size_m).astype(np.int64)[grid.row]
    places, zone = np.unique(np.stack([-north, east]), axis=1, return_inverse=True)
    centre_y, centre_x = (-places[0] + 0.5) * size_m, (places[1] + 0.5) * size_m
    labels = tuple(f"{x:.0f} {y:.0f}" for x, y in zip(centre_x, centre_y, strict=True))
    partition = Partition(
        f"blocks of {size_m:g} m", zone.ravel().astype(np.int32), labels
    )
    return Blocks(partition, centre_x, centre_y, float(size_m))
