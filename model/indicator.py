"""Numbers that are told of a plan and take no part in choosing it.

    value = sum_i amount[use[i]] * weight[i] * near[i]   [/ the same of another]

A tally counts an amount per hectare of each use, weighted per cell: hectares of new
land, what the plan provides, or what is there already (the same amount for every use).
It may count cells within reach of new uses only.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from model.allocation import Allocation
from model.partition import Partition

if TYPE_CHECKING:
    from model.problem import Problem

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Tally:
    """What is counted, cell by cell.

    Parameters
    ----------
    per_use
        Amount per unit of weight for each use, shape ``(n_uses,)``.
    weight
        Weight of every cell, hectares or more, shape ``(n_cells,)``.
    near
        New uses within whose reach a cell counts; empty: everywhere.
    reach_m
        How far that is [m].
    anyway
        Cells that count beyond that reach too, shape ``(n_cells,)``.

    """

    per_use: Floats
    weight: Floats
    near: tuple[str, ...] = ()
    reach_m: float = 0.0
    anyway: NDArray[np.bool_] | None = None

    def per_cell(self, problem: "Problem", allocation: Allocation) -> Floats:
        """Return what every cell adds, shape ``(n_cells,)``."""
        amount: Floats = self.per_use[allocation.use] * self.weight
        return np.where(self._counts(problem, allocation), amount, 0.0)

    def _counts(self, problem: "Problem", allocation: Allocation) -> NDArray[np.bool_]:
        if not self.near:
            return np.ones(self.weight.size, np.bool_)
        numbers = [problem.number(use) for use in self.near]
        there = np.isin(allocation.use, numbers)
        counts = np.zeros(self.weight.size, np.bool_)
        if there.any():
            grid = problem.grid
            away = distance_transform_edt(~grid.to_plane(there, False))
            counts = grid.from_plane(away * grid.cell_m <= self.reach_m)
        return counts if self.anyway is None else counts | self.anyway


@dataclass(frozen=True, eq=False)
class Indicator:
    """A number of a plan.

    Parameters
    ----------
    name
        Id of the indicator.
    counted
        What is counted.
    out_of
        What it is a share of; without: the amount itself.
    zones
        Zones over which it tells how unevenly the amount is spread.

    """

    name: str
    counted: Tally
    out_of: Tally | None = None
    zones: Partition | None = None

    def value(self, problem: "Problem", allocation: Allocation) -> float | None:
        """Return the number; None where it is a share of nothing."""
        cells = self.counted.per_cell(problem, allocation)
        if self.zones is not None:
            return unevenness(self.zones.totals(cells))
        amount = float(cells.sum())
        if self.out_of is None:
            return amount
        whole = float(self.out_of.per_cell(problem, allocation).sum())
        return amount / whole if whole else None


def unevenness(amount: Floats) -> float | None:
    """Return the Gini coefficient: 0 if all are equal, to 1 if one has everything.

    Parameters
    ----------
    amount
        Amount per zone, not negative, shape ``(n_zones,)``.

    Returns
    -------
    float | None
        None without any amount.

    """
    total = float(amount.sum())
    if not total:
        return None
    n, ranked = amount.size, np.sort(amount)
    rank = np.arange(1, n + 1)
    return float(((2 * rank - n - 1) * ranked).sum() / (n * total))
