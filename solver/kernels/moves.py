"""Moves of cells, one or a strip at a time, that make an answer better or keep rows.

    worth of an answer = sum of scores - cost of edges - sum_r price_r * distance(row_r)

``price`` is a row's shortfall price, or what a unit outside its limits costs for now.
A strip is a straight line of cells of one use: where uses like company the first cell
of a new line along a border costs points and the rest do not.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

Floats32 = NDArray[np.float32]
Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Uses = NDArray[np.int8]

LEAST_GAIN = 1e-9
"""Points that a move must gain, as a part of the largest score."""


class Land(NamedTuple):
    """What moves look up and never change.

    ``score``, ``slot``, ``weight`` are those of ``Zonal``; ``start``, ``row``, ``coef``
    the lines of its coefficients; ``neighbour`` per cell and side; ``cost`` per edge
    between two uses; ``least`` is the least gain of a move.
    """

    score: Floats32
    slot: Ints
    weight: Floats32
    start: Ints
    row: Ints
    coef: Floats
    neighbour: Ints
    cost: Floats
    least: float


class Limits(NamedTuple):
    """Limits of rows, what a unit outside them costs, and what moves may hope for.

    ``price`` is what a unit less outside gains, ``keep`` what a unit more costs.
    ``hope[line]`` is the most that rows gain per unit of a use in a slot, more or less
    of it.
    """

    low: Floats
    high: Floats
    price: Floats
    keep: Floats
    hope: Floats


class Scratch(NamedTuple):
    """Change per row, and the rows that change; empty between two moves."""

    change: Floats
    touched: Ints


@numba.njit(cache=True)
def _missed(value: float, low: float, high: float) -> float:
    """Return the distance of a row from its limits."""
    if value < low:
        return low - value
    if value > high:
        return value - high
    return 0.0


@numba.njit(cache=True)
def _count(
    land: Land, cell: int, use: int, sign: float, scratch: Scratch, n_touched: int
) -> int:
    """Add what a cell counts in rows to the changes; return how many are touched."""
    n_uses = land.score.shape[1]
    for group in range(land.slot.shape[1]):
        at = land.slot[cell, group]
        if at < 0:
            continue
        line = at * n_uses + use
        for entry in range(land.start[line], land.start[line + 1]):
            row = land.row[entry]
            if scratch.change[row] == 0.0:
                scratch.touched[n_touched] = row
                n_touched += 1
            scratch.change[row] += sign * land.weight[cell, group] * land.coef[entry]
            if scratch.change[row] == 0.0:
                scratch.change[row] = 1e-300  # 0 would list the row again
    return n_touched


@numba.njit(cache=True)
def _rows_gain(
    limits: Limits, value: Floats, scratch: Scratch, n_touched: int
) -> float:
    """Return what the changes of rows gain."""
    gain = 0.0
    for at in range(n_touched):
        row = scratch.touched[at]
        low, high = limits.low[row], limits.high[row]
        before = _missed(value[row], low, high)
        after = _missed(value[row] + scratch.change[row], low, high)
        if before > after:
            gain += limits.price[row] * (before - after)
        elif before < after:
            gain -= limits.keep[row] * (after - before)
    return gain


@numba.njit(cache=True)
def _hope(land: Land, limits: Limits, cell: int, here: int, use: int) -> float:
    """Return the most that rows could gain if a cell changed its use."""
    n_uses = land.score.shape[1]
    hope = 0.0
    for group in range(land.slot.shape[1]):
        at = land.slot[cell, group]
        if at >= 0:
            much = abs(land.weight[cell, group])
            hope += much * limits.hope[at * n_uses + use]
            hope += much * limits.hope[at * n_uses + here]
    return hope


@numba.njit(cache=True)
def _points(land: Land, use_of: Uses, cell: int, use: int, before: int) -> float:
    """Return what a cell gains in scores and edges by a use.

    ``before`` is a neighbour that has already changed in the same way, or -1.
    """
    here = use_of[cell]
    points = np.float64(land.score[cell, use]) - np.float64(land.score[cell, here])
    for side in range(4):
        other = land.neighbour[cell, side]
        if other < 0:
            continue
        if other == before:
            points += land.cost[use, here]
        else:
            beside = use_of[other]
            points += land.cost[here, beside] - land.cost[use, beside]
    return points


@numba.njit(cache=True)
def _strip(
    land: Land,
    limits: Limits,
    strip: tuple[int, int, int, int],
    use_of: Uses,
    value: Floats,
    scratch: Scratch,
) -> tuple[float, int]:
    """Return the best gain of giving cells from one on a use, and their number.

    ``strip`` is the first cell, the use, the side to go on to, the most cells.
    """
    cell, use, side, longest = strip
    here = use_of[cell]
    points, n = 0.0, 0
    best, best_length = -np.inf, 0
    at, before = cell, -1
    for length in range(1, longest + 1):
        points += _points(land, use_of, at, use, before)
        n = _count(land, at, here, -1.0, scratch, n)
        n = _count(land, at, use, 1.0, scratch, n)
        gain = points + _rows_gain(limits, value, scratch, n)
        if gain > best:
            best, best_length = gain, length
        before = at
        at = land.neighbour[at, side]
        if at < 0 or use_of[at] != here or land.score[at, use] == -np.inf:
            break
    for k in range(n):
        scratch.change[scratch.touched[k]] = 0.0
    return best, best_length


@numba.njit(cache=True)
def _give(
    land: Land, cell: int, use: int, use_of: Uses, value: Floats, scratch: Scratch
) -> None:
    """Give a cell a use."""
    n = _count(land, cell, use_of[cell], -1.0, scratch, 0)
    n = _count(land, cell, use, 1.0, scratch, n)
    for k in range(n):
        value[scratch.touched[k]] += scratch.change[scratch.touched[k]]
        scratch.change[scratch.touched[k]] = 0.0
    use_of[cell] = use


@numba.njit(cache=True)
def _inside(land: Land, use_of: Uses, cell: int) -> bool:
    """Tell whether all neighbours of a cell have its use."""
    for side in range(4):
        other = land.neighbour[cell, side]
        if other >= 0 and use_of[other] != use_of[cell]:
            return False
    return True


@numba.njit(cache=True)
def _improve(
    land: Land,
    limits: Limits,
    order: Ints,
    shape: tuple[int, int],
    use_of: Uses,
    value: Floats,
    scratch: Scratch,
) -> tuple[float, int]:
    """Make the best move of every cell that gains; return the gain and the moves.

    ``shape`` is the most cells of a strip, and whether a cell may take a use that
    none of its neighbours has: 0 no, 1 where a row may gain, 2 always.
    """
    longest, alone = shape
    n_uses = land.score.shape[1]
    total, moves = 0.0, 0
    for cell in order:
        here = use_of[cell]
        if not alone and _inside(land, use_of, cell):
            continue  # most cells: nothing to join
        best, best_use, best_side, best_length = land.least, -1, 0, 0
        for use in range(n_uses):
            if use == here or land.score[cell, use] == -np.inf:
                continue
            borders = False
            for side in range(4):
                other = land.neighbour[cell, side]
                borders |= other >= 0 and use_of[other] == use
            if not borders and not alone:
                continue
            if not borders or longest == 1:
                hope = _hope(land, limits, cell, here, use)
                if hope == 0.0 and alone == 1 and not borders:
                    continue  # a cell by itself costs edges, and no row wants it
                if _points(land, use_of, cell, use, -1) + hope <= best:
                    continue
            for side in range(4 if borders and longest > 1 else 1):
                strip = cell, use, side, longest if borders else 1
                gain, length = _strip(land, limits, strip, use_of, value, scratch)
                if gain > best:
                    best, best_use, best_side, best_length = gain, use, side, length
        if best_use < 0:
            continue
        at = cell
        for _ in range(best_length):
            _give(land, at, best_use, use_of, value, scratch)
            at = land.neighbour[at, best_side]
        total += best
        moves += best_length
    return total, moves
