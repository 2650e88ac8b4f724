"""Points for some uses where something is so: soft rules, preferred areas.

    points * worth[i]      [points/ha], for every use in uses

Negative points are a penalty: the rule is paid for, not enforced.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.blend import Blend, Gain
from model.membership import Given

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Points:
    """What a soft rule adds to or takes from the score.

    Parameters
    ----------
    name
        Id of the rule.
    uses
        Names of the uses it speaks of.
    worth
        How much the rule applies, 0..1, shape ``(n_cells,)``.
    points
        Points of one hectare where it applies fully [points/ha].

    """

    name: str
    uses: tuple[str, ...]
    worth: NDArray[np.float32]
    points: float

    def gain(self, problem: "Problem", use: str) -> Gain | None:
        """Points per hectare of a use."""
        if use not in self.uses:
            return None
        return Gain(self.points, Blend((Given(self.worth),)))
