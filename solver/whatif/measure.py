"""A number of a plan that is summed over cells: what it is, and limits on it.

value = sum_i per_use[use[i]] * weight[i]  +  supply . amounts
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.instance import Instance

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Measure:
    """What is summed.

    Parameters
    ----------
    per_use
        Amount per unit of weight of each use, shape ``(n_uses,)``.
    weight
        Weight of every cell, shape ``(n_cells,)``.
    supply
        Amount per unit of each supply, shape ``(n_supplies,)``.

    """

    per_use: Floats
    weight: Floats
    supply: Floats

    def value(self, allocation: Allocation) -> float:
        """Return the number of a plan."""
        cells = float((self.per_use[allocation.use] * self._weight).sum())
        return cells + float(self.supply @ allocation.supply)

    @property
    def _weight(self) -> Floats:
        """The weights as an instance can hold them."""
        return self.weight.astype(np.float32).astype(np.float64)

    def score(self, sign: float) -> tuple[NDArray[np.float32], float]:
        """Return what uses add against use 0, and what use 0 adds everywhere.

        Shape ``(n_uses, n_cells)``.
        """
        beyond = sign * (self.per_use - self.per_use[0])
        score = (beyond[:, None] * self._weight).astype(np.float32)
        return score, sign * float(self.per_use[0] * self._weight.sum())


def limited(
    instance: Instance, name: str, measure: Measure, low: float, high: float
) -> Instance:
    """Return the instance with hard limits on a measure, as one more row."""
    rows, supplies = instance.rows, instance.supplies
    number = len(rows.name)
    partition = instance.zone.shape[0]
    zone = np.zeros((1, instance.n_cells), np.int32)
    added = np.nonzero(measure.supply)[0].astype(np.int32)
    one = np.ones(1, np.int32)
    return replace(
        instance,
        zone=np.concatenate([instance.zone, zone]),
        weight=np.concatenate(
            [instance.weight, measure.weight.astype(np.float32)[None]]
        ),
        rows=replace(
            rows,
            name=(*rows.name, name),
            low=np.append(rows.low, low),
            high=np.append(rows.high, high),
            shortfall_price=np.append(rows.shortfall_price, np.inf),
            entry_row=np.append(rows.entry_row, number * one),
            entry_partition=np.append(rows.entry_partition, partition * one),
            entry_zone=np.append(rows.entry_zone, 0 * one),
            entry_coef=np.concatenate([rows.entry_coef, measure.per_use[None]]),
        ),
        supplies=replace(
            supplies,
            entry_row=np.append(
                supplies.entry_row, np.full(added.size, number, np.int32)
            ),
            entry_supply=np.append(supplies.entry_supply, added),
            entry_coef=np.append(supplies.entry_coef, measure.supply[added]),
        ),
    )
