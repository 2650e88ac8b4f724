"""Whether the hard rows of an instance fit, in fractions of cells, and what would.

    minimise   sum_r distance of row r from its limits / size_r      over classes

If that is 0, they fit. If not, the prices of the program are tried on the cells: where
the bound that they prove is below 0, nothing fits (Farkas, ``conflict``). What the rows
then lack is the smallest change of limits that fits: the proposal.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.blame import blamed
from solver.classes import collapsed
from solver.conflict import conflicting_rows, elastic_of
from solver.highs import relax
from solver.instance import Instance
from solver.narrow import narrowed
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


@dataclass(frozen=True)
class Fitness:
    """Whether hard rows fit.

    Parameters
    ----------
    fits
        In fractions of cells; None if not known.
    conflict
        Names of rows that cannot hold together, the hardest first.
    changes
        The smallest change of limits with which they fit.
    n_classes
        Classes of cells that were looked at.

    """

    fits: bool | None
    conflict: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    n_classes: int = 0


def fit(instance: Instance, watch: Watch) -> Fitness:
    """Find out whether the hard rows of an instance fit together.

    Parameters
    ----------
    instance
        The instance; soft rows always give way and are left aside, and of restrictions
        only what they close of the land counts.
    watch
        Ends it; then nothing is known.

    """
    narrow = narrowed(instance)
    if narrow.impossible:
        return Fitness(False, narrow.impossible)
    elastic, size = elastic_of(narrow.instance)
    classes = collapsed(elastic)
    program = to_program(classes)
    relaxed = relax(program, watch)
    if (program.n_columns and not relaxed.value.size) or watch.stopped:
        return Fitness(None, n_classes=classes.n_cells)
    lacking = _lacking(program, relaxed.value, size.size)
    missed = np.abs(lacking) > SLACK * size
    if not missed.any():
        return Fitness(True, n_classes=classes.n_cells)
    conflict = conflicting_rows(narrow.instance, watch)
    if not conflict:
        return Fitness(None, n_classes=classes.n_cells)
    conflict += blamed(instance, narrow.instance, watch)
    changes = _changes(narrow.instance, np.where(missed, lacking, 0.0))
    return Fitness(False, conflict, changes, classes.n_cells)


def _lacking(program: Program, value: Floats, n_rows: int) -> Floats:
    """Return how far rows are below their limits, negative above, ``(n_rows,)``."""
    lacking = np.zeros(n_rows)
    over = program.n_columns - program.n_edge_columns - program.over_row.size
    short = over - program.short_row.size
    lacking[program.short_row] += value[short:over]
    lacking[program.over_row] -= value[over : over + program.over_row.size]
    return lacking


def _changes(instance: Instance, lacking: Floats) -> tuple[Change, ...]:
    """Return limits that let rows be what they can be."""
    rows = instance.rows
    found = []
    for row in np.nonzero(lacking)[0].tolist():
        low, high = float(rows.low[row]), float(rows.high[row])
        way = float(lacking[row]) * (1 + LESS) + np.sign(lacking[row]) * LESS
        new = (low - way, high) if way > 0 else (low, high - way)
        found.append(Change(rows.name[row], low, high, *new))
    return tuple(found)
