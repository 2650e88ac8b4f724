"""Whether the hard rows of an instance fit, in fractions of cells, and what would.

    minimise   sum_r distance of row r from its limits / size_r      over classes

If that is 0, they fit. If not, the prices of the program are tried on the cells: where
the bound that they prove is below 0, nothing fits (Farkas, ``conflict``). What would
make it fit is asked of the same classes (``give_way``).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.classes import collapsed
from solver.conflict import conflict_prices, elastic_of
from solver.give_way import SLACK, Change, changes, lacking, ways_out
from solver.highs import relax
from solver.instance import Instance
from solver.irreducible import with_rows
from solver.minimal import minimal
from solver.narrow import narrowed
from solver.program import to_program
from solver.too_near import TooNear, without_too_near
from solver.watch import Watch

__all__ = ["Change", "Fitness", "fit", "fits"]


@dataclass(frozen=True)
class Fitness:
    """Whether hard rows fit.

    Parameters
    ----------
    fits
        In fractions of cells; None if not known.
    conflict
        Names of rows and restrictions that cannot hold together, the hardest first;
        none can be left out.
    changes
        The smallest change of limits with which all rows fit.
    ways_out
        Per row of the conflict, the change that ends it if that row alone gives way.
    n_classes
        Classes of cells that were looked at.

    """

    fits: bool | None
    conflict: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    ways_out: tuple[Change, ...] = ()
    n_classes: int = 0


def fit(
    instance: Instance, watch: Watch, rank: NDArray[np.int64] | None = None
) -> Fitness:
    """Find out whether the hard rows of an instance fit together.

    Parameters
    ----------
    instance
        The instance; soft rows always give way and are left aside, and of restrictions
        only what they close of the land counts.
    watch
        Ends it; then nothing is known.
    rank
        Rank of every row, shape ``(n_rows,)``: a higher one gives way later. By
        default all are alike.

    """
    narrow = narrowed(instance)
    if narrow.impossible:
        return Fitness(False, minimal(instance, (), watch))
    near = TooNear(narrow.instance)
    classes = _classes_of(near.instance)
    does = _fits(classes, watch)
    apart = instance.restrictions.separations
    if does and np.isinf(apart.price).any():
        near = without_too_near(near.instance, apart, watch)
        classes = _classes_of(near.instance)
        does = _fits(classes, watch) if near.separations else does
    within = near.instance
    conflict: tuple[str, ...] = ()
    if does is False:
        conflict = tuple(conflict_prices(within, watch))
    if does is not False or not conflict:
        return Fitness(does or None, n_classes=classes.n_cells)
    ranks = np.zeros(instance.n_rows, np.int64) if rank is None else rank
    ranks = np.append(  # site rules stand behind the rows: they give way last
        ranks, np.full(within.n_rows - ranks.size, ranks.max(initial=0) + 1)
    )
    mine = np.isin(within.rows.name, conflict)
    few = with_rows(elastic_of(collapsed(within, mine))[0], mine)
    return Fitness(
        False,
        minimal(instance, (*conflict, *near.rows), watch),
        changes(within, classes, ranks, watch),
        ways_out(within, few, conflict, watch),
        classes.n_cells,
    )


def fits(instance: Instance, watch: Watch) -> bool | None:
    """Tell whether the hard rows fit in fractions of cells; None if not known.

    Quicker than ``fit``, and without a proof that they do not.
    """
    narrow = narrowed(instance)
    if narrow.impossible:
        return False
    does = _fits(_classes_of(narrow.instance), watch)
    apart = instance.restrictions.separations
    if not does or not np.isinf(apart.price).any():
        return does
    near = without_too_near(narrow.instance, apart, watch)
    return _fits(_classes_of(near.instance), watch)


def _classes_of(instance: Instance) -> Instance:
    """Return classes whose hard rows give way: few, so quicker than the cells first."""
    return elastic_of(collapsed(instance, instance.hard))[0]


def _fits(classes: Instance, watch: Watch) -> bool | None:
    program = to_program(classes)
    relaxed = relax(program, watch)
    if (program.n_columns and not relaxed.value.size) or watch.stopped:
        return None
    size = np.where(classes.hard, 1.0, 1.0 / classes.rows.shortfall_price)
    lacks = lacking(program, relaxed.value, classes.n_rows)
    return not (np.abs(lacks) > SLACK * size).any()
