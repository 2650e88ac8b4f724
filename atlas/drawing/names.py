"""Where the name of a municipality fits: as far from its borders as can be."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from grids.grid import Grid
from grids.layers import NO_ZONE, Layer

LETTER = 10.5
"""Width of a letter [pixels]."""

ROOM = 1.5
"""How far a name may stick out of the largest circle in its zone."""


@dataclass(frozen=True)
class Place:
    """A name and the middle of where it stands, in columns and rows."""

    name: str
    col: float
    row: float


def places(zones: Layer, grid: Grid, scale: float) -> Iterator[Place]:
    """Return the names that fit.

    Parameters
    ----------
    zones
        The municipalities.
    grid
        The cells.
    scale
        Pixels per cell.

    """
    from scipy.ndimage import distance_transform_edt, find_objects

    plane = grid.to_plane(zones.values + 1, 0)
    for code, box in enumerate(find_objects(plane), start=NO_ZONE + 1):
        if box is None:
            continue
        room = distance_transform_edt(np.pad(plane[box] == code + 1, 1))
        row, col = np.unravel_index(int(room.argmax()), room.shape)
        name = zones.labels[code]
        if 2 * ROOM * scale * room[row, col] < LETTER * len(name):
            continue
        yield Place(
            name, box[1].start + float(col) - 0.5, box[0].start + float(row) - 0.5
        )
