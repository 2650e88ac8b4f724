"""What every use is worth in one cell: why a use came there and not another.

    worth[k] = score[k, i] - sum over rows( y_r * coef_r[k] * weight[i] )
               - sum over neighbours j: edge_cost[k, use[j]]

with y the prices of the rows. At prices that prove a bound close to the objective the
use that came is the best one in nearly every cell; where it is not, whole cells,
patches or the last per cent of the gap decided, and the difference says how little was
at stake.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class CellWorth:
    """The parts of what uses are worth in a cell, all in points.

    Parameters
    ----------
    score
        Suitability and preferences, shape ``(n_uses,)``.
    rows
        What each row adds that counts the cell, by name, shape ``(n_uses,)`` each.
    edges
        What the neighbours' uses add, 0 or less, shape ``(n_uses,)``.
    allowed
        Whether the use may come, shape ``(n_uses,)``.

    """

    score: Floats
    rows: dict[str, Floats]
    edges: Floats
    allowed: NDArray[np.bool_]

    @property
    def total(self) -> Floats:
        """What each use is worth; minus infinity where it may not come."""
        worth = self.score + self.edges
        for part in self.rows.values():
            worth = worth + part
        return np.where(self.allowed, worth, -np.inf)


def cell_worth(
    instance: Instance, use: NDArray[np.int8], row_price: Floats, cell: int
) -> CellWorth:
    """Take apart what uses are worth in a cell.

    Parameters
    ----------
    instance
        The instance.
    use
        Use per cell of the plan, shape ``(n_cells,)``.
    row_price
        Price per row, shape ``(n_rows,)`` [points/unit].
    cell
        Number of the cell.

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
    rows, partition = instance.rows, instance.rows.entry_partition
    counts = instance.zone[partition, cell] == rows.entry_zone
    found: dict[str, Floats] = {}
    for entry in np.nonzero(counts & (row_price[rows.entry_row] != 0))[0].tolist():
        row = int(rows.entry_row[entry])
        weight = float(instance.weight[partition[entry], cell])
        part = -row_price[row] * weight * rows.entry_coef[entry]
        name = rows.name[row]
        found[name] = found.get(name, np.zeros(instance.n_uses)) + part
    edges = instance.edges
    beside = np.concatenate(
        [edges[edges[:, 0] == cell, 1], edges[edges[:, 1] == cell, 0]]
    )
    cost = instance.edge_cost[:, use[beside]].sum(axis=1)
    allowed = instance.allowed[:, cell].copy()
    return CellWorth(instance.score[:, cell].astype(np.float64), found, -cost, allowed)
