"""Messages between rook neighbours: what a use of one cell is worth to the next.

Max-sum messages of sequential tree-reweighted message passing (Kolmogorov 2006): the
grid is its horizontal and its vertical runs of cells, and every cell lies in one of
each. ``message[cell, side, use]`` came in from the neighbour on that side: 0 left,
1 upper, 2 right, 3 lower. In raster order the first two come earlier.

Bound and answer take half of a cell to its horizontal and half to its vertical run:

    horizontal[i, k] = (worth - left - right + upper + lower) / 2,  vertical the rest

Both add up to the worth whatever the messages are, so the best of every run, each by
itself, bounds every answer. A cell that is alone in one direction gives all to the
other one.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from solver.kernels.dual import _worths

Floats32 = NDArray[np.float32]
Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Cells = tuple[Floats32, Ints, Floats32]
"""Score, slot and weight of ``Zonal``."""


@numba.njit(cache=True, parallel=True)
def _fill_worth(
    score: Floats32, slot: Ints, weight: Floats32, cost: Floats, worth: Floats32
) -> None:
    """Fill every cell's worths at the prices of rows."""
    for cell in numba.prange(score.shape[0]):
        own = np.empty(score.shape[1])
        _worths(score, slot, weight, cost, cell, own)
        for use in range(own.size):
            worth[cell, use] = own[use]


@numba.njit(cache=True)
def _share(neighbour: Ints, cell: int, side: int) -> float:
    """Return the part of a cell's worth that its run on a side gets.

    Half, or all where the cell is alone in the other direction.
    """
    other = 5 - side
    along = neighbour[cell, side] >= 0 or neighbour[cell, side - 2] >= 0
    across = neighbour[cell, other] >= 0 or neighbour[cell, other - 2] >= 0
    if along == across:
        return 0.5
    return 1.0 if along else 0.0


@numba.njit(cache=True)
def _pass_messages(
    worth: Floats32,
    neighbour: Ints,
    half: Floats32,
    cost: Floats32,
    message: Floats32,
    backward: int,
) -> None:
    """Send to all later neighbours in order, or backward (1) to all earlier ones.

    ``half[use]`` is half the boundary; ``cost`` is empty, or the whole cost per pair
    of uses where that is more than boundaries.
    """
    n_cells, n_uses = worth.shape
    gain = np.empty(n_uses, np.float32)
    sent = np.empty(n_uses, np.float32)
    first = 0 if backward else 2
    for step in range(n_cells):
        cell = n_cells - 1 - step if backward else step
        if neighbour[cell, first] < 0 and neighbour[cell, first + 1] < 0:
            continue
        part = np.float32(_share(neighbour, cell, 2) or 1.0)
        for use in range(n_uses):
            gain[use] = part * (
                worth[cell, use]
                + message[cell, 0, use]
                + message[cell, 1, use]
                + message[cell, 2, use]
                + message[cell, 3, use]
            )
        for side in range(first, first + 2):
            other = neighbour[cell, side]
            if other >= 0:
                _send(gain, message[cell, side], half, cost, sent)
                for use in range(n_uses):
                    message[other, (side + 2) % 4, use] = sent[use]


@numba.njit(cache=True)
def _send(
    gain: Floats32, came: Floats32, half: Floats32, cost: Floats32, sent: Floats32
) -> None:
    """Fill the message of a cell to one neighbour, its greatest entry 0."""
    n_uses = gain.size
    if cost.size == 0:
        # any other use costs half of both boundaries: O(uses) instead of their square
        top = np.float32(-np.inf)
        for use in range(n_uses):
            top = max(top, gain[use] - came[use] - half[use])
        for use in range(n_uses):
            sent[use] = max(gain[use] - came[use], top - half[use])
    else:
        for there in range(n_uses):
            top = np.float32(-np.inf)
            for use in range(n_uses):
                top = max(top, gain[use] - came[use] - cost[use, there])
            sent[there] = top
    top = sent[0]
    for use in range(1, n_uses):
        top = max(top, sent[use])
    for use in range(n_uses):
        sent[use] -= top


@numba.njit(cache=True, parallel=True)
def _believe(score: Floats32, message: Floats32, belief: Floats32) -> None:
    """Fill scores with what the neighbours make of them."""
    for cell in numba.prange(score.shape[0]):
        for use in range(score.shape[1]):
            belief[cell, use] = (
                score[cell, use]
                + message[cell, 0, use]
                + message[cell, 1, use]
                + message[cell, 2, use]
                + message[cell, 3, use]
            )


