"""Cells that some uses may not take, with the rule that says so.

    x[i, k] = 0   for every cell i of the exclusion and use k in uses

The only kind that is a mask and no row. ``Problem`` keeps which rule excludes which
use where, so that a map can tell the reason.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from model.violation import Violation

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Exclusion:
    """Uses that may not come on certain cells.

    Parameters
    ----------
    name
        Id of the rule, the reason on the map.
    uses
        Names of the uses that are kept out.
    cells
        True where they are, shape ``(n_cells,)``.

    """

    name: str
    uses: tuple[str, ...]
    cells: NDArray[np.bool_]

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Say how many cells have a use that is kept out."""
        numbers = [problem.number(use) for use in self.uses]
        wrong = int((self.cells & np.isin(allocation.use, numbers)).sum())
        if not wrong:
            return []
        subject = f"cells with {' or '.join(self.uses)} where they are excluded"
        name = f"exclusion[{self.name}]"
        return [Violation(name, subject, wrong, 0, 0, "cells")]
