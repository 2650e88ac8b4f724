"""Which candidate patches make the best plan: set packing with the rows.

    maximise   sum_j points[j] * z[j] + supplies - shortfalls
    subject to every cell in one patch at most, rows between their limits

A patch's points are its scores less its edges, as if nothing lay beside it; patches
that touch lose less than that. Hard rows give way at a price too high to be paid where
it can be helped, so that there is always an answer to go on from.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, hstack, vstack

from solver.kernels.moves import Land
from solver.pool import Pool
from solver.program import Program
from solver.zonal import Zonal

Floats = NDArray[np.float64]


def to_master(
    zonal: Zonal, land: Land, pool: Pool, stays: NDArray[np.int8], price: Floats
) -> Program:
    """State the choice of patches as an integer program.

    Parameters
    ----------
    zonal, land
        The instance laid out by cell, with neighbours.
    pool
        Candidates, one column each.
    stays
        Use per cell where no candidate comes, shape ``(n_cells,)``.
    price
        Points per unit outside each row, finite, shape ``(n_rows,)``.

    Returns
    -------
    Program
        Its cell rows are sets of cells that the same candidates cover; its
        assignment columns are the candidates.

    """
    n_columns, use = len(pool.use), np.array(pool.use, np.int64)
    cell, column = _spread(pool)
    covers = csr_array(
        (np.ones(cell.size), (cell, column)), shape=(zonal.n_cells, n_columns)
    )
    uses = use[column], stays
    amounts, constant = _amounts(zonal, cell, uses, column, n_columns)
    points = patch_points(zonal.score, land, pool, stays)
    packing = _packing(covers)
    n_rows = zonal.n_rows
    short = np.nonzero(np.isfinite(zonal.low))[0]
    over = np.nonzero(np.isfinite(zonal.high))[0]
    supply = csr_array(zonal.supply_coef.T)
    n_free = zonal.supply_value.size + short.size + over.size
    rows = hstack(
        [
            amounts,
            supply,
            _units(short, n_rows, 1.0),
            _units(over, n_rows, -1.0),
        ],
        format="csr",
    )
    wide = csr_array(
        (packing.data, packing.indices, packing.indptr),
        shape=(packing.shape[0], n_columns + n_free),
    )
    inf = np.inf
    return Program(
        objective=np.concatenate(
            [points, zonal.supply_value, -price[short], -price[over]]
        ),
        lower=np.zeros(n_columns + n_free),
        upper=np.concatenate(
            [
                np.ones(n_columns),
                zonal.supply_cap,
                np.full(short.size + over.size, inf),
            ]
        ),
        integer=np.arange(n_columns + n_free) < n_columns,
        offset=0.0,
        matrix=csr_array(vstack([wide, rows], format="csr")),
        low=np.concatenate([np.full(packing.shape[0], -inf), zonal.low - constant]),
        high=np.concatenate([np.ones(packing.shape[0]), zonal.high - constant]),
        cell=np.arange(n_columns, dtype=np.int32),
        use=use.astype(np.int32),
        n_cell_rows=packing.shape[0],
        n_rows=n_rows,
        short_row=short,
        over_row=over,
    )


def _amounts(
    zonal: Zonal,
    cell: NDArray[np.int32],
    uses: tuple[NDArray[np.int64], NDArray[np.int8]],
    column: NDArray[np.int64],
    n_columns: int,
) -> tuple[csr_array, Floats]:
    """Sum what every candidate adds to each row, and the rows if all stays."""
    use, stays = uses
    before = stays[cell].astype(np.int64)
    total = csr_array((n_columns, zonal.n_rows))
    for group in range(zonal.slot.shape[1]):
        slot = zonal.slot[cell, group].astype(np.int64)
        here = slot >= 0
        weight = zonal.weight[cell, group][here].astype(np.float64)
        for sign, number in ((1.0, use[here]), (-1.0, before[here])):
            line = slot[here] * zonal.n_uses + number
            shape = n_columns, zonal.coef.shape[0]
            tally = coo_array((sign * weight, (column[here], line)), shape=shape)
            total = total + csr_array(tally.tocsr() @ zonal.coef)
    return csr_array(total.T), zonal.amounts(stays)


def patch_points(
    worth: NDArray[np.float32], land: Land, pool: Pool, stays: NDArray[np.int8]
) -> Floats:
    """Return the worth of every candidate, less its edges to land that stays.

    Parameters
    ----------
    worth
        Points per cell and use, shape ``(n_cells, n_uses)``.
    land
        Neighbours and the cost of edges.
    pool
        The candidates.
    stays
        Use per cell where no candidate comes, shape ``(n_cells,)``.

    """
    cell, column = _spread(pool)
    use = np.array(pool.use, np.int64)[column]
    gain = worth[cell, use].astype(np.float64) - worth[cell, stays[cell]]
    mine = column * np.int64(worth.shape[0]) + cell
    mine.sort()
    for side in range(4):
        other = land.neighbour[cell, side]
        key = column * np.int64(worth.shape[0]) + other
        place = np.minimum(np.searchsorted(mine, key), mine.size - 1)
        outer = (other >= 0) & (mine[place] != key)
        gain -= np.where(outer, land.cost[use, stays[other]], 0.0)
    return np.bincount(column, gain, len(pool.use)).astype(np.float64)


def _spread(pool: Pool) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the cells of all candidates in a row, and whose each is."""
    size = [cells.size for cells in pool.cells]
    column = np.repeat(np.arange(len(size)), size)
    return np.concatenate([np.zeros(0, np.int32), *pool.cells]), column


def _packing(covers: csr_array) -> csr_array:
    """One row per set of candidates that share a cell; sets within others go too."""
    several = covers[np.diff(covers.indptr) > 1]
    several.sort_indices()
    seen: dict[bytes, int] = {}
    for at in range(several.shape[0]):
        first, last = several.indptr[at], several.indptr[at + 1]
        seen.setdefault(several.indices[first:last].tobytes(), at)
    return csr_array(several[sorted(seen.values())])


def _units(row: NDArray[np.int64], n_rows: int, value: float) -> csr_array:
    places = row, np.arange(row.size)
    return csr_array((np.full(row.size, value), places), shape=(n_rows, row.size))


def chosen_uses(pool: Pool, value: Floats, stays: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return the use per cell of the candidates that an answer takes."""
    use = stays.copy()
    for at in np.nonzero(value[: len(pool.use)] > 0.5)[0].tolist():
        use[pool.cells[at]] = pool.use[at]
    return use
