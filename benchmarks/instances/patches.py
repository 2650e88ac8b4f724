"""Land on which a land use must come in patches of so many cells, or not at all.

Rows, scores and boundary are those of ``compact``; its plan gives small patches back
to "none", which may have any, before limits are read off it. Without a boundary it is
the restriction alone that keeps cells together: seven patches in ten of what is best
for every cell on its own are a single cell.
"""

from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

from benchmarks.instances import compact
from benchmarks.instances.landscape import Landscape
from benchmarks.instances.planned import Planned
from solver.instance import Instance
from solver.restrictions import Restrictions


def build(
    n_cells: int, n_uses: int, least: int, percent: int = 0, seed: int = 1
) -> Instance:
    """Make an instance with so many cells.

    Parameters
    ----------
    n_cells
        Number of cells.
    n_uses
        Number of land uses beside "none".
    least
        Cells that a patch of a land use must have.
    percent
        Boundary of a use in the middle, as a part of the range of scores [%].
    seed
        Seed of everything random.

    Raises
    ------
    ValueError
        If there is no cell, no name for a use, or the boundary below 0.

    """
    return planned(n_cells, n_uses, least, percent, seed).instance


def planned(
    n_cells: int, n_uses: int, least: int, percent: int = 0, seed: int = 1
) -> Planned:
    """Make the instance and the plan that its limits come from."""
    shape = partial(_without_small, least=least)
    made = compact.planned(n_cells, n_uses, percent, seed, shape)
    patch_least = np.full(n_uses + 1, least, np.int32)
    patch_least[0] = 0
    restrictions = Restrictions(patch_least=patch_least)
    return Planned(replace(made.instance, restrictions=restrictions), made.plan)


def _without_small(
    land: Landscape, use: NDArray[np.int8], *, least: int
) -> NDArray[np.int8]:
    """Give the cells of patches that are too small to "none"."""
    plane = np.zeros((int(land.row.max()) + 1, int(land.col.max()) + 1), np.int8)
    plane[land.row, land.col] = use
    for number in range(1, len(land.use_name)):
        patch, _ = label(plane == number)
        small = np.bincount(patch.ravel()) < least
        small[0] = False  # not of this use
        plane[small[patch]] = 0
    kept: NDArray[np.int8] = plane[land.row, land.col]
    return kept
