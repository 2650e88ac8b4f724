"""Moves that keep every patch legal: borders, new patches, patches given up.

Each is tried with the repairs that it needs and taken if it gains all the same.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from solver.kernels.draft import (
    CHANGES,
    MARK,
    Apart,
    Draft,
    _change,
    _keep,
    _rows,
    _undo,
    _walk,
)
from solver.kernels.moves import _hope, _points
from solver.kernels.moves import _strip as _look
from solver.kernels.repair import FAILED, Ways, _absorb, _extend, _repair, _room

Ints = NDArray[np.int32]


@numba.njit(cache=True)
def _settled(ways: Ways, draft: Draft, points: float) -> float:
    """Repair what changes broke; return the gain of all, all undone if it is none."""
    gain = FAILED
    if points > FAILED:
        mended = _repair(ways, draft, _room(draft))
        if mended > FAILED:
            gain = points + mended + _rows(draft, ways.limits)
    if gain <= ways.land.least:
        _undo(ways.land, ways.apart, draft, 0)
    return gain


@numba.njit(cache=True)
def _strip(
    ways: Ways, draft: Draft, strip: tuple[int, int, int, int]
) -> tuple[float, int]:
    """Change the cells of a strip as far as gains most; return points and length.

    ``strip`` is the first cell, the use, the side to go on to, the most cells.
    """
    cell, use, side, longest = strip
    land, here = ways.land, draft.use_of[cell]
    points, best, best_points, best_length = 0.0, ways.land.least, FAILED, 0
    for length in range(1, longest + 1):
        points += _change(land, ways.apart, draft, cell, use)
        gain = points + _rows(draft, ways.limits)
        if gain > best:
            best, best_points, best_length = gain, points, length
        cell = land.neighbour[cell, side]
        if cell < 0 or draft.use_of[cell] != here or land.score[cell, use] == -np.inf:
            break
    _undo(land, ways.apart, draft, best_length)
    return best_points, best_length


@numba.njit(cache=True)
def _is_apart(apart: Apart, here: int, use: int) -> bool:
    """Tell whether distances make a difference between two uses."""
    for rule in range(apart.cost.size):
        if apart.use[rule, use] != apart.use[rule, here]:
            return True
        if apart.other[rule, use] != apart.other[rule, here]:
            return True
    return False


@numba.njit(cache=True)
def _borders(ways: Ways, draft: Draft, order: Ints, longest: int) -> tuple[float, int]:
    """Move borders where that gains; return the gain and the moves."""
    land, total, moves = ways.land, 0.0, 0
    n_uses = land.score.shape[1]
    for cell in order:
        here = draft.use_of[cell]
        best, best_use, best_side, best_length = land.least, -1, 0, 0
        for use in range(n_uses):
            if use == here or land.score[cell, use] == -np.inf:
                continue
            borders = False
            for side in range(4):
                other = land.neighbour[cell, side]
                borders |= other >= 0 and draft.use_of[other] == use
            if not borders and ways.sizes.least[use] > 1:
                continue
            plain = not _is_apart(ways.apart, here, use)
            if plain and (not borders or longest == 1):
                hope = _hope(land, ways.limits, cell, here, use)
                if _points(land, draft.use_of, cell, use, -1) + hope <= best:
                    continue
            for side in range(4 if borders and longest > 1 else 1):
                strip = cell, use, side, longest if borders else 1
                if plain:
                    rough, _ = _look(
                        land, ways.limits, strip, draft.use_of, draft.value, draft.rows
                    )
                    if rough <= best:
                        continue
                points, length = _strip(ways, draft, strip)
                gain = _settled(ways, draft, points)
                if gain > land.least:
                    _undo(land, ways.apart, draft, 0)
                if gain > best:
                    best, best_use, best_side, best_length = gain, use, side, length
        if best_use < 0:
            continue
        strip = cell, best_use, best_side, best_length
        points, _ = _strip(ways, draft, strip)
        total += _settled(ways, draft, points)
        moves += draft.n[CHANGES]
        _keep(draft)
    return total, moves


@numba.njit(cache=True)
def _plant(
    ways: Ways, draft: Draft, seeds: Ints, uses: Ints, largest: int
) -> tuple[float, int]:
    """Grow new patches from seeds where that gains; return gain and patches."""
    total, planted = 0.0, 0
    for k in range(seeds.size):
        cell, use = seeds[k], uses[k]
        if draft.use_of[cell] == use or ways.land.score[cell, use] == -np.inf:
            continue
        fewest = max(1, ways.sizes.least[use])
        points = _extend(ways, draft, cell, use, (fewest, max(largest, fewest)))
        gain = _settled(ways, draft, points)
        if gain > ways.land.least:
            _keep(draft)
            total += gain
            planted += 1
    return total, planted


@numba.njit(cache=True)
def _dissolve(ways: Ways, draft: Draft, order: Ints, largest: int) -> tuple[float, int]:
    """Give up patches, not too large, where that gains; return gain and patches."""
    total, gone = 0.0, 0
    first = draft.n[MARK]  # patches walked since then were looked at
    for cell in order:
        if draft.use_of[cell] == 0 or draft.seen[cell] > first:
            continue
        size = _walk(ways.land, draft, cell, largest + 1)
        if size > largest:
            continue
        gain = _settled(ways, draft, _absorb(ways, draft, size))
        if gain > ways.land.least:
            _keep(draft)
            total += gain
            gone += 1
    return total, gone
