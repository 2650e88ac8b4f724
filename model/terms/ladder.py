"""Order of preference (voorkeursvolgorde): the first rung that holds counts.

    points[rung[i]]      [points/ha], for every use in uses

A strict ladder is lexicographic: no hectare on a lower rung that a higher one could
take. Points alone cannot promise that; a solver keeps it rung by rung, so a strict
ladder also tells its rungs.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.blend import Blend, Gain
from model.membership import ByClass

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Ladder:
    """Rungs from best to worst, with points.

    Parameters
    ----------
    name
        Id of the rule.
    uses
        Names of the uses it orders.
    rung
        Number of the rung per cell, 0 the best; ``len(points)`` where none holds
        (0 points). int8, shape ``(n_cells,)``.
    points
        Points of one hectare per rung [points/ha].
    labels
        Name of every rung.
    strict
        Whether a lower rung may be used only as far as it must.

    """

    name: str
    uses: tuple[str, ...]
    rung: NDArray[np.int8]
    points: tuple[float, ...]
    labels: tuple[str, ...]
    strict: bool = False

    def __post_init__(self) -> None:
        """Check that the numbers of rungs agree."""
        if len(self.points) != len(self.labels) or not self.points:
            raise ValueError(
                f"ladder '{self.name}' must have as many points as labels and at "
                f"least one rung, got {len(self.points)} and {len(self.labels)}"
            )
        if self.rung.size and not 0 <= self.rung.min() <= self.rung.max() <= len(
            self.points
        ):
            raise ValueError(
                f"rungs of ladder '{self.name}' must lie in 0..{len(self.points)}, "
                f"got {self.rung.min()}..{self.rung.max()}"
            )

    def gain(self, problem: "Problem", use: str) -> Gain | None:
        """Points per hectare of a use."""
        if use not in self.uses:
            return None
        table = np.array([*self.points, 0.0], np.float32)
        return Gain(1.0, Blend((ByClass(self.rung, table, 0.0),)))


def first_rung(masks: list[NDArray[np.bool_]]) -> NDArray[np.int8]:
    """Return the number of the first mask that holds, ``len(masks)`` if none."""
    rung = np.full(masks[0].shape, len(masks), np.int8)
    for number in range(len(masks) - 1, -1, -1):
        rung[masks[number]] = number
    return rung
