"""Add up worths on a block of cells: shares of factors, points of uses.

Worths stand in rows, shape ``(n_worths, n_cells)``; which row comes in with which
number is told by two arrays beside each other. NaN stays NaN.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Numbers = NDArray[np.int32]

STEP = 2_048
"""Cells at a time when points are added: the sum stays in the first cache."""


@numba.njit(cache=True)
def weighted_block(worth: Floats, row: Numbers, share: Doubles, result: Floats) -> None:
    """Add the shares of rows, two rows at a time: half the writes and conversions."""
    odd = row.size % 2
    if odd:
        share_a, a = share[0], worth[row[0], : result.size]
        for cell in range(result.size):
            result[cell] = share_a * a[cell]
    else:
        result[:] = 0.0
    for number in range(odd, row.size, 2):
        share_a, share_b = share[number], share[number + 1]
        a, b = worth[row[number], : result.size], worth[row[number + 1], : result.size]
        for cell in range(result.size):
            result[cell] += share_a * a[cell] + share_b * b[cell]


@numba.njit(cache=True)
def clip_block(worth: Floats) -> None:
    """Round down what rounding left above 1; NaN stays."""
    for cell in range(worth.size):
        worth[cell] = np.float32(1.0) if worth[cell] > 1.0 else worth[cell]


@numba.njit(cache=True)
def points_block(
    worth: Floats, row: Numbers, points: Floats, scale: Floats, result: Floats
) -> None:
    """Add points times rows, and multiply with the scale as the last comes in."""
    if not row.size:
        result[:] = 0.0
        return
    for start in range(0, result.size, STEP):
        total, factor = result[start : start + STEP], scale[start : start + STEP]
        for number in range(row.size):
            each, part = points[number], worth[row[number], start : start + total.size]
            if row.size == 1:
                for cell in range(total.size):
                    total[cell] = each * part[cell] * factor[cell]
            elif number == 0:
                for cell in range(total.size):
                    total[cell] = each * part[cell]
            elif number < row.size - 1:
                for cell in range(total.size):
                    total[cell] += each * part[cell]
            else:
                for cell in range(total.size):
                    total[cell] = (total[cell] + each * part[cell]) * factor[cell]
