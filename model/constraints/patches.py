"""Keep every patch of a use between two areas.

    min_ha <= cell_area_ha * n_cells(p) <= max_ha   for every patch p of every use

A patch is all cells of one use that hang together by their edges (rook); two uses side
by side are two patches. Its area is that of its whole cells, so ``min_ha`` asks for
``ceil(min_ha / cell_area_ha)`` cells and ``max_ha`` allows ``floor(max_ha /
cell_area_ha)``. No rows: a restriction on answers, which no bound needs. Patches by
the four-neighbour rule as in FRAGSTATS (McGarigal & Marks 1995).
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

from model.allocation import Allocation
from model.rows import Row
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem

ROUNDING = 1e-9
"""Relative room for areas such as 0.3 ha on cells of 0.1 ha."""


@dataclass(frozen=True, eq=False)
class Patches:
    """The smallest and the largest patch that some uses may have.

    Parameters
    ----------
    name
        Id of the rule.
    uses
        Names of the uses; each use's patches are its own.
    min_ha, max_ha
        Least and most area of a patch [ha]; infinite for no most.

    """

    name: str
    uses: tuple[str, ...]
    min_ha: float = 0.0
    max_ha: float = math.inf

    def __post_init__(self) -> None:
        """Check the limits."""
        if not 0 <= self.min_ha <= self.max_ha or self.max_ha == 0:
            raise ValueError(
                f"patches of rule '{self.name}' must satisfy 0 <= min_ha <= max_ha "
                f"and max_ha > 0, got {self.min_ha:g} and {self.max_ha:g} ha"
            )

    def cells(self, cell_area_ha: float) -> tuple[int, int]:
        """Return least and most cells of a patch; 0 where there is no most.

        Raises
        ------
        ValueError
            If no whole number of cells lies between the limits.

        """
        least = math.ceil(self.min_ha / cell_area_ha * (1 - ROUNDING))
        if math.isinf(self.max_ha):
            return least, 0
        most = math.floor(self.max_ha / cell_area_ha * (1 + ROUNDING))
        if most < max(1, least):
            raise ValueError(
                f"patches of rule '{self.name}' must have a whole number of cells of "
                f"{cell_area_ha:g} ha, got {self.min_ha:g} to {self.max_ha:g} ha; "
                f"widen the limits or take smaller cells"
            )
        return least, most

    def rows(self, problem: "Problem") -> list[Row]:
        """No rows: patches are restrictions."""
        return []

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say which uses have a patch that is too small or too large."""
        found = []
        for use in self.uses:
            sizes = patch_areas_ha(problem, allocation, use)
            if not sizes.size:
                continue
            for extreme, size_ha, low, high in (
                ("smallest", sizes.min(), self.min_ha, math.inf),
                ("largest", sizes.max(), 0.0, self.max_ha),
            ):
                subject = f"{extreme} of {sizes.size} patches of {use}"
                name = f"patches[{self.name}, {use}]"
                found.append(Violation(name, subject, float(size_ha), low, high, "ha"))
        return [violation for violation in found if outside(violation)]


def patch_of(
    problem: "Problem", allocation: Allocation, use: str
) -> tuple[NDArray[np.int32], int]:
    """Return the patch of every cell, 0 for another use, and how many there are."""
    taken = problem.grid.to_plane(allocation.use == problem.number(use), False)
    plane, count = label(taken)
    return problem.grid.from_plane(plane.astype(np.int32)), int(count)


def patch_areas_ha(
    problem: "Problem", allocation: Allocation, use: str
) -> NDArray[np.float64]:
    """Return the area of every patch of a use, whole cells [ha]."""
    patch, count = patch_of(problem, allocation, use)
    cells = np.bincount(patch, minlength=count + 1)[1:]
    return np.asarray(cells * problem.grid.cell_area_ha, np.float64)
