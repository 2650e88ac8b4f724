"""Give certain cells a certain use: agreed sites, decided projects.

use[i] = k   for every cell i of the designation
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from model.partition import NOWHERE, Partition
from model.rows import Entry, Row
from model.violation import Violation, outside

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Fixed:
    """Cells whose use is decided.

    Parameters
    ----------
    name
        Id of the rule.
    use
        Name of the use they get.
    cells
        True on the designated cells, shape ``(n_cells,)``.

    """

    name: str
    use: str
    cells: NDArray[np.bool_]

    def _here(self, problem: "Problem") -> NDArray[np.bool_]:
        """Designated cells with land that can change; the rest is not to decide."""
        return self.cells & (problem.land_ha > 0)

    def rows(self, problem: "Problem") -> list[Row]:
        """One row: every cell of the designation has the use."""
        here = self._here(problem)
        zone = np.where(here, 0, NOWHERE).astype(np.int32)
        partition = Partition(f"fixed {self.name}", zone, (self.name,))
        entry = Entry(partition, 0, problem.indicator((self.use,)), by_cell=True)
        least = float(here.sum())
        return [Row(f"fixed[{self.name}]", least, np.inf, (entry,), unit="cells")]

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say how many designated cells have another use."""
        here = self._here(problem)
        got = int((allocation.use[here] == problem.number(self.use)).sum())
        wanted = int(here.sum())
        subject = f"cells with {self.use}"
        found = Violation(f"fixed[{self.name}]", subject, got, wanted, wanted, "cells")
        return [found] if outside(found) else []
