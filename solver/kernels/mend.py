"""Move single cells until hard rows hold, those that lead least first.

A move is taken if it brings hard rows nearer to their limits on the whole; of a cell's
uses the one that brings most, and of equals the one that is worth most. Sizes of rows
make cells of all rows equal.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@numba.njit(cache=True)
def _miss(amount: float, low: float, high: float, size: float) -> float:
    """Return how many cells a row is off its limits."""
    if amount < low:
        return (low - amount) / size
    if amount > high:
        return (amount - high) / size
    return 0.0


@numba.njit(cache=True)
def _mend(
    cells: tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]],
    coef: tuple[NDArray[np.int32], NDArray[np.int32], Floats],
    limits: tuple[Floats, Floats, Floats, NDArray[np.bool_]],
    cost: Floats,
    order: NDArray[np.int64],
    use: NDArray[np.int8],
    amount: Floats,
) -> int:
    """Walk the cells once; return how many moved. ``use``, ``amount`` change."""
    score, slot, weight = cells
    start, index, data = coef
    low, high, size, hard = limits
    n_uses, moved = score.shape[1], 0
    change, touched = np.zeros(amount.size), np.empty(amount.size, np.int32)
    seen, stamp = np.zeros(amount.size, np.int64), 0
    for cell in order:
        now, best, most, pay = use[cell], -1, -1e-9, -np.inf
        for new in range(n_uses):
            if new == now or score[cell, new] == -np.inf:
                continue
            n, gain, worth = 0, 0.0, np.float64(score[cell, new])
            stamp += 1
            for group in range(slot.shape[1]):
                at = slot[cell, group]
                if at < 0:
                    continue
                much = np.float64(weight[cell, group])
                worth -= much * cost[at, new]
                for sign in (-1.0, 1.0):
                    line = at * n_uses + (new if sign > 0 else now)
                    for place in range(start[line], start[line + 1]):
                        row = index[place]
                        if seen[row] != stamp:
                            seen[row] = stamp
                            touched[n] = row
                            n += 1
                        change[row] += sign * much * data[place]
            for at in range(n):
                row = touched[at]
                if hard[row]:
                    there = amount[row] + change[row]
                    gain -= _miss(there, low[row], high[row], size[row])
                    gain += _miss(amount[row], low[row], high[row], size[row])
                change[row] = 0.0
            if gain > 1e-9 and (
                gain > most + 1e-9 or (gain > most - 1e-9 and worth > pay)
            ):
                best, most, pay = new, gain, worth
        if best < 0:
            continue
        for group in range(slot.shape[1]):
            at = slot[cell, group]
            if at < 0:
                continue
            much = np.float64(weight[cell, group])
            for place in range(start[at * n_uses + now], start[at * n_uses + now + 1]):
                amount[index[place]] -= much * data[place]
            for place in range(
                start[at * n_uses + best], start[at * n_uses + best + 1]
            ):
                amount[index[place]] += much * data[place]
        use[cell] = best
        moved += 1
    return moved
