"""What it costs to give a cell another use: the plan is searched again around it.

Open are the cells about it and, for every row that the change moves, those that could
make up for it at the least loss; all others keep their use. What is found is a legal
plan, so the true cost is at most the difference; at least it is what the bound falls
by (``Standing``).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.core import core_of, with_border
from solver.instance import Instance
from solver.neighbours import to_neighbours
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.whatif.standing import Standing
from solver.zonal import Zonal, to_zonal

SIDE = 5
"""Cells to every side that are open."""

HELPERS = 60
"""Cells that are open for a use that can help a row, of those that lose least."""

ROUNDS = 3
"""Times that more cells are opened, four times as many each, until a plan is found."""

GAP = 1e-7
"""Gap of the search around the cell: its objective is a difference to a whole plan."""


@dataclass(frozen=True, eq=False)
class Forced:
    """A plan in which a cell has another use.

    Parameters
    ----------
    allocation
        A legal one; None if none was found.
    objective
        Its points; NaN without one.
    most
        Proven: no plan with that use there has more points.
    changed
        Number of cells that have another use than in the plan it was made from.
    is_allowed
        Whether the use may come there at all.

    """

    allocation: Allocation | None
    objective: float
    most: float
    changed: int
    is_allowed: bool = True


def forced(
    instance: Instance,
    plan: Allocation,
    stands: Standing,
    place: tuple[int, int],
    watch: Watch,
) -> Forced:
    """Return the best plan found in which a cell has a certain use.

    Parameters
    ----------
    instance
        The instance.
    plan
        A legal plan.
    stands
        How uses stand at proven prices.
    place
        Number of the cell and of the use that it must have.
    watch
        Ends the search.

    """
    cell, use = place
    nan = float("nan")
    if not instance.allowed[use, cell] and use != 0:
        return Forced(None, nan, -np.inf, 0, is_allowed=False)
    most = stands.bound - float(stands.loss[use, cell])
    found = (
        _anew(instance, place, watch)
        if instance.restrictions.any
        else _around(instance, plan, stands, place, watch)
    )
    if found is None:
        return Forced(None, nan, most, 0)
    changed = int(np.count_nonzero(found.use != plan.use))
    return Forced(found, judge(instance, found).objective, most, changed)


def only(instance: Instance, cell: int, use: int) -> Instance:
    """Return the instance in which a cell may have one use only.

    Use 0 can't be closed, so it costs more there than anything is worth: a plan that
    takes it all the same is no plan for this.
    """
    allowed, score = instance.allowed.copy(), instance.score.copy()
    allowed[1:, cell] = False
    if use != 0:
        allowed[use, cell] = True
        score[use, cell] += _dear(instance)
    return replace(instance, allowed=allowed, score=score)


def _dear(instance: Instance) -> np.float32:
    return np.float32(
        4 * np.abs(instance.score).max() + 8 * np.abs(instance.edge_cost).max() + 1
    )


def _anew(
    instance: Instance, place: tuple[int, int], watch: Watch
) -> Allocation | None:
    """Search the whole: where uses must lie in patches, one cell moves many."""
    settings = Settings(time_limit_s=max(watch.left_s, 1e-3))
    found = solve(only(instance, *place), settings, watch=watch).allocation
    return found if found is not None and found.use[place[0]] == place[1] else None


def _around(
    instance: Instance,
    plan: Allocation,
    stands: Standing,
    place: tuple[int, int],
    watch: Watch,
) -> Allocation | None:
    """Search the cells about a place and those that make up for its rows."""
    cell, use = place
    zonal, neighbours = to_zonal(instance), to_neighbours(instance)
    whole = only(instance, cell, use)
    rows = _moved_rows(zonal, cell, (int(plan.use[cell]), use))
    for number in range(ROUNDS):
        open_uses = _opened(
            instance, zonal, plan, stands, rows, HELPERS * 4**number, cell
        )
        open_uses[cell] = False
        open_uses[cell, use] = True
        core = core_of(whole, zonal, open_uses, plan.use)
        core = with_border(core, instance, neighbours, plan.use)
        settings = Settings(gap=GAP, time_limit_s=max(watch.left_s / 2, 1e-3))
        found = solve(core.instance, settings, engine="exact", watch=_part(watch))
        if found.allocation is not None:
            answer = core.whole(found.allocation)
            legal = not judge(instance, answer).broken
            if answer.use[cell] == use and legal:
                return answer
        if watch.stopped:
            break
    return None


def _part(watch: Watch) -> Watch:
    part = Watch(watch.left_s / 2)
    part.follow(watch)
    return part


def _moved_rows(zonal: Zonal, cell: int, uses: tuple[int, int]) -> NDArray[np.int64]:
    """Return the rows that count either use in the cell."""
    slots = zonal.slot[cell][zonal.slot[cell] >= 0]
    lines = [slot * zonal.n_uses + use for slot in slots for use in uses]
    return np.unique(zonal.coef[lines].indices).astype(np.int64)


def _opened(
    instance: Instance,
    zonal: Zonal,
    plan: Allocation,
    stands: Standing,
    rows: NDArray[np.int64],
    helpers: int,
    cell: int,
) -> NDArray[np.bool_]:
    """Return the uses that are open, shape ``(n_cells, n_uses)``."""
    row, col = instance.cell_row, instance.cell_col
    near = (np.abs(row - row[cell]) <= SIDE) & (np.abs(col - col[cell]) <= SIDE)
    opened = np.zeros(zonal.score.shape, np.bool_)
    opened[near] = np.isfinite(zonal.score[near])
    loss = stands.loss.T
    now = loss[np.arange(plan.use.size), plan.use]
    for which in rows:
        lines = zonal.coef[:, [which]].nonzero()[0]
        counts = np.zeros((zonal.n_slots + 1, zonal.n_uses), np.bool_)
        counts[:-1].ravel()[lines] = True
        here = counts[zonal.slot].any(axis=1)
        # another use where the row counts today's, or one that the row counts
        leaves = here[np.arange(plan.use.size), plan.use]
        for number in range(zonal.n_uses):
            helps = np.isfinite(loss[:, number]) & (here[:, number] | leaves)
            helps &= plan.use != number
            cells = np.nonzero(helps)[0]
            few = min(helpers, cells.size)
            if few:
                extra = loss[cells, number] - now[cells]
                best = cells[np.argpartition(extra, few - 1)[:few]]
                opened[best, number] = True
    some = opened.any(axis=1)
    opened[some, plan.use[some]] = True
    return opened
