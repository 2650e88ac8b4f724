"""One zone number per cell: municipalities, polders, station areas, one province."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NOWHERE = -1
"""Zone of a cell that lies in none."""


@dataclass(frozen=True, eq=False)
class Partition:
    """A division of the cells into zones.

    Parameters
    ----------
    name
        Id of the division.
    zone
        Zone of every cell, ``NOWHERE`` for none, int32, shape ``(n_cells,)``.
    labels
        Name of every zone; zone numbers run from 0 to ``len(labels) - 1``.

    """

    name: str
    zone: NDArray[np.int32]
    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        """Check that every zone has a name."""
        top = int(self.zone.max(initial=NOWHERE))
        low = int(self.zone.min(initial=NOWHERE))
        if low < NOWHERE or top >= len(self.labels):
            raise ValueError(
                f"zones of '{self.name}' must lie in -1..{len(self.labels) - 1}, "
                f"got {low}..{top}"
            )

    def totals(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Sum values per zone, shape ``(n_zones,)``."""
        here = self.zone >= 0
        parts = values[here].astype(np.float64)
        counted = np.bincount(self.zone[here], parts, len(self.labels))
        return np.asarray(counted, np.float64)

    def within(self, mask: NDArray[np.bool_], name: str) -> "Partition":
        """Return the same zones, but only on the cells of the mask."""
        zone = np.where(mask, self.zone, np.int32(NOWHERE)).astype(np.int32)
        return Partition(name, zone, self.labels)

    def only(self, mask: NDArray[np.bool_]) -> "Partition":
        """Return the zones that have cells of the mask, on those cells."""
        here = np.unique(self.zone[mask & (self.zone >= 0)])
        number = np.full(len(self.labels) + 1, NOWHERE, np.int32)
        number[here] = np.arange(here.size, dtype=np.int32)
        zone = np.where(mask, number[self.zone], np.int32(NOWHERE)).astype(np.int32)
        return Partition(self.name, zone, tuple(self.labels[one] for one in here))

    def merged(self, zones: Sequence[int], name: str) -> "Partition":
        """Return one zone, the union of the given ones."""
        zone = np.where(np.isin(self.zone, list(zones)), 0, NOWHERE).astype(np.int32)
        return Partition(name, zone, (name,))


def whole(n_cells: int, name: str = "province") -> Partition:
    """Return the division with one zone that holds every cell."""
    return Partition(name, np.zeros(n_cells, np.int32), (name,))
