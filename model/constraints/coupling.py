"""Let one quantity grow with another, in every zone.

    provided[quantity, z] >= factor * provided[other, z]             for every zone z

Homogeneous: a zone without the other quantity owes nothing. "Green grows with
housing" is square metres of green per home. The other may be all land that changes
use, and may count on some cells only: what is lost there comes back in the zone.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from model.land_use import STAYS
from model.partition import Partition
from model.rows import HARD, Entry, Row
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem

ANY_NEW = ""
"""In place of a second quantity: every hectare that changes use."""


@dataclass(frozen=True, eq=False)
class Coupling:
    """The least of a quantity per unit of another.

    Parameters
    ----------
    name
        Id of the rule.
    quantity
        What must grow along.
    factor
        Least amount per unit of ``other`` [unit/unit].
    other
        What it grows with; ``ANY_NEW`` for land that changes use.
    partition
        Zones in which it holds, each by itself.
    price
        Cost of one unit short [points/unit]; ``HARD`` forbids it.
    unit
        Unit of ``quantity``.
    counted
        The same zones on the cells where the other counts; default everywhere.

    """

    name: str
    quantity: str
    factor: float
    other: str
    partition: Partition
    price: float = HARD
    unit: str = ""
    counted: Partition | None = None

    def __post_init__(self) -> None:
        """Check factor and zones, and that two quantities are spoken of."""
        if self.counted and self.counted.labels != self.partition.labels:
            raise ValueError(
                f"rule '{self.name}' must count the other in the same zones"
            )
        if self.quantity == self.other:
            raise ValueError(
                f"rule '{self.name}' must couple two quantities, "
                f"got '{self.quantity}' twice"
            )
        if not self.factor > 0:
            raise ValueError(
                f"factor of rule '{self.name}' must be > 0, got {self.factor:g}"
            )

    def _row_name(self, zone: int) -> str:
        return f"coupling[{self.name}, {self.partition.labels[zone]}]"

    def _supplies(self, problem: "Problem") -> dict[str, float]:
        """Supply without land has no zone: it counts only in one zone for all."""
        if len(self.partition.labels) > 1:
            return {}
        worth = {self.quantity: 1.0}
        if self.counted is None:
            worth[self.other] = -self.factor
        return {
            supply.name: worth[supply.quantity]
            for supply in problem.supplies
            if supply.quantity in worth
        }

    def rows(self, problem: "Problem") -> list[Row]:
        """One row a zone: quantity minus factor times other is at least 0."""
        got = problem.density(self.quantity)
        owed = -self.factor * self._other_per_ha(problem)
        return [
            Row(
                self._row_name(zone),
                0.0,
                math.inf,
                self._entries(zone, got, owed),
                self._supplies(problem),
                self.price,
                self.unit,
            )
            for zone in range(len(self.partition.labels))
        ]

    def _entries(
        self, zone: int, got: NDArray[np.float64], owed: NDArray[np.float64]
    ) -> tuple[Entry, ...]:
        if self.counted is None:
            return (Entry(self.partition, zone, got + owed),)
        return Entry(self.partition, zone, got), Entry(self.counted, zone, owed)

    def _other_per_ha(self, problem: "Problem") -> NDArray[np.float64]:
        if self.other != ANY_NEW:
            return problem.density(self.other)
        changed = np.ones(len(problem.uses))
        changed[0] = 0.0
        return changed

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say which zones owe how much of the quantity."""
        owed = self.factor * self._counted(problem, allocation)
        got = self._provided(problem, allocation, self.quantity)
        found = [
            Violation(
                self._row_name(zone),
                f"{self.quantity} beyond {self.factor:g} per {self.other}",
                float(got[zone] - owed[zone]),
                0.0,
                math.inf,
                self.unit,
                self.price,
            )
            for zone in range(len(self.partition.labels))
        ]
        return [violation for violation in found if outside(violation)]

    def _counted(
        self, problem: "Problem", allocation: Allocation
    ) -> NDArray[np.float64]:
        """Return how much there is of the other, where it counts."""
        if self.counted is None and self.other != ANY_NEW:
            return self._provided(problem, allocation, self.other)
        changed = np.array([float(use.name != STAYS) for use in problem.uses])
        named = np.array([use.provides.get(self.other, 0.0) for use in problem.uses])
        per_ha = changed if self.other == ANY_NEW else named
        zones = self.counted or self.partition
        return zones.totals(per_ha[allocation.use] * problem.land_ha)

    def _provided(
        self, problem: "Problem", allocation: Allocation, quantity: str
    ) -> NDArray[np.float64]:
        per_ha = np.array([use.provides.get(quantity, 0.0) for use in problem.uses])
        amounts = self.partition.totals(per_ha[allocation.use] * problem.land_ha)
        if len(self.partition.labels) == 1:
            for supply, amount in zip(problem.supplies, allocation.supply, strict=True):
                amounts[0] += amount if supply.quantity == quantity else 0.0
        return amounts
