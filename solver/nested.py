"""Zones of several partitions as a forest, if no two of them overlap in part.

A claim for a whole province and claims for its municipalities count the same cells:
what is counted in a zone is counted in all that hold it. Zones that hold the same cells
lie in each other, in the order of their partitions.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Nested:
    """A forest of zones, smaller ones first.

    Parameters
    ----------
    order
        The given zones from small to large, shape ``(n_zones,)``; what follows is
        numbered by this order.
    smallest
        Smallest zone that a cell lies in, int32, shape ``(n_cells,)``; -1 none.
    parent
        Next larger zone that holds a zone, shape ``(n_zones,)``; -1 none.

    """

    order: Ints
    smallest: NDArray[np.int32]
    parent: Ints


def nested(zone: NDArray[np.int32], n_zones: int) -> Nested | None:
    """Find how zones lie in each other; None if two overlap in part.

    Parameters
    ----------
    zone
        Zone per partition and cell, shape ``(n_partitions, n_cells)``; no zone is in
        two partitions; -1 none.
    n_zones
        Number of zones.

    """
    n_partitions, n_cells = zone.shape
    size, partition = np.zeros(n_zones, np.int64), np.zeros(n_zones, np.int64)
    example = np.full(n_zones, -1)
    for number, of in enumerate(zone):
        cells = np.nonzero(of >= 0)[0]
        size += np.bincount(of[cells], minlength=n_zones)
        partition[of[cells]] = number
        example[of[cells]] = cells
    for number in range(n_partitions):
        if any(_overlap(zone[number], other, size) for other in zone[:number]):
            return None
    order = np.lexsort((partition, size))
    place = np.full(n_zones + 1, n_zones)  # the last is zone -1: behind all
    place[order] = np.arange(n_zones)
    smallest = np.full(n_cells, n_zones)
    for of in zone:
        np.minimum(smallest, place[of], out=smallest)
    parent = np.full(n_zones, n_zones)
    for of in zone:
        holds = place[of[example]]
        holds[(holds <= place[:-1]) | (example < 0)] = n_zones
        np.minimum(parent, holds, out=parent)
    smallest[smallest == n_zones] = -1
    parent[parent == n_zones] = -1
    return Nested(order, smallest.astype(np.int32), parent[order])


def _overlap(one: NDArray[np.int32], other: NDArray[np.int32], size: Ints) -> bool:
    """Tell whether zones of two partitions share cells and neither holds the other."""
    both = (one >= 0) & (other >= 0)
    ones = np.ones(int(both.sum()), np.int64)
    shape = size.size, size.size
    common = coo_array((ones, (one[both], other[both])), shape=shape).tocsr().tocoo()
    least = np.minimum(size[common.row], size[common.col])
    return bool((common.data != least).any())
