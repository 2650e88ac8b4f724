"""Let one quantity grow with another, in every zone.

    provided[quantity, z] >= factor * provided[other, z]             for every zone z

Homogeneous: a zone without the other quantity owes nothing. "Green grows with
housing" is square metres of green per home.
"""

import math
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
        What it grows with.
    partition
        Zones in which it holds, each by itself.
    price
        Cost of one unit short [points/unit]; ``HARD`` forbids it.
    unit
        Unit of ``quantity``.

    """

    name: str
    quantity: str
    factor: float
    other: str
    partition: Partition
    price: float = HARD
    unit: str = ""

    def __post_init__(self) -> None:
        """Check the factor, and that two quantities are spoken of."""
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
        worth = {self.quantity: 1.0, self.other: -self.factor}
        return {
            supply.name: worth[supply.quantity]
            for supply in problem.supplies
            if supply.quantity in worth
        }

    def rows(self, problem: "Problem") -> list[Row]:
        """One row a zone: quantity minus factor times other is at least 0."""
        coef = problem.density(self.quantity) - self.factor * problem.density(
            self.other
        )
        return [
            Row(
                self._row_name(zone),
                0.0,
                math.inf,
                (Entry(self.partition, zone, coef),),
                self._supplies(problem),
                self.price,
                self.unit,
            )
            for zone in range(len(self.partition.labels))
        ]

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say which zones owe how much of the quantity."""
        owed = self.factor * self._provided(problem, allocation, self.other)
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

    def _provided(
        self, problem: "Problem", allocation: Allocation, quantity: str
    ) -> NDArray[np.float64]:
        per_ha = np.array([use.provides.get(quantity, 0.0) for use in problem.uses])
        amounts = self.partition.totals(per_ha[allocation.use] * problem.land_ha)
        if len(self.partition.labels) == 1:
            for supply, amount in zip(problem.supplies, allocation.supply, strict=True):
                amounts[0] += amount if supply.quantity == quantity else 0.0
        return amounts
