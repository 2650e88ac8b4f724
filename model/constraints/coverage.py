"""Give every inhabited block enough of something within reach.

    sum over blocks c with |centre(c) - centre(b)| <= reach_m: provided(c) + existing(c)
        >= need[b] + sum over i in b: owed[use[i]] * available_ha[i]

The province is cut in square blocks; distance is from block centre to block centre, so
a reach below the block's size asks for it in the block itself. ``provided`` counts new
land: hectares of some uses, or a quantity. What exists lowers what is asked; a block
that has enough already, or asks nothing, has no row. "Within 3 km of every home" is a
maximal covering question (Church & ReVelle 1974) with areas for facilities.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import convolve
from scipy.spatial import cKDTree

from model.allocation import Allocation
from model.blocks import Blocks
from model.rows import HARD, Entry, Row
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem

ROUNDING_M = 1e-6
"""Distance beyond the reach that still counts as within it [m]."""


@dataclass(frozen=True, eq=False)
class Coverage:
    """What every block must have within reach.

    Parameters
    ----------
    name
        Id of the rule.
    blocks
        The province in squares.
    reach_m
        How far a block's centre may lie from another's [m].
    need
        Least amount per block [unit], 0 where nothing is asked, ``(n_blocks,)``.
    existing
        What is there per cell and counts [unit], shape ``(n_cells,)``.
    uses
        Names of the uses of which hectares count; or none, with a quantity.
    quantity
        What counts, whatever use provides it; or empty, with uses.
    owed
        What a new hectare of a use in the block itself asks for on top, by use name
        [unit/ha]: green for new homes.
    price
        Cost of one unit short in one block [points/unit]; ``HARD`` forbids it.
    unit
        Unit of the amounts.

    """

    name: str
    blocks: Blocks
    reach_m: float
    need: NDArray[np.float64]
    existing: NDArray[np.float64]
    uses: tuple[str, ...] = ()
    quantity: str = ""
    owed: Mapping[str, float] = field(default_factory=dict)
    price: float = HARD
    unit: str = "ha"

    def __post_init__(self) -> None:
        """Check that it asks one thing of every block."""
        if bool(self.uses) == bool(self.quantity):
            raise ValueError(
                f"rule '{self.name}' must count uses or a quantity, got "
                f"{list(self.uses)} and '{self.quantity}'"
            )
        for use, amount in self.owed.items():
            if not 0 < amount < math.inf:
                raise ValueError(
                    f"what '{use}' asks for in rule '{self.name}' must be a number > 0 "
                    f"{self.unit} per ha, got {amount:g}"
                )
        self._refuse_wrong_arrays()

    def _refuse_wrong_arrays(self) -> None:
        """Refuse a reach that is none, and arrays on other blocks or cells."""
        if not 0 < self.reach_m < math.inf:
            raise ValueError(
                f"reach of rule '{self.name}' must be a number > 0 m, "
                f"got {self.reach_m:g}"
            )
        if self.need.shape != (self.blocks.n_blocks,) or not (self.need >= 0).all():
            raise ValueError(
                f"need of rule '{self.name}' must be >= 0 {self.unit} for each of "
                f"{self.blocks.n_blocks} blocks, got shape {self.need.shape} from "
                f"{self.need.min(initial=0):g}"
            )
        n_cells = self.blocks.partition.zone.size
        if self.existing.shape != (n_cells,) or not np.isfinite(self.existing).all():
            raise ValueError(
                f"existing of rule '{self.name}' must be a number in each of "
                f"{n_cells} cells, got shape {self.existing.shape}"
            )

    def per_ha(self, problem: "Problem") -> NDArray[np.float64]:
        """Amount that counts per hectare of each use, shape ``(n_uses,)``."""
        if self.uses:
            return problem.indicator(self.uses)
        return problem.density(self.quantity)

    def _owed(self, problem: "Problem") -> NDArray[np.float64]:
        """Return what a new hectare of each use asks for, shape ``(n_uses,)``."""
        owed = np.zeros(len(problem.uses))
        for use, amount in self.owed.items():
            owed[problem.number(use)] = amount
        return owed

    def row_name(self, block: int) -> str:
        """Name of a block's row: ``coverage[id, x y]``."""
        return f"coverage[{self.name}, {self.blocks.partition.labels[block]}]"

    def rows(self, problem: "Problem") -> list[Row]:
        """One row a block that asks something and has not enough of it yet."""
        partition = self.blocks.partition
        existing = partition.totals(self.existing)
        per_ha = self.per_ha(problem)
        owed = self._owed(problem)
        has_land = partition.totals(problem.land_ha) > 0
        counted = [
            Entry(partition, block, per_ha) for block in range(self.blocks.n_blocks)
        ]
        found = []
        for block, near in enumerate(self._near()):
            low = float(self.need[block] - existing[near].sum())
            if low <= 0 and not (self.owed and has_land[block]):
                continue
            entries = [counted[zone] for zone in near]
            if self.owed:
                entries.append(Entry(partition, block, -owed))
            name = self.row_name(block)
            found.append(
                Row(name, low, math.inf, tuple(entries), {}, self.price, self.unit)
            )
        return found

    def _near(self) -> list[list[int]]:
        """Return the blocks within reach of each block."""
        centres = np.stack([self.blocks.x_m, self.blocks.y_m], axis=1)
        reach_m = self.reach_m + ROUNDING_M
        near = cKDTree(centres).query_ball_point(
            centres, np.full(len(centres), reach_m), return_sorted=True
        )
        return [[int(block) for block in blocks] for blocks in near]

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say which blocks have not enough within reach, existing included."""
        has, asks = self.covered(problem, allocation)
        subject = self.quantity or " + ".join(self.uses)
        found = [
            Violation(
                self.row_name(block),
                f"{subject} within {self.reach_m:g} m, existing included",
                float(has[block]),
                float(asks[block]),
                math.inf,
                self.unit,
                self.price,
            )
            for block in np.nonzero(asks > 0)[0].tolist()
        ]
        return [violation for violation in found if outside(violation)]

    def covered(
        self, problem: "Problem", allocation: Allocation
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return what every block has within reach, and what it asks [unit]."""
        provided = self.existing + self.per_ha(problem)[allocation.use] * (
            problem.land_ha
        )
        owed = self._owed(problem)[allocation.use] * problem.land_ha
        asks = self.need + self.blocks.partition.totals(owed)
        return self._within_reach(self.blocks.partition.totals(provided)), asks

    def _within_reach(self, amount: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum what blocks have over a disc around each, on a plane of blocks."""
        size = self.blocks.size_m
        col = np.rint((self.blocks.x_m - self.blocks.x_m.min()) / size).astype(int)
        row = np.rint((self.blocks.y_m - self.blocks.y_m.min()) / size).astype(int)
        plane = np.zeros((row.max() + 1, col.max() + 1))
        plane[row, col] = amount
        most = min(int((self.reach_m + ROUNDING_M) // size), max(plane.shape))
        steps = np.arange(-most, most + 1) * size
        disc = np.hypot(steps[:, None], steps) <= self.reach_m + ROUNDING_M
        sums = convolve(plane, disc.astype(np.float64), mode="constant")
        total: NDArray[np.float64] = sums[row, col]
        return total
