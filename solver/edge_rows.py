"""What edges between cells cost, as rows and columns of a mixed-integer program.

Compactness, with one column d >= +-(x[i, k] - x[j, k]) per edge and compact use:

    (b_k + b_l) / 2 * [k != l]  =  sum over uses k of  b_k / 2 * |x[i, k] - x[j, k]|

Touching uses k and l, with one column per edge and side: where touching costs points,
d >= x[i, k] + x[j, l] - 1; where it earns them, d <= x[i, k] and d <= x[j, l].
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack, vstack

from solver.instance import Instance

Floats = NDArray[np.float64]
Part = tuple[csr_array, csr_array, Floats, Floats]
"""Assignment columns and own columns of rows, the columns' cost, the rows' limit."""


def edge_rows_of(
    instance: Instance,
    cell: NDArray[np.int32],
    use: NDArray[np.int32],
    first: int,
) -> tuple[csr_array, Floats, Floats]:
    """State what edges cost.

    Parameters
    ----------
    instance
        Whose edges.
    cell, use
        Cell and use of the assignment columns.
    first
        Number of columns before those of edges.

    Returns
    -------
    tuple[csr_array, Floats, Floats]
        Rows over all columns, cost per edge column, most of every row.

    """
    compact = np.nonzero(instance.boundary > 0)[0]
    pairs = np.argwhere(np.triu(instance.touch) != 0)
    parts = [_borders(instance, int(number), cell, use) for number in compact]
    parts += [
        _touching(instance, side, cell, use)
        for one, other in pairs.tolist()
        for side in ((one, other), (other, one))
    ]
    if not parts:
        return csr_array((0, 0)), np.zeros(0), np.zeros(0)
    blocks, at = [], first
    cost = np.concatenate([part[2] for part in parts])
    n_columns = first + cost.size
    for over, own, _, _ in parts:
        free = csr_array((own.shape[0], at - over.shape[1]))
        rest = csr_array((own.shape[0], n_columns - at - own.shape[1]))
        blocks.append(hstack([over, free, own, rest], format="csr"))
        at += own.shape[1]
    high = np.concatenate([part[3] for part in parts])
    return csr_array(vstack(blocks, format="csr")), cost, high


def _borders(
    instance: Instance, number: int, cell: NDArray[np.int32], use: NDArray[np.int32]
) -> Part:
    """Two rows and one column per edge: a border of one use."""
    amount, _ = _amount(instance, number, cell, use)
    edges = instance.edges
    difference = amount[edges[:, 0]] - amount[edges[:, 1]]
    # an edge where the use can come on neither side never costs anything
    difference = difference[np.diff(difference.indptr) > 0]
    n = difference.shape[0]
    gauge = -_identity(n)
    cost = np.full(n, instance.boundary[number] / 2)
    both = vstack([difference, -difference]), vstack([gauge, gauge])
    return csr_array(both[0]), csr_array(both[1]), cost, np.zeros(2 * n)


def _touching(
    instance: Instance,
    side: tuple[int, int],
    cell: NDArray[np.int32],
    use: NDArray[np.int32],
) -> Part:
    """One column per edge: its first cell has one use and its second the other."""
    points = float(instance.touch[side])
    (one, one_more), (other, other_more) = (
        _amount(instance, number, cell, use) for number in side
    )
    here, there = one[instance.edges[:, 0]], other[instance.edges[:, 1]]
    possible = (np.diff(here.indptr) > 0) | bool(one_more)
    possible &= (np.diff(there.indptr) > 0) | bool(other_more)
    here, there = here[possible], there[possible]
    n = here.shape[0]
    cost, own = np.full(n, points), _identity(n)
    if points > 0:
        return (
            csr_array(here + there),
            -own,
            cost,
            np.full(n, 1 - one_more - other_more),
        )
    over = csr_array(vstack([-here, -there]))
    high = np.repeat([one_more, other_more], n)
    return over, csr_array(vstack([own, own])), cost, high


def _amount(
    instance: Instance, number: int, cell: NDArray[np.int32], use: NDArray[np.int32]
) -> tuple[csr_array, float]:
    """How much of a use each cell has: a row over columns, and a constant."""
    shape = instance.n_cells, cell.size
    if number == 0:  # what is left of the cell
        columns = np.arange(cell.size)
        return csr_array((-np.ones(cell.size), (cell, columns)), shape=shape), 1.0
    columns = np.nonzero(use == number)[0]
    return csr_array(
        (np.ones(columns.size), (cell[columns], columns)), shape=shape
    ), 0.0


def _identity(n: int) -> csr_array:
    number = np.arange(n)
    return csr_array((np.ones(n), (number, number)), shape=(n, n))