@numba.njit(cache=True, parallel=True)
def _best_of_runs(
    cells: Cells,
    price: tuple[Floats, Floats],
    message: Floats32,
    neighbour: Ints,
    start: Ints,
    side: int,
    cost: Floats,
    value: Floats,
    size: Floats,
) -> None:
    """Fill the best value of every run from ``start`` on, and the sizes summed.

    ``side`` is 2 for horizontal runs, 3 for vertical ones; ``price`` is what a unit
    of each use costs in each slot, and the most that it pays and gets there.
    """
    score, slot, weight = cells
    n_uses = score.shape[1]
    half = -0.5 if side == 2 else 0.5
    dearest = np.abs(cost).max()
    for run in numba.prange(start.size):
        best, after = np.zeros(n_uses), np.empty(n_uses)
        worth = np.empty(n_uses)
        cell, length, sizes = start[run], 0, 0.0
        while cell >= 0:
            _worths(score, slot, weight, price[0], cell, worth)
            share = _share(neighbour, cell, side)
            sign = half if share == 0.5 else 0.0
            for use in range(n_uses):
                top = best[use]
                if length > 0:
                    for other in range(n_uses):
                        top = max(top, best[other] - cost[other, use])
                along = np.float64(message[cell, 0, use]) + message[cell, 2, use]
                across = np.float64(message[cell, 1, use]) + message[cell, 3, use]
                after[use] = top
                if share > 0.0:  # else the run on the other side has it all
                    after[use] += share * worth[use] + sign * (along - across)
                if worth[use] > -np.inf:
                    sizes += abs(worth[use]) + abs(along) + abs(across)
            for group in range(slot.shape[1]):
                if slot[cell, group] >= 0:
                    much = abs(np.float64(weight[cell, group]))
                    sizes += 3.0 * much * price[1][slot[cell, group]]
            sizes += dearest
            best, after = after, best
            length += 1
            cell = neighbour[cell, side]
        value[run] = best.max()
        size[run] = sizes


@numba.njit(cache=True, parallel=True)
def _losses_of_runs(
    cells: Cells,
    price: Floats,
    message: Floats32,
    neighbour: Ints,
    start: Ints,
    side: int,
    cost: Floats,
    longest: int,
    loss: Floats32,
) -> None:
    """Add what every use of every cell loses against the best of its run.

    Arguments as in ``_best_of_runs``; ``loss[cell, use]`` is what the best of the run
    with that use there is worth less than the best of the run.
    """
    score, slot, weight = cells
    n_uses = score.shape[1]
    half = -0.5 if side == 2 else 0.5
    for run in numba.prange(start.size):
        own, upto = np.empty((longest, n_uses)), np.empty((longest, n_uses))
        worth, cell, length = np.empty(n_uses), start[run], 0
        while cell >= 0:
            _worths(score, slot, weight, price, cell, worth)
            share = _share(neighbour, cell, side)
            sign = half if share == 0.5 else 0.0
            for use in range(n_uses):
                along = np.float64(message[cell, 0, use]) + message[cell, 2, use]
                across = np.float64(message[cell, 1, use]) + message[cell, 3, use]
                own[length, use] = 0.0
                if share > 0.0:
                    own[length, use] = share * worth[use] + sign * (along - across)
                top = 0.0
                if length > 0:
                    top = -np.inf
                    for other in range(n_uses):
                        top = max(top, upto[length - 1, other] - cost[other, use])
                upto[length, use] = top + own[length, use]
            last, length = cell, length + 1
            cell = neighbour[cell, side]
        best = upto[length - 1].max()
        onward, before = np.zeros(n_uses), np.empty(n_uses)
        cell = last
        for at in range(length - 1, -1, -1):
            for use in range(n_uses):
                loss[cell, use] += best - (upto[at, use] + onward[use])
            for use in range(n_uses):
                before[use] = -np.inf
                for other in range(n_uses):
                    beyond = onward[other] + own[at, other] - cost[use, other]
                    before[use] = max(before[use], beyond)
            onward, before = before, onward
            cell = neighbour[cell, side - 2]


@numba.njit(cache=True)
def _decode(
    worth: Floats32,
    neighbour: Ints,
    cost: Floats,
    message: Floats32,
    use_of: NDArray[np.int8],
) -> None:
    """Give cells in turn their best use: earlier neighbours are known by then."""
    n_uses = worth.shape[1]
    for cell in range(worth.shape[0]):
        best, top = 0, -np.inf
        for use in range(n_uses):
            gain = np.float64(worth[cell, use])
            gain += message[cell, 2, use] + message[cell, 3, use]
            for side in range(2):
                other = neighbour[cell, side]
                if other >= 0:
                    gain -= cost[use_of[other], use]
            if gain > top:
                best, top = use, gain
        use_of[cell] = best
