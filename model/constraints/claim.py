"""Provide at least and at most so much of a quantity, in a zone.

    least <= sum_i in zone  density[use[i]] * available_ha[i] + supply <= most

A claim asks for a quantity (homes, MWp), so every use that provides it counts, and
so does supply without land: all of it in a claim on the whole province, that of the
zone in a claim that is a zone's part of one. The multiplier of the binding limit is
the claim's shadow price [points/unit]. Claims per region with a least and a most
follow Land Use Scanner (Koomen, Hilferink & Borsboom-van Beurden 2011, section
1.3.3).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from model.allocation import Allocation
from model.partition import Partition
from model.rows import HARD, Entry, Row
from model.supply import Supply
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Claim:
    """The amount of a quantity that a zone must get.

    Parameters
    ----------
    name
        Id of the claim; ``id, zone`` where one claim holds in several zones.
    quantity
        What is asked for.
    least, most
        Limits [unit of the quantity].
    partition, zone
        Where it holds; a claim on the whole province has neither.
    price
        Cost of one unit short or over [points/unit]; ``HARD`` forbids it.
    unit
        Unit of the quantity.
    is_part
        Whether it is a zone's part of a claim on the whole: supply of the zone counts.

    """

    name: str
    quantity: str
    least: float
    most: float
    partition: Partition | None = None
    zone: int = 0
    price: float = HARD
    unit: str = ""
    is_part: bool = False

    def __post_init__(self) -> None:
        """Check the limits and the zone."""
        n_zones = len(self.partition.labels) if self.partition else 1
        if not 0 <= self.zone < n_zones:
            raise ValueError(
                f"zone of claim '{self.name}' must lie in 0..{n_zones - 1}, "
                f"got {self.zone}"
            )
        if self.least < 0:
            raise ValueError(
                f"least of claim '{self.name}' must be >= 0 {self.unit}, "
                f"got {self.least:g}"
            )
        if not self.least <= self.most:
            raise ValueError(
                f"least of claim '{self.name}' must not exceed its most, "
                f"got {self.least:g} > {self.most:g} {self.unit}"
            )

    @property
    def row_name(self) -> str:
        """Name of the row: ``claim[id]`` or, per zone, ``claim[id, zone]``."""
        return f"claim[{self.name}]"

    def counts(self, supply: Supply) -> bool:
        """Tell whether supply without land counts for the claim."""
        if supply.quantity != self.quantity:
            return False
        if self.partition is None:
            return True
        return self.is_part and supply.zone == self.partition.labels[self.zone]

    def rows(self, problem: "Problem") -> list[Row]:
        """One row: land of every use that provides it, and supply."""
        partition = self.partition or problem.province
        supplies = {
            supply.name: 1.0 for supply in problem.supplies if self.counts(supply)
        }
        entry = Entry(partition, self.zone, problem.density(self.quantity))
        row = Row(
            self.row_name,
            self.least,
            self.most,
            (entry,),
            supplies,
            self.price,
            self.unit,
        )
        return [row]

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say how much the zone lacks or has over."""
        got = self.achieved(problem, allocation)
        found = Violation(
            self.row_name,
            f"{self.quantity} provided",
            got,
            self.least,
            self.most,
            self.unit,
            self.price,
        )
        return [found] if outside(found) else []

    def achieved(self, problem: "Problem", allocation: Allocation) -> float:
        """Return what an answer provides [unit]."""
        here = np.ones(problem.grid.n_cells, bool)
        if self.partition is not None:
            here = self.partition.zone == self.zone
        total = 0.0
        for number, use in enumerate(problem.uses):
            if self.quantity in use.provides:
                land_ha = problem.land_ha[here & (allocation.use == number)].sum()
                total += use.provides[self.quantity] * float(land_ha)
        for amount, supply in zip(allocation.supply, problem.supplies, strict=True):
            if self.counts(supply):
                total += float(amount)
        return total
