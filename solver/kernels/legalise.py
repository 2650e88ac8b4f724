"""Make the patches of any plan legal: absorb or grow small ones, cut large ones."""

import numba
import numpy as np
from numpy.typing import NDArray

from solver.kernels.draft import MARK, Draft, _keep, _rows, _undo, _walk
from solver.kernels.repair import FAILED, Ways, _absorb, _extend, _repair, _room

Ints = NDArray[np.int32]


@numba.njit(cache=True)
def _legalise(ways: Ways, draft: Draft, order: Ints) -> int:
    """Look at the patches of all cells once; return how many were not legal."""
    wrong = 0
    for cell in order:
        use = draft.use_of[cell]
        most, least = ways.sizes.most[use], ways.sizes.least[use]
        if most > 0 and _walk(ways.land, draft, cell, most + 1) > most:
            wrong += 1
            _cut(ways, draft, most)
            _keep(draft)
        elif least > 1:
            size = _walk(ways.land, draft, cell, least)
            if size < least:
                wrong += 1
                _mend(ways, draft, cell, size)
                _keep(draft)
    return wrong


@numba.njit(cache=True)
def _cut(ways: Ways, draft: Draft, most: int) -> None:
    """Part the first cells in ``queue`` from the rest of their patch."""
    draft.n[MARK] += 1
    mark, kept = draft.n[MARK], most
    use = draft.use_of[draft.queue[0]]
    for k in range(kept):
        draft.seen[draft.queue[k]] = mark
    ring = 0
    for k in range(kept):
        for side in range(4):
            other = ways.land.neighbour[draft.queue[k], side]
            if other < 0 or draft.seen[other] == mark or draft.use_of[other] != use:
                continue
            draft.seen[other] = mark
            draft.piece[ring] = other
            ring += 1
    for k in range(ring):
        draft.queue[k] = draft.piece[k]
    if _absorb(ways, draft, ring) == FAILED:
        _undo(ways.land, ways.apart, draft, 0)


@numba.njit(cache=True)
def _mend(ways: Ways, draft: Draft, cell: int, size: int) -> None:
    """Absorb or grow a patch that is too small, as loses less."""
    use = draft.use_of[cell]
    gone = _whole(ways, draft, _absorb(ways, draft, size))
    _undo(ways.land, ways.apart, draft, 0)
    wanted = ways.sizes.least[use] - size
    points = _extend(ways, draft, cell, use, (wanted, wanted))
    grown = _whole(ways, draft, points)
    if grown > FAILED and grown >= gone:
        return
    _undo(ways.land, ways.apart, draft, 0)
    _walk(ways.land, draft, cell, size + 1)
    if _absorb(ways, draft, size) == FAILED:
        _undo(ways.land, ways.apart, draft, 0)
    elif gone > FAILED:
        _repair(ways, draft, _room(draft))


@numba.njit(cache=True)
def _whole(ways: Ways, draft: Draft, points: float) -> float:
    """Return the gain of changes with their repairs."""
    if points == FAILED:
        return FAILED
    mended = _repair(ways, draft, _room(draft))
    if mended == FAILED:
        return FAILED
    gain: float = points + mended + _rows(draft, ways.limits)
    return gain
