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
from model.curve import Curve
from model.kernels.combination import GEOMETRIC, MEAN, weighted

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

    @cached_property
    def worth(self) -> NDArray[np.float32] | None:
        """Suitability per cell, 0..1; None without factors."""
        if not self.factors:
            return None
        return weighted(
            [factor.curve.worth(factor.layer) for factor in self.factors],
            [factor.weight for factor in self.factors],
            GEOMETRIC if self.geometric else MEAN,
        )

    def gain(self, problem: "Problem", use: str) -> NDArray[np.float32] | None:
        """Points per hectare of the use."""
        if use != self.use:
            return None
        if self.worth is None:
            return np.full(problem.grid.n_cells, self.points, np.float32)
        return np.float32(self.points) * self.worth
