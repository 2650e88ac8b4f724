"""From the 100 m on which the province is drawn to the cell size that is asked for.

Shares, values and distances are averaged over the cell, codes are those of most of it,
so all cell sizes show one geography. Sizes that 100 m is no multiple of go by way of
50 m or 25 m cells.
"""

from itertools import pairwise
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.noise import CELL_M, Plane


def averaged(plane: Plane, cell_m: int) -> Plane:
    """Return the mean over cells of another size."""
    blocks = _blocks(plane, cell_m)
    total = np.zeros(blocks.shape[2:])
    for line in blocks:
        for part in line:
            total += part
    return np.asarray(total / (blocks.shape[0] * blocks.shape[1]))


def commonest(codes: NDArray[np.int32], cell_m: int) -> NDArray[np.int32]:
    """Return the code of most of each cell; the lower code where two are equal."""
    blocks = _blocks(codes, cell_m)
    parts: NDArray[np.int32] = blocks.reshape(-1, *blocks.shape[2:])
    if len(parts) == 1:
        return np.ascontiguousarray(parts[0])
    ordered = np.sort(parts, axis=0)
    best, best_run = np.array(ordered[0]), np.ones(ordered.shape[1:], np.int32)
    run = best_run.copy()
    for before, here in pairwise(ordered):
        run = np.where(here == before, run + 1, 1)
        longer = run > best_run
        best[longer], best_run[longer] = here[longer], run[longer]
    return best


def _blocks(plane: NDArray[Any], cell_m: int) -> NDArray[Any]:
    """Return the parts of each cell, shape ``(down, along, rows, cols)``."""
    fine = gcd(CELL_M, cell_m)
    repeat, size = CELL_M // fine, cell_m // fine
    if repeat > 1:
        plane = plane.repeat(repeat, axis=0).repeat(repeat, axis=1)
    rows, cols = plane.shape[0] // size, plane.shape[1] // size
    return plane.reshape(rows, size, cols, size).transpose(1, 3, 0, 2)
