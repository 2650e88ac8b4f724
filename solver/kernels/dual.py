"""Passes over all cells at given prices: what they are worth, what they add up to.

``cost[slot, use]`` is what a unit of a use costs in a slot; a cell's worth of a use is
its score less weight times cost, summed over its groups. At temperature 0 a cell takes
its best use; above 0 it takes shares in proportion to exp(worth / temperature), which
makes the dual smooth (Nesterov 2005) and gives it a second derivative. Each cell has
its own temperature, in proportion to its size.

Cells are cut into chunks whose number does not depend on the threads, and chunks are
summed in order: the same figures for any number of threads. Sums run over blocks of
1,024 cells first, which keeps their rounding error small.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FAR = 16.0
"""Temperatures below the best at which a share is 0: exp(-16) is 1e-7."""

NEAR = 1e-3
"""Share from which a use counts as near the best."""


@numba.njit(cache=True)
def _worths(
    score: NDArray[np.float32],
    slot: NDArray[np.int32],
    weight: NDArray[np.float32],
    cost: Floats,
    cell: int,
    worth: Floats,
) -> int:
    """Fill a cell's worths; return its best use, the first of equals."""
    n_uses = worth.size
    for use in range(n_uses):
        worth[use] = score[cell, use]
    for group in range(slot.shape[1]):
        at = slot[cell, group]
        if at >= 0:
            much = np.float64(weight[cell, group])
            for use in range(n_uses):
                worth[use] -= much * cost[at, use]
    best = 0
    for use in range(1, n_uses):
        if worth[use] > worth[best]:
            best = use
    return best


@numba.njit(cache=True, parallel=True)
def _best_pass(
    score: NDArray[np.float32],
    slot: NDArray[np.int32],
    weight: NDArray[np.float32],
    cost: Floats,
    gross: Floats,
    chunk: NDArray[np.int64],
    total: Floats,
    size: Floats,
    use: NDArray[np.int8],
    margin: NDArray[np.float32],
) -> None:
    """Give every cell its best use; sum what they are worth, and the sizes summed.

    ``gross[slot]`` is the most that a unit pays and gets there, all without sign. A
    use that rounding kept from being best is off by what it pays, not by what the
    best one does, and its score is no larger than its worth and what it pays.
    """
    for part in numba.prange(chunk.size - 1):
        worth = np.empty(score.shape[1])
        sum_worth, sum_size = 0.0, 0.0
        for first in range(chunk[part], chunk[part + 1], 1024):
            block_worth, block_size = 0.0, 0.0
            for cell in range(first, min(first + 1024, chunk[part + 1])):
                best = _worths(score, slot, weight, cost, cell, worth)
                second = -np.inf
                for other in range(worth.size):
                    if other != best and worth[other] > second:
                        second = worth[other]
                use[cell] = best
                margin[cell] = worth[best] - second
                block_worth += worth[best]
                block_size += 3.0 * abs(worth[best])
                for group in range(slot.shape[1]):
                    if slot[cell, group] >= 0:
                        much = abs(np.float64(weight[cell, group]))
                        block_size += 3.0 * much * gross[slot[cell, group]]
            sum_worth += block_worth
            sum_size += block_size
        total[part] = sum_worth
        size[part] = sum_size


@numba.njit(cache=True, parallel=True)
def _smooth_pass(
    score: NDArray[np.float32],
    slot: NDArray[np.int32],
    weight: NDArray[np.float32],
    cost: Floats,
    temperature: NDArray[np.float32],
    chunk: NDArray[np.int64],
    total: Floats,
    softness: Floats,
    tally: NDArray[np.float64],
    near: NDArray[np.int8],
) -> None:
    """Sum best worths, what smoothing adds, and what is taken; count near uses."""
    n_uses = score.shape[1]
    for part in numba.prange(chunk.size - 1):
        worth = np.empty(n_uses)
        sum_worth, sum_soft = 0.0, 0.0
        for cell in range(chunk[part], chunk[part + 1]):
            best = _worths(score, slot, weight, cost, cell, worth)
            top, shares = worth[best], 0.0
            own = np.float64(temperature[cell])
            for use in range(n_uses):
                away = (worth[use] - top) / own
                if use == best:
                    worth[use] = 1.0
                elif away > -FAR:
                    worth[use] = np.exp(away)
                else:
                    worth[use] = 0.0
                shares += worth[use]
            sum_worth += top
            if shares > 1.0:
                sum_soft += own * np.log(shares)
            count = 0
            for use in range(n_uses):
                worth[use] /= shares
                if worth[use] > NEAR:
                    count += 1
            near[cell] = count
            for group in range(slot.shape[1]):
                at = slot[cell, group]
                if at >= 0:
                    much = np.float64(weight[cell, group])
                    for use in range(n_uses):
                        tally[part, at, use] += much * worth[use]
        total[part] = sum_worth
        softness[part] = sum_soft


@numba.njit(cache=True)
def _shares(worth: Floats, best: int, temperature: float) -> None:
    """Turn worths into shares that add up to 1."""
    top, total = worth[best], 0.0
    for use in range(worth.size):
        away = (worth[use] - top) / temperature
        worth[use] = np.exp(away) if away > -FAR else 0.0
        total += worth[use]
    for use in range(worth.size):
        worth[use] /= total


