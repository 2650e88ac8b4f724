"""Bring a use together on a few sites, each large enough and in one candidate area.

    fewest <= number of patches of the use <= most
    sum_i in p  available_ha[i] >= least_ha     for every patch p
    every patch p lies within one zone of the candidates

"One barracks of 150 ha in one piece": a site is a patch, counted by the land that may
change and not by its cells. Candidate areas are the zones of a partition; land in no
zone is none. No rows: a restriction on answers, which no bound needs.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from model.allocation import Allocation
from model.constraints.patches import patch_of
from model.partition import Partition
from model.rows import Row
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Sites:
    """The number of sites of a use, and what each of them must be.

    Parameters
    ----------
    name
        Id of the rule.
    use
        Name of the use.
    fewest, most
        Number of sites.
    least_ha
        Land that may change in each site [ha].
    candidates
        Areas of which a site takes one; the whole province if not given.

    """

    name: str
    use: str
    fewest: int
    most: int
    least_ha: float = 0.0
    candidates: Partition | None = None

    def __post_init__(self) -> None:
        """Check the numbers."""
        if not 0 <= self.fewest <= self.most:
            raise ValueError(
                f"sites of rule '{self.name}' must satisfy 0 <= fewest <= most, "
                f"got {self.fewest} and {self.most}"
            )
        if not 0 <= self.least_ha < float("inf"):
            raise ValueError(
                f"least_ha of rule '{self.name}' must be a number >= 0 ha, "
                f"got {self.least_ha:g}"
            )

    @property
    def uses(self) -> tuple[str, ...]:
        """The one use, as other kinds have several."""
        return (self.use,)

    def rows(self, problem: "Problem") -> list[Row]:
        """No rows: sites are restrictions."""
        return []

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say whether there are too many or too few sites, or wrong ones."""
        patch, count = patch_of(problem, allocation, self.use)
        name = f"sites[{self.name}]"
        found = [
            Violation(
                name,
                f"sites of {self.use}",
                count,
                self.fewest,
                self.most,
                "sites",
            )
        ]
        if count:
            land_ha = np.bincount(patch, problem.land_ha, count + 1)[1:]
            subject, least = f"smallest site of {self.use}", float(land_ha.min())
            found.append(
                Violation(name, subject, least, self.least_ha, np.inf, "ha of land")
            )
            subject = f"sites of {self.use} that are not in one candidate area"
            strays = self._strays(problem, patch, count)
            found.append(Violation(name, subject, strays, 0, 0, "sites"))
        return [violation for violation in found if outside(violation)]

    def _strays(self, problem: "Problem", patch: np.ndarray, count: int) -> int:
        """Count the sites in several candidate areas, or partly in none."""
        zone = (self.candidates or problem.province).zone
        areas = [np.unique(zone[patch == site]) for site in range(1, count + 1)]
        return sum(area.size > 1 or area[0] < 0 for area in areas)
