"""Keep new uses at a distance from other new uses.

    distance_m(i, j) >= least_m    for cells i of ``uses`` and j of ``others``

from cell centre to cell centre, as the crow flies. A hard separation allows no closer
cell; a soft one costs ``price`` per hectare of ``uses`` that lies closer, counted in
whole cells. Distances to what exists are no business of this kind: they are a mask
(``Exclusion``). No rows: a restriction on answers, which no bound needs.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from model.allocation import Allocation
from model.rows import HARD, Row
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem

ROUNDING_M = 1e-6
"""Distance that still counts as far enough [m]."""


@dataclass(frozen=True, eq=False)
class Separation:
    """How far some uses keep away from others.

    Parameters
    ----------
    name
        Id of the rule.
    uses
        Names of the uses that keep away, and pay where they do not.
    others
        Names of the uses they keep away from.
    least_m
        Least distance [m]; up to the cell size it holds by itself.
    price
        Cost of a hectare of ``uses`` that lies closer [points/ha]; ``HARD`` forbids
        it.

    """

    name: str
    uses: tuple[str, ...]
    others: tuple[str, ...]
    least_m: float
    price: float = HARD

    def __post_init__(self) -> None:
        """Check the distance and the price, and that both sides differ."""
        both = set(self.uses) & set(self.others)
        if both:
            raise ValueError(
                f"rule '{self.name}' must name different uses on both sides, got "
                f"'{min(both)}' on both"
            )
        if not 0 < self.least_m < float("inf"):
            raise ValueError(
                f"least_m of rule '{self.name}' must be a number > 0 m, "
                f"got {self.least_m:g}"
            )
        if not self.price > 0:
            raise ValueError(
                f"price of rule '{self.name}' must be > 0 points per ha, "
                f"got {self.price:g}"
            )

    def holds_by_itself(self, cell_m: float) -> bool:
        """Tell whether different cells always lie far enough apart."""
        return self.least_m <= cell_m

    def rows(self, problem: "Problem") -> list[Row]:
        """No rows: separations are restrictions."""
        return []

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say how much land of the uses lies too close to the others."""
        away_m = self.away_m(problem, allocation)
        close = away_m < self.least_m - ROUNDING_M
        found = Violation(
            f"separation[{self.name}]",
            f"{' + '.join(self.uses)} within {self.least_m:g} m of "
            f"{' or '.join(self.others)}",
            int(close.sum()) * problem.grid.cell_area_ha,
            0.0,
            0.0,
            "ha",
            self.price,
        )
        return [found] if outside(found) else []

    def away_m(self, problem: "Problem", allocation: Allocation) -> NDArray[np.float64]:
        """Return how far each cell of ``uses`` is from ``others`` [m].

        Infinite on cells with another use, and everywhere without any of ``others``.
        """
        use, grid = allocation.use, problem.grid
        here = np.isin(use, [problem.number(name) for name in self.uses])
        there = np.isin(use, [problem.number(name) for name in self.others])
        if not there.any():
            return np.full(grid.n_cells, np.inf)
        plane = grid.to_plane(there, False)
        away = grid.from_plane(distance_transform_edt(~plane)) * grid.cell_m
        return np.where(here, away, np.inf)
