"""Patches grown from a seed, best cell first: connected by construction.

A cell beside the patch waits in a heap with what it would gain, its edges with the
patch included; a cell that meets the patch once more is put in again, and its older
entry is skipped when it comes up.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from solver.kernels.moves import Land

Floats32 = NDArray[np.float32]
Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Uses = NDArray[np.int8]


@numba.njit(cache=True)
def _push(key: Floats, cell: Ints, size: int, new_key: float, new_cell: int) -> int:
    """Put a cell in the heap; return the new size."""
    at = size
    while at > 0:
        above = (at - 1) // 2
        if key[above] >= new_key:
            break
        key[at], cell[at] = key[above], cell[above]
        at = above
    key[at], cell[at] = new_key, new_cell
    return size + 1


@numba.njit(cache=True)
def _pop(key: Floats, cell: Ints, size: int) -> int:
    """Take the top of the heap out; return the new size."""
    size -= 1
    last_key, last_cell = key[size], cell[size]
    at = 0
    while True:
        below = 2 * at + 1
        if below >= size:
            break
        if below + 1 < size and key[below + 1] > key[below]:
            below += 1
        if key[below] <= last_key:
            break
        key[at], cell[at] = key[below], cell[below]
        at = below
    key[at], cell[at] = last_key, last_cell
    return size


@numba.njit(cache=True)
def _lagrangian(
    land: Land,
    worth: Floats32,
    use_of: Uses,
    in_patch: NDArray[np.int32],
    mark: int,
    cell: int,
    use: int,
) -> float:
    """Return what a cell gains at prices if it joins the patch."""
    here = use_of[cell]
    gain = np.float64(worth[cell, use]) - np.float64(worth[cell, here])
    for side in range(4):
        other = land.neighbour[cell, side]
        if other < 0:
            continue
        beside = use if in_patch[other] == mark else use_of[other]
        gain += land.cost[here, beside] - land.cost[use, beside]
    return gain


@numba.njit(cache=True)
def _grow(
    land: Land,
    worth: Floats32,
    serves: Floats,
    missing: float,
    price: tuple[float, float],
    use_of: Uses,
    seed: tuple[int, int, int],
    state: tuple[NDArray[np.int32], Floats, Ints],
    patch: Ints,
) -> tuple[int, float, int]:
    """Grow a patch; return its size, the best gain of a beginning, and that length.

    ``serves`` is what a cell adds to the row that misses something; ``price`` is what
    a unit of that gains beyond the row's price, and that price, which what is more
    than the row misses does not get. ``seed`` is the cell, the use and a
    mark for ``in_patch`` that was not used before; ``state`` is ``in_patch`` and the
    heap's arrays. Cells that have the use already are no part of the patch but its
    edges count.
    """
    first, use, mark = seed
    in_patch, key, waiting = state
    size = _push(key, waiting, 0, 0.0, first)
    length, points = 0, 0.0
    best, best_length = 0.0, 0
    while size > 0 and length < patch.size:
        top, cell = key[0], waiting[0]
        size = _pop(key, waiting, size)
        if in_patch[cell] == mark:
            continue
        gain = _lagrangian(land, worth, use_of, in_patch, mark, cell, use)
        if length > 0 and gain > top + 1e-12:
            continue  # it was put in again with more
        needed = min(serves[cell], max(missing, 0.0))
        points += gain + price[0] * needed - price[1] * (serves[cell] - needed)
        missing -= serves[cell]
        in_patch[cell] = mark
        patch[length] = cell
        length += 1
        if points > best:
            best, best_length = points, length
        for side in range(4):
            other = land.neighbour[cell, side]
            if other < 0 or in_patch[other] == mark or use_of[other] == use:
                continue
            if land.score[other, use] == -np.inf or size >= key.size:
                continue
            joined = _lagrangian(land, worth, use_of, in_patch, mark, other, use)
            size = _push(key, waiting, size, joined, other)
    return length, best, best_length
