"""Claims per use and zone, around what a plan has."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.instances.row_blocks import simple_rows
from solver.instance import RowArrays

ROOM = (0.97, 1.05)
"""Least and most of a claim, as parts of what the plan has."""


def claims(
    use_name: tuple[str, ...],
    partition: int,
    amount: NDArray[np.float64],
    room: tuple[float, float] = ROOM,
) -> RowArrays:
    """Make a claim with a least and a most for every land use in every zone.

    Parameters
    ----------
    use_name
        "none" and the land uses.
    partition
        Partition whose zones are counted, in cells.
    amount
        Cells of the plan, shape ``(n_zones, n_uses)``.
    room
        Least and most, as parts of what the plan has.

    """
    n_zones, n_uses = amount.shape
    name = [f"claim[{use}, {zone}]" for zone in range(n_zones) for use in use_name[1:]]
    wanted = amount[:, 1:].ravel()
    return simple_rows(
        name,
        (np.floor(room[0] * wanted), np.ceil(room[1] * wanted)),
        partition,
        np.repeat(np.arange(n_zones, dtype=np.int32), n_uses - 1),
        np.tile(np.eye(n_uses)[1:], (n_zones, 1)),
    )
