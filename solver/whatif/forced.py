"""What it costs to give a cell another use: the plan is searched again around it.

Open are the cells about it and, for every row that the change moves, those that could
make up for it at the least loss; all others keep their use. The same cells are searched
without the wish too, so that the plan's own gap is not taken for gain. At least, the
cost is what the bound falls by (``Standing``).
"""

from collections.abc import Iterator
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

ROUNDS = ((1, 3), (2, 12), (5, 60), (5, 240), (5, 960))
"""Per round, cells to every side that are open, and cells that are open for a use that
can help a row, of those that lose least. A few are searched to the end in a moment;
more find a cheaper way, or none in time."""

LIMIT_S = 5.0
"""Wall time of one search [s]."""

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
    otherwise
        Points of the plan that the same search finds without that wish; NaN if there
        is none. The plan that was given may be improved upon too.
    most
        Proven: no plan with that use there has more points.
    is_allowed
        Whether the use may come there at all.

    """

    allocation: Allocation | None
    objective: float
    otherwise: float
    most: float
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
        return Forced(None, nan, nan, -np.inf, is_allowed=False)
    most = stands.bound - float(stands.loss[use, cell])
    now = judge(instance, plan).objective
    if instance.restrictions.any:
        found = _anew(instance, place, watch)
        objective = nan if found is None else judge(instance, found).objective
        return Forced(found, objective, now, most)
    best, otherwise = None, now
    objective = nan
    for opened in _wider(instance, plan, stands, place):
        if watch.stopped:
            break
        found = _around(instance, plan, opened, place, watch)
        if found is None:
            if best is not None:
                break
            continue
        worth = judge(instance, found).objective
        free = _around(instance, plan, opened, None, watch)
        if free is not None:
            otherwise = max(otherwise, judge(instance, free).objective)
        if best is not None and worth <= objective:
            break
        best, objective = found, worth
    if best is not None:
        otherwise = max(otherwise, objective)
    return Forced(best, objective, otherwise, most)


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
    scores, edges = np.abs(instance.score).max(), np.abs(instance.edge_cost).max()
    return np.float32(4 * scores + 8 * edges + 1)


def _anew(
    instance: Instance, place: tuple[int, int], watch: Watch
) -> Allocation | None:
    """Search the whole: where uses must lie in patches, one cell moves many."""
    settings = Settings(time_limit_s=max(watch.left_s, 1e-3))
    found = solve(only(instance, *place), settings, watch=watch).allocation
    return found if found is not None and found.use[place[0]] == place[1] else None


def _wider(
    instance: Instance, plan: Allocation, stands: Standing, place: tuple[int, int]
) -> Iterator[NDArray[np.bool_]]:
    """Return the uses that are open, more of them each time."""
    cell, use = place
    zonal = to_zonal(instance)
    rows = _moved_rows(zonal, cell, (int(plan.use[cell]), use))
    for side, helpers in ROUNDS:
        yield _opened(instance, zonal, plan, stands, rows, (cell, side, helpers))


def _around(
    instance: Instance,
    plan: Allocation,
    opened: NDArray[np.bool_],
    place: tuple[int, int] | None,
    watch: Watch,
) -> Allocation | None:
    """Search open cells, one of them with a certain use if ``place`` says so."""
    whole = instance if place is None else only(instance, *place)
    if place is not None:
        opened = opened.copy()
        opened[place[0]] = False
        opened[place] = True
    core = core_of(whole, to_zonal(instance), opened, plan.use)
    core = with_border(core, instance, to_neighbours(instance), plan.use)
    part = Watch(min(LIMIT_S, watch.left_s))
    part.follow(watch)
    settings = Settings(gap=GAP, time_limit_s=LIMIT_S)
    found = solve(core.instance, settings, engine="exact", watch=part)
    if found.allocation is None:
        return None
    answer = core.whole(found.allocation)
    kept = place is None or answer.use[place[0]] == place[1]
    return answer if kept and not judge(instance, answer).broken else None


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
    about: tuple[int, int, int],
) -> NDArray[np.bool_]:
    """Return the uses that are open, shape ``(n_cells, n_uses)``."""
    cell, side, helpers = about
    row, col = instance.cell_row, instance.cell_col
    near = (np.abs(row - row[cell]) <= side) & (np.abs(col - col[cell]) <= side)
    opened = np.zeros(zonal.score.shape, np.bool_)
    opened[near] = np.isfinite(zonal.score[near])
    loss = stands.loss.T
    now = loss[np.arange(plan.use.size), plan.use]
    for which in rows:
        lines = zonal.coef[:, [which]].nonzero()[0]
        counts = np.zeros((zonal.n_slots + 1, zonal.n_uses), np.bool_)
        counts[:-1].ravel()[lines] = True
        here: NDArray[np.bool_] = np.any(counts[zonal.slot], axis=1)
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
