"""Zonal rows: what constraints become for the engines.

    low <= sum over entries of sum_i in zone  coef[use of i] * available_ha[i]
           + sum over supplies of coef * amount                          <= high

An entry counts one zone of one partition with one coefficient per use, per hectare
of available land. A row outside its limits costs ``shortfall_price`` per unit; an
infinite price makes it hard. Column order of uses is that of ``Problem.uses``.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from model.partition import Partition

HARD = math.inf
"""Shortfall price of a row that must hold."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One zone of one partition, with a coefficient per use.

    Parameters
    ----------
    partition
        Division into zones.
    zone
        Zone that counts.
    coef
        Amount per available hectare of each use [unit/ha], shape ``(n_uses,)``.
    by_cell
        Count cells instead of available hectares; ``coef`` is then per cell.

    """

    partition: Partition
    zone: int
    coef: NDArray[np.float64]
    by_cell: bool = False


@dataclass(frozen=True, eq=False)
class Row:
    """A sum of entries between two limits.

    Parameters
    ----------
    name
        ``kind[id, zone]``: presolve, prices and explanations use it.
    low, high
        Limits [unit]; infinite where there is none.
    entries
        What is counted on land.
    supplies
        What is counted without land: coefficient per supply name.
    shortfall_price
        Cost per unit outside the limits [points/unit], ``HARD`` if it must hold.
    unit
        Unit of the row's value.

    """

    name: str
    low: float
    high: float
    entries: tuple[Entry, ...]
    supplies: Mapping[str, float] = field(default_factory=dict)
    shortfall_price: float = HARD
    unit: str = ""

    def __post_init__(self) -> None:
        """Check the limits and the price."""
        if not self.low <= self.high:
            raise ValueError(
                f"{self.name}: least must not exceed most, "
                f"got {self.low:g} > {self.high:g}"
            )
        if not self.shortfall_price > 0:
            raise ValueError(
                f"{self.name}: shortfall price must be > 0 points per unit, "
                f"got {self.shortfall_price:g}"
            )