@numba.njit(cache=True)
def _curvature_size(
    cells: tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]],
    cost: Floats,
    temperature: NDArray[np.float32],
    divided: NDArray[np.int64],
    start: NDArray[np.int32],
) -> tuple[int, int]:
    """Return how many lines and at most how many numbers ``_curvature`` writes."""
    score, slot, weight = cells
    n_uses = score.shape[1]
    worth = np.empty(n_uses)
    lines, numbers = 0, 0
    for cell in divided:
        best = _worths(score, slot, weight, cost, cell, worth)
        _shares(worth, best, temperature[cell])
        near, touched = 0, 0
        for use in range(n_uses):
            if worth[use] <= NEAR:
                continue
            near += 1
            for group in range(slot.shape[1]):
                if slot[cell, group] >= 0:
                    line = slot[cell, group] * n_uses + use
                    touched += start[line + 1] - start[line]
        lines += near
        numbers += near * touched
    return lines, numbers


@numba.njit(cache=True)
def _curvature(
    cells: tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]],
    cost: Floats,
    temperature: NDArray[np.float32],
    divided: NDArray[np.int64],
    coef: tuple[NDArray[np.int32], NDArray[np.int32], Floats],
    out: tuple[NDArray[np.int64], NDArray[np.int32], Floats],
    n_rows: int,
) -> int:
    """Write the lines of a sparse matrix B with B'B the curvature.

    One line per divided cell and near use: sqrt(share / temperature) * (a[use] - mean
    of a), where a[use] is what the cell adds to each row. Returns how many numbers it
    wrote.
    """
    score, slot, weight = cells
    start, index, data = coef
    line_start, out_index, out_data = out
    n_uses = score.shape[1]
    worth = np.empty(n_uses)
    mean, mine = np.zeros(n_rows), np.zeros(n_rows)
    seen, touched = np.full(n_rows, -1), np.empty(n_rows, np.int32)
    line, filled = 0, 0
    for cell in divided:
        best = _worths(score, slot, weight, cost, cell, worth)
        _shares(worth, best, temperature[cell])
        n_touched = 0
        for use in range(n_uses):
            if worth[use] <= NEAR:
                worth[use] = 0.0
                continue
            for group in range(slot.shape[1]):
                at = slot[cell, group] * n_uses + use
                if at < 0:
                    continue
                much = worth[use] * weight[cell, group]
                for place in range(start[at], start[at + 1]):
                    row = index[place]
                    if seen[row] != cell:
                        seen[row] = cell
                        mean[row] = 0.0
                        touched[n_touched] = row
                        n_touched += 1
                    mean[row] += much * data[place]
        for use in range(n_uses):
            if worth[use] == 0.0:
                continue
            for group in range(slot.shape[1]):
                at = slot[cell, group] * n_uses + use
                if at < 0:
                    continue
                much = np.float64(weight[cell, group])
                for place in range(start[at], start[at + 1]):
                    mine[index[place]] += much * data[place]
            root = np.sqrt(worth[use] / temperature[cell])
            for at in range(n_touched):
                row = touched[at]
                out_index[filled] = row
                out_data[filled] = root * (mine[row] - mean[row])
                mine[row] = 0.0
                filled += 1
            line += 1
            line_start[line] = filled
    return filled


@numba.njit(cache=True)
def _near_uses(
    cells: tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]],
    cost: Floats,
    chosen: NDArray[np.int64],
    most_loss: NDArray[np.float32],
    near: NDArray[np.bool_],
) -> None:
    """Mark the uses of chosen cells that lose little against their best."""
    score, slot, weight = cells
    worth = np.empty(score.shape[1])
    for cell in chosen:
        best = _worths(score, slot, weight, cost, cell, worth)
        for use in range(worth.size):
            if worth[use] >= worth[best] - most_loss[cell] and worth[use] > -np.inf:
                near[cell, use] = True


@numba.njit(cache=True, parallel=True)
def _gains(
    score: NDArray[np.float32],
    slot: NDArray[np.int32],
    weight: NDArray[np.float32],
    cost: Floats,
    use: NDArray[np.int8],
    chunk: NDArray[np.int64],
    better: NDArray[np.int8],
    gain: NDArray[np.float32],
) -> None:
    """Find every cell's best use and what it gains over the one it has."""
    for part in numba.prange(chunk.size - 1):
        worth = np.empty(score.shape[1])
        for cell in range(chunk[part], chunk[part + 1]):
            best = _worths(score, slot, weight, cost, cell, worth)
            better[cell] = best
            gain[cell] = worth[best] - worth[use[cell]]


@numba.njit(cache=True)
def _losses(
    cells: tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]],
    cost: Floats,
    chosen: NDArray[np.int64],
    loss: NDArray[np.float32],
) -> None:
    """Fill what every use of chosen cells loses against the best of its cell."""
    score, slot, weight = cells
    worth = np.empty(score.shape[1])
    for at in range(chosen.size):
        best = _worths(score, slot, weight, cost, chosen[at], worth)
        for use in range(worth.size):
            loss[at, use] = worth[best] - worth[use]


@numba.njit(cache=True)
def _spread_shares(
    cells: tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]],
    cost: Floats,
    temperature: NDArray[np.float32],
    group: int,
    owed: Floats,
    use: NDArray[np.int8],
) -> None:
    """Give every cell one use so that each slot gets what shares add up to.

    What a cell takes too much or too little of a use is owed to the next cell of its
    slot (error diffusion), so the sums are off by no more than a cell.
    """
    score, slot, weight = cells
    worth = np.empty(score.shape[1])
    for cell in range(use.size):
        best = _worths(score, slot, weight, cost, cell, worth)
        at = slot[cell, group]
        if at < 0:
            use[cell] = best
            continue
        _shares(worth, best, temperature[cell])
        much = np.float64(weight[cell, group])
        most, chosen = -np.inf, best
        for other in range(worth.size):
            if worth[other] > 0.0:
                owed[at, other] += much * worth[other]
                if worth[other] > NEAR and owed[at, other] > most:
                    most, chosen = owed[at, other], other
        owed[at, chosen] -= much
        use[cell] = chosen
