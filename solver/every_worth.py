"""What every use is worth in every cell: ``cell_worth`` for the whole province at once.

    price[p, z, k] = sum over entries of zone z of partition p( y_r * coef_r[k] )
    worth[k, i] = score[k, i] - sum over p( price[p, zone[p, i], k] * weight[p, i] )
                  - sum over neighbours j: edge_cost[k, use[j]]

One summed price per zone of a partition and use, not one per row and cell.
"""

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance

Floats = NDArray[np.float64]


def every_worth(instance: Instance, use: NDArray[np.int8], row_price: Floats) -> Floats:
    """Return what uses are worth in all cells at the prices of a plan.

    Parameters
    ----------
    instance
        The instance.
    use
        Use per cell of the plan, shape ``(n_cells,)``.
    row_price
        Price per row, shape ``(n_rows,)`` [points/unit].

    Returns
    -------
    NDArray[np.float64]
        Worth [points], shape ``(n_uses, n_cells)``; minus infinity where a use may
        not come.

    Raises
    ------
    ValueError
        If the prices are not one per row.

    """
    if row_price.size != instance.n_rows:
        raise ValueError(
            f"row_price must have one price per row ({instance.n_rows}), "
            f"got {row_price.size}"
        )
    worth = instance.score.astype(np.float64)
    rows = instance.rows
    for partition, zone in enumerate(instance.zone):
        mine = rows.entry_partition == partition
        # A zone that no cell has may still be priced, and a cell may have no zone.
        last = max(zone.max(initial=0), rows.entry_zone[mine].max(initial=0))
        price = np.zeros((int(last) + 1, instance.n_uses))
        charge = row_price[rows.entry_row[mine], None] * rows.entry_coef[mine]
        np.add.at(price, rows.entry_zone[mine], charge)
        paid = price[np.maximum(zone, 0)] * instance.weight[partition][:, None]
        worth -= np.where(zone >= 0, paid.T, 0.0)
    for here, there in ((0, 1), (1, 0)):
        cell, beside = instance.edges[:, here], instance.edges[:, there]
        for number in range(instance.n_uses):
            cost = instance.edge_cost[number, use[beside]]
            worth[number] -= np.bincount(cell, cost, instance.n_cells)
    return np.where(instance.allowed, worth, -np.inf)


def runner_up(worth: Floats, use: NDArray[np.int8]) -> tuple[NDArray[np.int64], Floats]:
    """Return the best use per cell beside the one that came, and by how much it lost.

    Parameters
    ----------
    worth
        What ``every_worth`` returns, shape ``(n_uses, n_cells)``.
    use
        Use per cell of the plan, shape ``(n_cells,)``.

    Returns
    -------
    tuple
        Use, -1 where no other may come, and margin [points], NaN there; shape
        ``(n_cells,)`` each. A negative margin: by itself the other was better.

    """
    cells = np.arange(use.size)
    others = worth.copy()
    others[use, cells] = -np.inf
    best = others.argmax(axis=0)
    least = others[best, cells]
    there = np.isfinite(least)
    margin = np.full(use.size, np.nan)
    margin[there] = worth[use, cells][there] - least[there]
    return np.where(there, best, -1), margin
