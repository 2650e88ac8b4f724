"""Points for some uses by a layer: soft rules of more or less.

    points * curve(layer)[i]      [points/ha], for every use in uses

Negative points are a penalty: the rule is paid for, not enforced.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.blend import Blend, Gain
from model.terms.suitability import Factor

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Graded:
    """What a soft rule adds to or takes from the score, by a layer.

    Parameters
    ----------
    name
        Id of the rule.
    uses
        Names of the uses it speaks of.
    factor
        How much the rule applies, 0..1.
    points
        Points of one hectare where it applies fully [points/ha].

    """

    name: str
    uses: tuple[str, ...]
    factor: Factor
    points: float

    def __post_init__(self) -> None:
        """Check that the curve fits the layer."""
        self.factor.membership  # noqa: B018  made here, where its faults have a place

    def gain(self, problem: "Problem", use: str) -> Gain | None:
        """Points per hectare of a use."""
        if use not in self.uses:
            return None
        return Gain(self.points, Blend((self.factor.membership,)))
