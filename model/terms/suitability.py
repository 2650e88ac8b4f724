"""Suitability: how good a use is in a cell, from factors over layers.

    points[k] * mean over factors( weight * curve(layer) )      [points/ha]

The mean is arithmetic (factors make up for each other) or geometric (one bad factor
spoils the cell). Multi-criteria evaluation as in Malczewski (1999), chapters 5-6.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from grids.layers import Layer
from model.blend import Blend, Gain
from model.curve import Curve
from model.membership import Given, Membership
from model.score import worth_of

if TYPE_CHECKING:
    from model.problem import Problem


@dataclass(frozen=True, eq=False)
class Factor:
    """One layer that goes into the suitability of a use.

    Parameters
    ----------
    name
        Id of the factor.
    layer
        Its layer.
    curve
        From the layer's values to worth 0..1.
    weight
        Weight among the factors, > 0.

    """

    name: str
    layer: Layer
    curve: Curve
    weight: float = 1.0

    @cached_property
    def membership(self) -> Membership:
        """The curve over the layer."""
        return self.curve.on(self.layer)

    @property
    def worth(self) -> NDArray[np.float32]:
        """Worth per cell, 0..1, to explain a cell by; worked out anew each time."""
        return worth_of(Blend((self.membership,)))


@dataclass(frozen=True, eq=False)
class Suitability:
    """Points of a use for being where it fits.

    Parameters
    ----------
    use
        Name of the use.
    points
        Points of a fully suitable hectare [points/ha].
    factors
        Layers, curves and weights; none means every cell is equally good (1).
    geometric
        Combine by the geometric mean.
    part
        Use whose factors these are, where a combined use has those of its parts.

    """

    use: str
    points: float
    factors: tuple[Factor, ...] = ()
    geometric: bool = False
    part: str = ""

    @property
    def name(self) -> str:
        """Id: the use's suitability."""
        if self.part in ("", self.use):
            return f"suitability[{self.use}]"
        return f"suitability[{self.use}, {self.part}]"

    def __post_init__(self) -> None:
        """Check that every curve fits its layer."""
        self.blend  # noqa: B018  made here, where its faults have a place

    @cached_property
    def blend(self) -> Blend | None:
        """The factors to combine; None without factors."""
        if not self.factors:
            return None
        return Blend(
            tuple(factor.membership for factor in self.factors),
            tuple(factor.weight for factor in self.factors),
            self.geometric,
        )

    @property
    def worth(self) -> NDArray[np.float32] | None:
        """Suitability per cell, 0..1; worked out anew each time."""
        return None if self.blend is None else worth_of(self.blend)

    def gain(self, problem: "Problem", use: str) -> Gain | None:
        """Points per hectare of the use."""
        if use != self.use:
            return None
        if self.blend is None:
            everywhere = np.broadcast_to(np.float32(1), problem.grid.n_cells)
            return Gain(self.points, Blend((Given(everywhere),)))
        return Gain(self.points, self.blend)
