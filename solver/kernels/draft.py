"""A plan under change: every change is noted, so that it can be taken back.

Several cells change, what that breaks is repaired by more changes, and only then is
looked at what all of it gains: points of scores and edges, what rows gain, what cells
too close to each other cost. Patches are no state: whether one is large enough is
looked up by walking it until it is.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from solver.kernels.moves import Land, Limits, Scratch, _count, _points, _rows_gain

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Uses = NDArray[np.int8]

CHANGES, TOUCHED, MARK = range(3)
"""Places in ``Draft.n``: changes noted, rows touched, last mark of a walk."""


class Draft(NamedTuple):
    """The plan, the amounts of its rows, the changes noted, room for walks.

    ``cell``, ``was`` are the cells changed and their use before; ``rows`` is what
    rows gain or lose by it; ``seen``, ``queue``, ``piece``, ``key`` and ``waiting``
    are for walks over patches and growing ones.
    """

    use_of: Uses
    value: Floats
    cell: Ints
    was: Uses
    rows: Scratch
    n: NDArray[np.int64]
    seen: NDArray[np.int64]
    queue: Ints
    piece: Ints
    key: Floats
    waiting: Ints


class Apart(NamedTuple):
    """Distances to keep: ``use`` away from ``other``, per separation and use.

    ``step`` from ``first[s]`` to ``first[s + 1]`` are the ways on the padded map to
    all cells that are too close; ``place`` and ``at`` lead from a cell to the map and
    back. ``cost`` is lost per cell too close; ``near`` counts the ``other`` cells
    that are too close to every cell.
    """

    use: NDArray[np.bool_]
    other: NDArray[np.bool_]
    step: Ints
    first: Ints
    place: Ints
    at: Ints
    cost: Floats
    near: Ints


@numba.njit(cache=True)
def _closeness(apart: Apart, use_of: Uses, cell: int, use: int) -> float:
    """Count what a change of use gains in distances; ``near`` changes, not the use."""
    here, gain = use_of[cell], 0.0
    for rule in range(apart.cost.size):
        closer = 0
        if apart.use[rule, use] != apart.use[rule, here] and apart.near[rule, cell] > 0:
            closer += 1 if apart.use[rule, use] else -1
        if apart.other[rule, use] != apart.other[rule, here]:
            more = 1 if apart.other[rule, use] else -1
            for way in range(apart.first[rule], apart.first[rule + 1]):
                there = apart.at[apart.place[cell] + apart.step[way]]
                if there < 0:
                    continue
                before = apart.near[rule, there]
                apart.near[rule, there] = before + more
                if apart.use[rule, use_of[there]] and (before == 0 or before == -more):
                    closer += more
        gain -= apart.cost[rule] * closer
    return gain


@numba.njit(cache=True)
def _change(land: Land, apart: Apart, draft: Draft, cell: int, use: int) -> float:
    """Give a cell a use and note it; return points gained, rows left aside."""
    n = draft.n
    points = _points(land, draft.use_of, cell, use, -1)
    points += _closeness(apart, draft.use_of, cell, use)
    _tally(land, draft, cell, use)
    draft.cell[n[CHANGES]], draft.was[n[CHANGES]] = cell, draft.use_of[cell]
    n[CHANGES] += 1
    draft.use_of[cell] = use
    gain: float = points
    return gain


@numba.njit(cache=True)
def _tally(land: Land, draft: Draft, cell: int, use: int) -> None:
    touched = _count(land, cell, draft.use_of[cell], -1.0, draft.rows, draft.n[TOUCHED])
    draft.n[TOUCHED] = _count(land, cell, use, 1.0, draft.rows, touched)


@numba.njit(cache=True)
def _undo(land: Land, apart: Apart, draft: Draft, left: int) -> None:
    """Take changes back until only so many are left."""
    n = draft.n
    while n[CHANGES] > left:
        n[CHANGES] -= 1
        cell, use = draft.cell[n[CHANGES]], draft.was[n[CHANGES]]
        _closeness(apart, draft.use_of, cell, use)
        _tally(land, draft, cell, use)
        draft.use_of[cell] = use
    if left == 0:
        _forget(draft)


@numba.njit(cache=True)
def _keep(draft: Draft) -> None:
    """Make the changes so far part of the plan."""
    for k in range(draft.n[TOUCHED]):
        row = draft.rows.touched[k]
        draft.value[row] += draft.rows.change[row]
    _forget(draft)


@numba.njit(cache=True)
def _forget(draft: Draft) -> None:
    for k in range(draft.n[TOUCHED]):
        draft.rows.change[draft.rows.touched[k]] = 0.0
    draft.n[TOUCHED] = 0
    draft.n[CHANGES] = 0


@numba.njit(cache=True)
def _rows(draft: Draft, limits: Limits) -> float:
    """Return what rows gain by all changes noted."""
    gain: float = _rows_gain(limits, draft.value, draft.rows, draft.n[TOUCHED])
    return gain


@numba.njit(cache=True)
def _walk(land: Land, draft: Draft, cell: int, most: int) -> int:
    """Put the cells of a cell's patch in ``queue``, at most so many; count them."""
    use, mark = draft.use_of[cell], draft.n[MARK] + 1
    draft.n[MARK] = mark
    draft.queue[0] = cell
    draft.seen[cell] = mark
    size, at = 1, 0
    while at < size and size < most:
        here = draft.queue[at]
        at += 1
        for side in range(4):
            other = land.neighbour[here, side]
            if other < 0 or draft.seen[other] == mark or draft.use_of[other] != use:
                continue
            draft.seen[other] = mark
            draft.queue[size] = other
            size += 1
            if size >= most:
                break
    return size
