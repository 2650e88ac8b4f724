"""The bound that any row prices prove, in float64.

    bound(y) = sum_cells max(0, max_k (c - A'y)) + other columns at their best limit
               + sum_rows (y > 0: y * high, y < 0: y * low)  >=  every legal answer

True for every y (weak duality), so a solver's prices need not be trusted. A price
that points to an infinite limit, or beyond a soft row's shortfall price, is cut to
what it may be.
"""

import numpy as np
from numpy.typing import NDArray

from solver.program import Program

Floats = NDArray[np.float64]


def proven_bound(program: Program, row_price: Floats) -> float:
    """Return a bound on every legal answer [points].

    Parameters
    ----------
    program
        The program; its cell rows are kept exactly, their prices are not needed.
    row_price
        Any price per row of the matrix behind the cell rows [points/unit].

    """
    low, high = program.low[program.n_cell_rows :], program.high[program.n_cell_rows :]
    price = _usable(program, row_price, low, high)
    reduced = reduced_value(program, price)
    n = program.n_assignments
    parts = [
        best_per_cell(program, reduced[:n])[0],
        _best_limit(reduced[n:], program.lower[n:], program.upper[n:]),
        _limit_value(price, low, high),
    ]
    values = np.concatenate(parts)
    rounding = 16 * np.finfo(np.float64).eps * float(np.abs(values).sum())
    return float(values.sum()) + rounding + program.offset


def reduced_value(program: Program, row_price: Floats) -> Floats:
    """Return what each column is worth after paying the rows' prices [points]."""
    rows = program.matrix[program.n_cell_rows :]
    value: Floats = program.objective - rows.T @ row_price
    return value


def best_per_cell(
    program: Program, reduced: Floats
) -> tuple[Floats, NDArray[np.int64]]:
    """Return the best of each cell with a choice, "stays" counting as 0.

    Returns
    -------
    tuple
        Best value per such cell, and the place of each assignment column's cell
        among them.

    """
    if not reduced.size:
        return np.zeros(0), np.zeros(0, np.int64)
    is_first = np.diff(program.cell, prepend=-1) != 0
    best: Floats = np.maximum.reduceat(reduced, np.nonzero(is_first)[0])
    return np.maximum(best, 0.0), np.cumsum(is_first) - 1


def _usable(program: Program, price: Floats, low: Floats, high: Floats) -> Floats:
    """Cut prices that would make the bound infinite."""
    most, least = np.full(price.size, np.inf), np.full(price.size, -np.inf)
    cost = -program.objective
    first = program.n_columns - program.n_edge_columns
    first -= program.short_row.size + program.over_row.size
    short = cost[first : first + program.short_row.size]
    over = cost[first + program.short_row.size :][: program.over_row.size]
    least[program.short_row] = -short
    most[program.over_row] = over
    most = np.where(np.isinf(high), 0.0, most)
    least = np.where(np.isinf(low), 0.0, least)
    return np.clip(price, least, most)


def _best_limit(reduced: Floats, lower: Floats, upper: Floats) -> Floats:
    # an unbounded column has a reduced value <= 0 up to rounding, see _usable
    gain = np.where(np.isinf(upper), 0.0, np.where(np.isinf(upper), 0, upper) * reduced)
    return np.maximum(gain, lower * reduced)


def _limit_value(price: Floats, low: Floats, high: Floats) -> Floats:
    value = np.zeros(price.size)
    up, down = price > 0, price < 0
    value[up] = price[up] * high[up]
    value[down] = price[down] * low[down]
    return value
