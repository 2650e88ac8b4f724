"""An answer: a use for every cell and an amount of every supply."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


def _no_supply() -> NDArray[np.float64]:
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class Allocation:
    """What every cell becomes.

    Parameters
    ----------
    use
        Number of the use per cell, 0 for "stays as it is", int8, ``(n_cells,)``.
    supply
        Amount of every supply [unit], shape ``(n_supplies,)``.

    """

    use: NDArray[np.int8]
    supply: NDArray[np.float64] = field(default_factory=_no_supply)
