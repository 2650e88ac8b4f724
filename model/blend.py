"""A worth per cell made of factors: their weighted mean, arithmetic or geometric.

Weighted mean: factors make up for each other. Weighted geometric mean: a factor of 0
rules the cell out. One factor alone is its own mean.
"""

from dataclasses import dataclass

import numpy as np

from model.membership import Membership


@dataclass(frozen=True, eq=False)
class Blend:
    """Factors to combine.

    Parameters
    ----------
    memberships
        The factors, all of the same cells.
    weights
        Weight per factor, > 0.
    geometric
        Combine by the geometric mean.

    """

    memberships: tuple[Membership, ...]
    weights: tuple[float, ...] = (1.0,)
    geometric: bool = False

    def __post_init__(self) -> None:
        """Check that the factors can be combined."""
        if not self.memberships or len(self.memberships) != len(self.weights):
            raise ValueError(
                f"suitability must have one weight per factor and at least one "
                f"factor, got {len(self.memberships)} factors and "
                f"{len(self.weights)} weights"
            )
        if not all(weight > 0 for weight in self.weights):
            raise ValueError(f"weights must be > 0, got {list(self.weights)}")
        if len({membership.values.shape for membership in self.memberships}) != 1:
            raise ValueError("factors must have the same cells")

    @property
    def n_cells(self) -> int:
        """Number of cells."""
        return int(np.size(self.memberships[0].values))

    @property
    def shares(self) -> tuple[float, ...]:
        """Weights that add up to 1."""
        total = float(sum(self.weights))
        return tuple(weight / total for weight in self.weights)


@dataclass(frozen=True, eq=False)
class Gain:
    """What a use gains by a term.

    Parameters
    ----------
    points
        Points of a hectare whose worth is 1 [points/ha].
    blend
        The worth.

    """

    points: float
    blend: Blend
