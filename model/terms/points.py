"""Points for some uses where something is so: soft rules, preferred areas.

    points * worth[i]      [points/ha], for every use in uses

Negative points are a penalty: the rule is paid for, not enforced.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.blend import Blend, Gain
from model.membership import ByClass, Given, Membership

if TYPE_CHECKING:
    from model.problem import Problem

NO_AND_YES = np.array([0, 1], np.float32)
"""Worth where a rule does not apply, and where it does."""


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
        Where the rule applies, or how much, 0..1, shape ``(n_cells,)``. True and false
        take a quarter of the memory: a country has a hundred such rules.
    points
        Points of one hectare where it applies fully [points/ha].

    """

    name: str
    uses: tuple[str, ...]
    worth: NDArray[np.float32] | NDArray[np.bool_]
    points: float

    @cached_property
    def _membership(self) -> Membership:
        """The worth, made once: uses that share it share its key."""
        if self.worth.dtype == np.bool_:
            return ByClass(self.worth.view(np.int8), NO_AND_YES, 0.0)
        return Given(self.worth.astype(np.float32, copy=False))

    def gain(self, problem: "Problem", use: str) -> Gain | None:
        """Points per hectare of a use."""
        if use not in self.uses:
            return None
        return Gain(self.points, Blend((self._membership,)))
