"""How far limits must give way so that rows fit, and in what order.

    for every rank, the highest first:
        minimise   sum_r distance of row r from its limits / size_r     over its rows
        subject to the rows of higher ranks at the limits that they have by then

over classes of cells. Rows of one rank give way together, by the least change in all;
those of a lower rank give way before those of a higher one give an inch.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from solver.highs import relax
from solver.instance import Instance
from solver.irreducible import with_rows
from solver.program import Program, to_program
from solver.watch import Watch

Floats = NDArray[np.float64]

SLACK = 1e-6
"""Relative distance from a limit that counts as on it."""

LESS = 1e-4
"""Part by which a proposal goes beyond what is lacking, for whole cells."""


@dataclass(frozen=True)
class Change:
    """A limit that must give way.

    Parameters
    ----------
    row
        Name of the row.
    low, high
        Its limits.
    proposed_low, proposed_high
        Limits that fit together with the other proposals.

    """

    row: str
    low: float
    high: float
    proposed_low: float
    proposed_high: float

    @property
    def way(self) -> float:
        """How far it gives way [unit of the row]."""
        if self.proposed_low != self.low:
            return self.low - self.proposed_low
        return self.proposed_high - self.high


def changes(
    instance: Instance, classes: Instance, rank: NDArray[np.int64], watch: Watch
) -> tuple[Change, ...]:
    """Return the smallest change of limits that fits.

    Parameters
    ----------
    instance
        The rows as they are asked.
    classes
        Classes of its cells, whose hard rows give way.
    rank
        Rank of every row, shape ``(n_rows,)``: a higher one gives way later.
    watch
        Ends it; then nothing is returned.

    """
    found: list[Change] = []
    done = np.zeros(rank.size, np.bool_)
    for this in np.unique(rank[instance.hard])[::-1].tolist():
        now = instance.hard & (rank == this)
        lacks = _lack(classes, now, done, watch)
        if lacks is None:
            return ()
        some = [
            _change(instance, row, float(lacks[row]))
            for row in np.nonzero(lacks)[0].tolist()
        ]
        classes = moved(classes, some)
        found += some
        done |= now
    return tuple(found)


def ways_out(
    instance: Instance, classes: Instance, rows: tuple[str, ...], watch: Watch
) -> tuple[Change, ...]:
    """Return per row of a conflict how far it must give way if it alone does.

    Parameters
    ----------
    instance, classes, watch
        As in ``changes``.
    rows
        Names of rows that cannot hold together and could without any one of them.

    """
    at = [instance.rows.name.index(name) for name in rows]
    all_ = np.isin(np.arange(instance.n_rows), at)
    found = []
    for row in at:
        now = np.arange(instance.n_rows) == row
        lacks = _lack(classes, now, all_ & ~now, watch)
        if lacks is not None and lacks[row]:
            found.append(_change(instance, row, float(lacks[row])))
    return tuple(found)


def moved(instance: Instance, some: Iterable[Change]) -> Instance:
    """Return an instance with limits that have given way."""
    rows = instance.rows
    low, high = rows.low.copy(), rows.high.copy()
    for change in some:
        row = rows.name.index(change.row)
        low[row] = min(low[row], change.proposed_low)
        high[row] = max(high[row], change.proposed_high)
    return replace(instance, rows=replace(rows, low=low, high=high))


def lacking(program: Program, value: Floats, n_rows: int) -> Floats:
    """Return how far rows are below their limits, negative above, ``(n_rows,)``."""
    lacks = np.zeros(n_rows)
    over = program.n_columns - program.n_edge_columns - program.over_row.size
    short = over - program.short_row.size
    lacks[program.short_row] += value[short:over]
    lacks[program.over_row] -= value[over : over + program.over_row.size]
    return lacks


def _lack(
    classes: Instance, now: NDArray[np.bool_], firm: NDArray[np.bool_], watch: Watch
) -> Floats | None:
    """Return what some rows lack at least while others are kept; 0 for the others."""
    rows = classes.rows
    price = np.where(firm, np.inf, rows.shortfall_price)
    only = with_rows(classes, now | firm)
    only = replace(only, rows=replace(only.rows, shortfall_price=price))
    program = to_program(only)
    value = relax(program, watch).value
    if program.n_columns and not value.size:
        return None
    lacks = lacking(program, value, price.size)
    size = 1.0 / np.where(now, rows.shortfall_price, 1.0)
    return np.where(np.abs(lacks) > SLACK * size, lacks, 0.0)


def _change(instance: Instance, row: int, lacks: float) -> Change:
    low, high = float(instance.rows.low[row]), float(instance.rows.high[row])
    way = lacks * (1 + LESS) + math.copysign(LESS, lacks)
    new = (low - way, high) if way > 0 else (low, high - way)
    return Change(instance.rows.name[row], low, high, *new)
