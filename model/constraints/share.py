"""Give a share of every zone's land to some uses.

    least * land_ha[z] <= existing_ha[z] + sum_i in z, use[i] in uses available_ha[i]
                       <= most * land_ha[z]            for every zone z

The programmes write "5 to 10 % of deep polders": zones are polders, ``land_ha`` is
the deep part of each, and land that already serves the purpose counts.
"""

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
class Share:
    """The share of each zone that some uses must cover.

    Parameters
    ----------
    name
        Id of the rule.
    uses
        Names of the uses that count.
    partition
        Zones, with ``NOWHERE`` where land does not count.
    least, most
        Shares of the zone's land [0..1].
    land_ha
        Land the share is of, per zone [ha], shape ``(n_zones,)``.
    existing_ha
        Land that counts already, per zone [ha], shape ``(n_zones,)``.
    price
        Cost of one hectare short or over [points/ha]; ``HARD`` forbids it.
    cell_ha
        Area of a cell [ha]: land comes in whole cells, so a zone may have that much
        more than its least, however small its share.

    """

    name: str
    uses: tuple[str, ...]
    partition: Partition
    least: float
    most: float
    land_ha: NDArray[np.float64]
    existing_ha: NDArray[np.float64]
    price: float = HARD
    cell_ha: float = 0.0

    def __post_init__(self) -> None:
        """Check the limits."""
        if not 0 <= self.least <= self.most <= 1:
            raise ValueError(
                f"shares of rule '{self.name}' must satisfy 0 <= least <= most <= 1, "
                f"got {self.least:g} and {self.most:g}"
            )

    def _limits(self, zone: int) -> tuple[float, float]:
        land, existing = float(self.land_ha[zone]), float(self.existing_ha[zone])
        low = max(0.0, self.least * land - existing)
        if self.most == 1:
            return low, np.inf
        # a most below what exists already asks for no new land, it removes none
        room = self.cell_ha if low > 0 else 0.0
        return low, max(self.most * land - existing, low + room)

    def _zones(self) -> list[int]:
        return [int(zone) for zone in np.nonzero(self.land_ha > 0)[0]]

    def _row_name(self, zone: int) -> str:
        return f"share[{self.name}, {self.partition.labels[zone]}]"

    def rows(self, problem: "Problem") -> list[Row]:
        """One row a zone that has land."""
        coef = problem.indicator(self.uses)
        return [
            Row(
                self._row_name(zone),
                *self._limits(zone),
                (Entry(self.partition, zone, coef),),
                {},
                self.price,
                "ha",
            )
            for zone in self._zones()
        ]

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say which zones have too little or too much."""
        numbers = [problem.number(use) for use in self.uses]
        counts = np.isin(allocation.use, numbers)
        got_ha = self.partition.totals(problem.land_ha * counts)
        found = [
            Violation(
                self._row_name(zone),
                f"new {' + '.join(self.uses)}",
                float(got_ha[zone]),
                *self._limits(zone),
                "ha",
                self.price,
            )
            for zone in self._zones()
        ]
        return [violation for violation in found if outside(violation)]
