"""What every kind of term offers: points per hectare of each use."""

from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from model.problem import Problem


class Term(Protocol):
    """A part of the objective that sees one cell at a time."""

    @property
    def name(self) -> str:
        """Id of the use or rule it comes from."""
        ...

    def gain(self, problem: "Problem", use: str) -> NDArray[np.float32] | None:
        """Points per hectare of a use, ``(n_cells,)``; None if it says nothing."""
        ...
