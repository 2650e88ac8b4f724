"""Random moves of single cells to other uses, taken or left (Metropolis).

A move's gain is what it adds to the objective, border and penalties included; it is
summed from the cell, its four neighbours and the rows that count it, so it costs the
same on any number of cells.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

EACH = 1_000
"""Moves between two steps of the temperature."""

FAR = 30.0
"""A loss of so many temperatures is never taken: the chance is 1e-13."""


class Land(NamedTuple):
    """What a move is judged by.

    ``score``, ``slot``, ``weight`` and the lines of ``coef`` (sparse: start, row,
    data) are those of ``Zonal``; ``beside`` has the neighbours of a cell, -1 none,
    shape ``(n_cells, 4)``; ``border`` is what an edge between two uses costs. A row
    below ``low`` or above ``high`` costs ``rate`` a unit.
    """

    score: NDArray[np.float32]
    slot: NDArray[np.int32]
    weight: NDArray[np.float32]
    start: NDArray[np.int32]
    row: NDArray[np.int32]
    data: Floats
    beside: NDArray[np.int32]
    border: Floats
    low: Floats
    high: Floats
    rate: Floats


class Scratch(NamedTuple):
    """Rows that the move at hand touches: how much, which, and who was seen when."""

    change: Floats
    touched: NDArray[np.int32]
    seen: NDArray[np.int64]


def scratch(n_rows: int) -> Scratch:
    """Return room to work in; nothing is touched."""
    return Scratch(
        np.zeros(n_rows), np.zeros(n_rows, np.int32), np.zeros(n_rows + 1, np.int64)
    )


@numba.njit(cache=True)
def _gain(
    land: Land,
    use: NDArray[np.int8],
    amount: Floats,
    room: Scratch,
    cell: int,
    new: int,
) -> tuple[float, int]:
    """Return what a move adds, and how many rows it touches, told in ``room``."""
    now, n_uses = np.int64(use[cell]), land.score.shape[1]
    gain = np.float64(land.score[cell, new]) - np.float64(land.score[cell, now])
    for side in range(4):
        neighbour = land.beside[cell, side]
        if neighbour < 0:
            continue
        there = use[neighbour]
        gain += land.border[now, there] - land.border[new, there]
    n = 0
    room.seen[-1] += 1
    for group in range(land.slot.shape[1]):
        at = land.slot[cell, group]
        if at < 0:
            continue
        for sign, number in ((-1.0, now), (1.0, new)):
            much = sign * np.float64(land.weight[cell, group])
            line = at * n_uses + number
            for place in range(land.start[line], land.start[line + 1]):
                row = land.row[place]
                if room.seen[row] != room.seen[-1]:
                    room.seen[row] = room.seen[-1]
                    room.change[row] = 0.0
                    room.touched[n] = row
                    n += 1
                room.change[row] += much * land.data[place]
    for at in range(n):
        row = room.touched[at]
        gain -= _penalty(land, row, amount[row] + room.change[row])
        gain += _penalty(land, row, amount[row])
    return gain, n


@numba.njit(cache=True)
def _penalty(land: Land, row: int, amount: float) -> float:
    """Return what a row costs."""
    off = max(land.low[row] - amount, amount - land.high[row])
    return land.rate[row] * off if off > 0.0 else 0.0


@numba.njit(cache=True)
def _gains(
    land: Land,
    use: NDArray[np.int8],
    amount: Floats,
    cells: NDArray[np.int64],
    news: NDArray[np.int8],
    room: Scratch,
) -> Floats:
    """Return what each of some moves would add; none is made."""
    gains = np.zeros(cells.size)
    for at in range(cells.size):
        gains[at], _ = _gain(land, use, amount, room, cells[at], np.int64(news[at]))
    return gains


@numba.njit(cache=True)
def _anneal(
    land: Land,
    use: NDArray[np.int8],
    amount: Floats,
    room: Scratch,
    n_moves: int,
    temperature: float,
    cooling: float,
    chance: NDArray[np.uint64],
) -> tuple[int, int]:
    """Try random moves; return how many were tried and taken.

    ``use``, ``amount`` and ``chance``, the state of a xorshift generator (Marsaglia
    2003), change. Uses that may not come there are no moves.
    """
    n_cells, n_uses = land.score.shape
    tried, taken, state = 0, 0, chance[0]
    for move in range(n_moves):
        if move % EACH == 0 and move:
            temperature *= cooling
        state ^= state << np.uint64(13)
        state ^= state >> np.uint64(7)
        state ^= state << np.uint64(17)
        # the high half picks the cell, the low half the use
        cell = np.int64(
            ((state >> np.uint64(32)) * np.uint64(n_cells)) >> np.uint64(32)
        )
        low = state & np.uint64(0xFFFFFFFF)
        new = np.int64((low * np.uint64(n_uses - 1)) >> np.uint64(32))
        new += new >= use[cell]
        if land.score[cell, new] == -np.inf:
            continue
        tried += 1
        gain, n = _gain(land, use, amount, room, cell, new)
        if gain <= 0.0:
            if gain <= -FAR * temperature:
                continue
            state ^= state << np.uint64(13)
            state ^= state >> np.uint64(7)
            state ^= state << np.uint64(17)
            if np.float64(state >> np.uint64(11)) * 2.0**-53 > np.exp(
                gain / temperature
            ):
                continue
        use[cell] = new
        for at in range(n):
            amount[room.touched[at]] += room.change[room.touched[at]]
        taken += 1
    chance[0] = state
    return tried, taken
