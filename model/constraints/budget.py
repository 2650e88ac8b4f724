"""Keep the load of new uses within the capacity of every zone.

    sum_i in z  load[use[i]] * available_ha[i] <= capacity[z]        for every zone z

Station areas and MW, catchments and nitrogen, reaches and water. The multiplier is
what one unit of capacity more would be worth [points/unit].
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from model.partition import Partition
from model.rows import HARD, Entry, Row
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Budget:
    """The most that new uses may load each zone with.

    Parameters
    ----------
    name
        Id of the rule.
    load
        Load of one hectare per use name [unit/ha].
    partition
        Zones with a capacity of their own.
    capacity
        Capacity per zone [unit], infinite for none, shape ``(n_zones,)``.
    price
        Cost of one unit over [points/unit]; ``HARD`` forbids it.
    unit
        Unit of load and capacity.

    """

    name: str
    load: Mapping[str, float]
    partition: Partition
    capacity: NDArray[np.float64]
    price: float = HARD
    unit: str = ""

    def __post_init__(self) -> None:
        """Check that no capacity is negative."""
        if self.capacity.shape != (len(self.partition.labels),):
            raise ValueError(
                f"capacity of rule '{self.name}' must have one number per zone "
                f"({len(self.partition.labels)}), got shape {self.capacity.shape}"
            )
        if not (self.capacity >= 0).all():
            raise ValueError(
                f"capacity of rule '{self.name}' must be >= 0 {self.unit}, "
                f"got {float(np.min(self.capacity)):g}"
            )

    def _zones(self) -> list[int]:
        return [int(zone) for zone in np.nonzero(np.isfinite(self.capacity))[0]]

    def _row_name(self, zone: int) -> str:
        return f"budget[{self.name}, {self.partition.labels[zone]}]"

    def rows(self, problem: "Problem") -> list[Row]:
        """One row a zone with a finite capacity."""
        coef = np.zeros(len(problem.uses))
        for use, per_ha in self.load.items():
            coef[problem.number(use)] = per_ha
        return [
            Row(
                self._row_name(zone),
                -math.inf,
                float(self.capacity[zone]),
                (Entry(self.partition, zone, coef),),
                {},
                self.price,
                self.unit,
            )
            for zone in self._zones()
        ]

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say which zones carry more than they can."""
        loaded = np.zeros(problem.grid.n_cells)
        for use, per_ha in self.load.items():
            taken = allocation.use == problem.number(use)
            loaded[taken] = per_ha * problem.land_ha[taken]
        carried = self.partition.totals(loaded)
        found = [
            Violation(
                self._row_name(zone),
                "load of new uses",
                float(carried[zone]),
                -math.inf,
                float(self.capacity[zone]),
                self.unit,
                self.price,
            )
            for zone in self._zones()
        ]
        return [violation for violation in found if outside(violation)]
