"""Search near the relaxation: only cells that are nearly undecided stay free.

At the relaxation's prices most cells have one use that leads by far; those are fixed.
What is left is small enough for a solver to finish, and the relaxation's bound tells
how good it is for the whole problem ("core problem" of Balas & Zemel 1980).
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from solver.bound import best_per_cell, reduced_value
from solver.highs import Relaxed, search
from solver.program import Program
from solver.settings import Settings
from solver.watch import Progress, Watch

Floats = NDArray[np.float64]

FREE_COLUMNS = (3_000, 15_000)
"""Assignment columns left free, in the first try and in the next."""

GAP_SHARE = 0.5
"""Part of the asked gap that this search may lose."""

TIME_SHARE = 0.3
"""Part of the time left that one try may take."""


def search_near(
    program: Program, relaxed: Relaxed, settings: Settings, watch: Watch
) -> Floats:
    """Return a good answer per column, empty if none was found.

    Parameters
    ----------
    program
        The whole program.
    relaxed
        Its relaxation, with prices.
    settings
        Gap, time limit, seed.
    watch
        Ends it.

    """
    if not program.n_assignments:
        return np.zeros(0)

    def heard(step: Progress) -> None:
        # an answer holds for the whole program too, a bound does not
        watch.report("search", step.incumbent)

    closer = replace(settings, gap=GAP_SHARE * settings.gap)
    for n_free in FREE_COLUMNS:
        part = Watch(TIME_SHARE * watch.left_s, heard)
        part.follow(watch)
        found = search(nearest(program, relaxed, n_free), closer, part)
        if found.value.size or watch.stopped:
            return found.value
    return np.zeros(0)


def nearest(
    program: Program,
    relaxed: Relaxed,
    n_free: int,
    rows: NDArray[np.int64] | None = None,
) -> Program:
    """Fix all columns but those that lose least against the best of their cell.

    Parameters
    ----------
    program
        The whole program.
    relaxed
        Its relaxation; the others stay at its rounded values.
    n_free
        How many assignment columns stay free beside those of divided cells.
    rows
        Instance rows whose cells stay free as well.

    """
    n = program.n_assignments
    reduced = reduced_value(program, relaxed.row_price)[:n]
    best, place = best_per_cell(program, reduced)
    loss = best[place] - reduced
    stays_loss = best  # what a cell loses by staying as it is
    divided = np.minimum(relaxed.value[:n], 1 - relaxed.value[:n]) > 1e-6
    loss[divided] = 0.0
    # a column is free if it loses little and its cell has another such choice
    second = np.full(best.size, np.inf)
    np.minimum.at(second, place, np.where(loss > 1e-9, loss, np.inf))
    second = np.minimum(second, np.where(stays_loss > 1e-9, stays_loss, np.inf))
    n_best = np.bincount(place, weights=loss <= 1e-9, minlength=best.size)
    tied = n_best + (stays_loss <= 1e-9) > 1
    second[tied] = 0.0
    worst = np.maximum(loss, second[place])
    # equals are many where the land is: take them from everywhere
    scatter = place * 2_654_435_761 % (1 << 32)
    kept = np.zeros(n, np.bool_)
    kept[np.lexsort((scatter, worst))[:n_free]] = True
    kept |= np.bincount(place, divided, best.size)[place] > 0
    if rows is not None:
        there = program.matrix[program.n_cell_rows + rows][:, :n].nonzero()[1]
        counted = np.zeros(best.size, np.bool_)
        counted[place[there]] = True
        kept |= counted[place]
    upper, lower = program.upper.copy(), program.lower.copy()
    chosen = np.round(relaxed.value[:n])
    lower[:n] = np.where(kept, 0.0, chosen)
    upper[:n] = np.where(kept, 1.0, chosen)
    return replace(program, lower=lower, upper=upper)
