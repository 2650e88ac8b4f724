"""Repair patches that changes left too small, and grow those that are begun.

A piece too small goes to the uses around it, cell by cell, those that are worth most
first come; what that leaves too small in its turn goes as well. A plan that changes
too far is no repair: it is given up.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from solver.kernels.draft import (
    CHANGES,
    MARK,
    Apart,
    Draft,
    _change,
    _rows,
    _undo,
    _walk,
)
from solver.kernels.grow import _pop, _push
from solver.kernels.moves import Land, Limits

Floats32 = NDArray[np.float32]
Ints = NDArray[np.int32]

FAILED = -1e300
"""Points of a change that cannot be repaired."""


ROOM = 4
"""Changes that a repair may add, as times of the changes that it repairs."""

LITTLE = 64
"""Changes that a repair may always add."""


class Sizes(NamedTuple):
    """Least and most cells of a patch per use; 0 and 1: no limit."""

    least: Ints
    most: Ints


class Ways(NamedTuple):
    """All that changes of a draft look up; ``worth`` of every use at some prices."""

    land: Land
    apart: Apart
    sizes: Sizes
    limits: Limits
    worth: Floats32


@numba.njit(cache=True)
def _room(draft: Draft) -> int:
    """Return the most changes that there may be after a repair."""
    most: int = min(draft.cell.size, (1 + ROOM) * draft.n[CHANGES] + LITTLE)
    return most


@numba.njit(cache=True)
def _repair(ways: Ways, draft: Draft, room: int) -> float:
    """Repair all that the changes noted broke; return the points this gained.

    ``room`` is the most changes there may be in the end. ``FAILED`` if it does not
    come to an end, or a patch is too large.
    """
    least, most = ways.sizes.least, ways.sizes.most
    points, at = 0.0, 0
    while at < draft.n[CHANGES]:
        cell = draft.cell[at]
        at += 1
        for side in range(-1, 4):
            target = cell if side < 0 else ways.land.neighbour[cell, side]
            if target < 0:
                continue
            use = draft.use_of[target]
            if least[use] > 1:
                size = _walk(ways.land, draft, target, least[use])
                if size < least[use]:
                    if draft.n[CHANGES] + size > room:
                        return FAILED
                    gained = _absorb(ways, draft, size)
                    if gained == FAILED:
                        return FAILED
                    points += gained
                    continue
            if side >= 0 or most[use] == 0:
                continue
            if _walk(ways.land, draft, target, most[use] + 1) > most[use]:
                return FAILED
    return points


@numba.njit(cache=True)
def _absorb(ways: Ways, draft: Draft, size: int) -> float:
    """Give the piece in ``queue`` to the uses around it; return the points gained."""
    draft.n[MARK] += 1
    mark = draft.n[MARK]
    for k in range(size):
        draft.piece[k] = draft.queue[k]
        draft.seen[draft.queue[k]] = mark
    points, left = 0.0, size
    while left > 0:
        still = 0
        for k in range(left):
            cell = draft.piece[k]
            use = _beside(ways, draft, cell, mark)
            if use < 0:
                draft.piece[still] = cell
                still += 1
                continue
            draft.seen[cell] = 0
            points += _change(ways.land, ways.apart, draft, cell, use)
        if still == left:
            return FAILED
        left = still
    return points


@numba.njit(cache=True)
def _beside(ways: Ways, draft: Draft, cell: int, mark: int) -> int:
    """Return the best use for a cell among those around its piece, or -1."""
    land, here = ways.land, draft.use_of[cell]
    best, top = -1, -np.inf
    for side in range(-1, 4):
        use = 0  # always there, and mostly comes in any size
        if side >= 0:
            other = land.neighbour[cell, side]
            if other < 0 or draft.seen[other] == mark:
                continue
            use = draft.use_of[other]
        elif ways.sizes.least[0] > 1:
            continue
        if use == here or land.score[cell, use] == -np.inf:
            continue
        gain = np.float64(ways.worth[cell, use])
        for beside in range(4):
            other = land.neighbour[cell, beside]
            if other >= 0 and draft.seen[other] != mark:
                gain -= land.cost[use, draft.use_of[other]]
        if gain > top:
            best, top = use, gain
    return best


@numba.njit(cache=True)
def _joining(ways: Ways, draft: Draft, cell: int, use: int) -> float:
    """Return what a cell gains at prices if it takes a use."""
    here = draft.use_of[cell]
    gain = np.float64(ways.worth[cell, use]) - np.float64(ways.worth[cell, here])
    for side in range(4):
        other = ways.land.neighbour[cell, side]
        if other >= 0:
            beside = draft.use_of[other]
            gain += ways.land.cost[here, beside] - ways.land.cost[use, beside]
    return gain


@numba.njit(cache=True)
def _extend(
    ways: Ways, draft: Draft, seed: int, use: int, sizes: tuple[int, int]
) -> float:
    """Grow a patch round a seed, best cells first; return the points gained.

    It gets at least ``sizes[0]`` new cells and those of the best beginning up to
    ``sizes[1]``, counting rows. ``FAILED`` if there is no room for that.
    """
    fewest, most = sizes
    first = draft.n[CHANGES]
    points, best, best_points, best_length = 0.0, -np.inf, 0.0, 0
    size = 0
    if draft.use_of[seed] != use:
        size = _push(draft.key, draft.waiting, size, 0.0, seed)
    else:
        n = _walk(ways.land, draft, seed, ways.sizes.least[use] + 1)
        for k in range(n):
            draft.piece[k] = draft.queue[k]
        for k in range(n):
            size = _await(ways, draft, draft.piece[k], use, size)
    length = 0
    while size > 0 and length < most:
        top, cell = draft.key[0], draft.waiting[0]
        size = _pop(draft.key, draft.waiting, size)
        if draft.use_of[cell] == use:
            continue
        if length > 0 and _joining(ways, draft, cell, use) > top + 1e-9:
            continue  # it waits once more, with more
        points += _change(ways.land, ways.apart, draft, cell, use)
        length += 1
        if length >= fewest:
            gain = points + _rows(draft, ways.limits)
            if gain > best:
                best, best_length, best_points = gain, length, points
        size = _await(ways, draft, cell, use, size)
    if best_length == 0:
        return FAILED
    _undo(ways.land, ways.apart, draft, first + best_length)
    return best_points


@numba.njit(cache=True)
def _await(ways: Ways, draft: Draft, cell: int, use: int, size: int) -> int:
    """Put the cells round one in the heap; return its size."""
    for side in range(4):
        other = ways.land.neighbour[cell, side]
        if other < 0 or draft.use_of[other] == use:
            continue
        if ways.land.score[other, use] == -np.inf or size >= draft.key.size:
            continue
        gain = _joining(ways, draft, other, use)
        size = _push(draft.key, draft.waiting, size, gain, other)
    return size
