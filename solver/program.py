"""Instance to mixed-integer program, as arrays.

    maximise  objective @ x + offset   subject to  low <= matrix @ x <= high,
    lower <= x <= upper, x integer where ``integer``

Columns, in this order: one per cell and use that may come there (raster order, uses
within a cell), supplies, shortfall below and above per soft row, and those of edges
(``edge_rows``). "Stays as it is" has no column: it is what is left of a cell, so a
row's coefficients are taken relative to it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, vstack

from solver.edge_rows import edge_rows_of
from solver.instance import Instance
from solver.zonal import Zonal, to_zonal

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Program:
    """The arrays of a mixed-integer program and where its columns come from.

    Parameters
    ----------
    objective, lower, upper, integer
        Per column, shape ``(n_columns,)``.
    offset
        Constant of the objective [points].
    matrix
        Rows by columns: first one row per cell with a choice, then the instance's
        rows, then those of edges.
    low, high
        Limits per row.
    cell, use
        Cell and use of the assignment columns, the first ``cell.size`` columns.
    n_cell_rows, n_rows
        Number of cell rows, and of instance rows behind them.
    short_row, over_row
        Instance row of each shortfall column.
    n_edge_columns
        Number of columns of edges, the last ones.

    """

    objective: Floats
    lower: Floats
    upper: Floats
    integer: NDArray[np.bool_]
    offset: float
    matrix: csr_array
    low: Floats
    high: Floats
    cell: NDArray[np.int32]
    use: NDArray[np.int32]
    n_cell_rows: int
    n_rows: int
    short_row: NDArray[np.int64]
    over_row: NDArray[np.int64]
    n_edge_columns: int = 0

    @property
    def n_columns(self) -> int:
        """Number of columns."""
        return int(self.objective.size)

    @property
    def n_assignments(self) -> int:
        """Number of columns that give a cell a use."""
        return int(self.cell.size)


def to_program(instance: Instance, zonal: Zonal | None = None) -> Program:
    """State an instance as a mixed-integer program.

    Parameters
    ----------
    instance
        What to state.
    zonal
        The instance laid out by cell, if that is there already.

    """
    places = np.nonzero(instance.allowed[1:].T)
    cell: NDArray[np.int32] = places[0].astype(np.int32)
    use: NDArray[np.int32] = (places[1] + 1).astype(np.int32)
    coef, constant = _row_coefficients(zonal or to_zonal(instance), cell, use)
    price = instance.rows.shortfall_price
    soft = np.isfinite(price)
    short_row = np.nonzero(soft & np.isfinite(instance.rows.low))[0]
    over_row = np.nonzero(soft & np.isfinite(instance.rows.high))[0]
    n_free = cell.size + instance.n_supplies + short_row.size + over_row.size
    edge_rows, edge_cost, edge_high = edge_rows_of(instance, cell, use, n_free)

    choice = np.bincount(cell, minlength=instance.n_cells)
    cell_rows = _cell_rows(cell, choice)
    blocks = [
        cell_rows,
        coef,
        _supply_matrix(instance),
        _unit_columns(short_row, instance.n_rows, 1.0),
        _unit_columns(over_row, instance.n_rows, -1.0),
    ]
    matrix = _assemble(blocks, edge_rows, n_free + edge_cost.size)
    n_edge_rows = edge_rows.shape[0]
    inf = np.inf
    return Program(
        objective=np.concatenate(
            [
                instance.score[use, cell].astype(np.float64),
                instance.supplies.value,
                -price[short_row],
                -price[over_row],
                -edge_cost,
            ]
        ),
        lower=np.zeros(n_free + edge_cost.size),
        upper=np.concatenate(
            [
                np.ones(cell.size),
                instance.supplies.cap,
                np.full(short_row.size + over_row.size, inf),
                np.ones(edge_cost.size),
            ]
        ),
        integer=np.arange(n_free + edge_cost.size) < cell.size,
        offset=0.0,
        matrix=matrix,
        low=np.concatenate(
            [
                np.full(cell_rows.shape[0], -inf),
                instance.rows.low - constant,
                np.full(n_edge_rows, -inf),
            ]
        ),
        high=np.concatenate(
            [
                np.ones(cell_rows.shape[0]),
                instance.rows.high - constant,
                edge_high,
            ]
        ),
        cell=cell,
        use=use,
        n_cell_rows=cell_rows.shape[0],
        n_rows=instance.n_rows,
        short_row=short_row,
        over_row=over_row,
        n_edge_columns=edge_cost.size,
    )


def _cell_rows(cell: NDArray[np.int32], choice: NDArray[np.int64]) -> csr_array:
    """At most one use per cell; cells with a single use need no row."""
    several = choice > 1
    row_of = np.cumsum(several) - 1
    kept = np.nonzero(several[cell])[0]
    shape = int(several.sum()), cell.size
    return csr_array((np.ones(kept.size), (row_of[cell[kept]], kept)), shape=shape)


def _row_coefficients(
    zonal: Zonal, cell: NDArray[np.int32], use: NDArray[np.int32]
) -> tuple[csr_array, Floats]:
    """Coefficients of the assignment columns, and each row's value if all stays."""
    constant = np.zeros(zonal.n_rows)
    coef = csr_array((cell.size, zonal.n_rows))
    for group in range(zonal.slot.shape[1]):
        slot, weight = zonal.slot[:, group], zonal.weight[:, group].astype(np.float64)
        here = slot >= 0
        land = np.bincount(slot[here], weight[here], zonal.n_slots)
        stays = zonal.coef[np.arange(zonal.n_slots) * zonal.n_uses]
        constant += stays.T @ land
        columns = np.nonzero(here[cell])[0]
        first = slot[cell[columns]].astype(np.int64) * zonal.n_uses
        lines = zonal.coef[first + use[columns]] - zonal.coef[first]
        places = weight[cell[columns]], (columns, np.arange(columns.size))
        coef = coef + csr_array(places, shape=(cell.size, columns.size)) @ lines
    coef.eliminate_zeros()
    return csr_array(coef.T), constant


def _supply_matrix(instance: Instance) -> csr_array:
    supplies = instance.supplies
    places = supplies.entry_row, supplies.entry_supply
    shape = instance.n_rows, instance.n_supplies
    return coo_array((supplies.entry_coef, places), shape=shape).tocsr()


def _unit_columns(row: NDArray[np.int64], n_rows: int, value: float) -> csr_array:
    places = row, np.arange(row.size)
    return csr_array((np.full(row.size, value), places), shape=(n_rows, row.size))


def _assemble(
    blocks: list[csr_array], edge_rows: csr_array, n_columns: int
) -> csr_array:
    from scipy.sparse import hstack

    cell_rows, *row_blocks = blocks
    wide_cells = csr_array(
        (cell_rows.data, cell_rows.indices, cell_rows.indptr),
        shape=(cell_rows.shape[0], n_columns),
    )
    rows = csr_array(hstack(row_blocks, format="csr"))
    wide_rows = csr_array(
        (rows.data, rows.indices, rows.indptr), shape=(rows.shape[0], n_columns)
    )
    parts = [wide_cells, wide_rows]
    if edge_rows.shape[0]:
        parts.append(edge_rows)
    return csr_array(vstack(parts, format="csr"))
