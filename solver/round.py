"""From fractions of cells to whole cells and back.

A relaxation of a problem with m rows leaves at most m cells divided; the rest has one
use. The divided cells are freed, and the rows that then lack something are served
from free land, best cells first.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from model.allocation import Allocation
from solver.certificate import row_values
from solver.engines.sequential import serve_rows
from solver.instance import Instance
from solver.program import Program
from solver.watch import Watch

WHOLE = 1 - 1e-6
"""Fraction of a cell that counts as all of it."""


def to_whole_cells(
    instance: Instance, program: Program, value: NDArray[np.float64]
) -> Allocation:
    """Round a relaxed answer; it may still break rows.

    Parameters
    ----------
    instance, program
        The instance and its program.
    value
        Relaxed answer per column.

    """
    use = np.zeros(instance.n_cells, np.int8)
    whole = value[: program.n_assignments] >= WHOLE
    use[program.cell[whole]] = program.use[whole]
    return serve_rows(instance, use, instance.score, Watch())


def to_allocation(
    instance: Instance, program: Program, value: NDArray[np.float64]
) -> Allocation | None:
    """Read the columns back: the use of each cell, the amount of each supply.

    Parameters
    ----------
    instance, program
        The instance and its program.
    value
        Whole answer per column; None is returned if it is empty.

    """
    if not value.size:
        return None
    use = np.zeros(instance.n_cells, np.int8)
    chosen = value[: program.n_assignments] > 0.5
    use[program.cell[chosen]] = program.use[chosen]
    supply = value[program.n_assignments :][: instance.n_supplies]
    return Allocation(use, np.clip(supply, 0.0, instance.supplies.cap))


def to_columns(
    instance: Instance, program: Program, allocation: Allocation
) -> NDArray[np.float64]:
    """Return the value of every column for an allocation, as a solver's start."""
    value = np.zeros(program.n_columns)
    chosen = allocation.use[program.cell] == program.use
    value[: program.n_assignments] = chosen
    at = program.n_assignments
    value[at : at + instance.n_supplies] = allocation.supply
    at += instance.n_supplies
    got = row_values(instance, allocation)
    short = np.maximum(0.0, instance.rows.low - got)[program.short_row]
    over = np.maximum(0.0, got - instance.rows.high)[program.over_row]
    value[at : at + short.size] = short
    at += short.size
    value[at : at + over.size] = over
    at += over.size
    if program.n_edge_columns:
        value[-program.n_edge_columns :] = _edge_values(program, value)
    return value


def _edge_values(program: Program, value: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the best value of edge columns that their rows allow."""
    first = program.n_cell_rows + program.n_rows
    rows = program.matrix[first:]
    own = csr_array(rows[:, program.n_columns - program.n_edge_columns :])
    room = program.high[first:] - rows @ value
    least = np.zeros(program.n_edge_columns)
    most = np.ones(program.n_edge_columns)
    lower = own.data < 0  # every row holds one of them
    np.maximum.at(least, own.indices[lower], -room[lower])
    np.minimum.at(most, own.indices[~lower], room[~lower])
    cost = program.objective[-program.n_edge_columns :] <= 0
    return np.where(cost, least, most)
