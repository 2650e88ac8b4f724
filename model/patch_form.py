"""How a use lies: its patches, the length of their edge, and how compact they are.

    compactness = edge of one square as large as all patches together / their edge

so 1 is one square and 0.1 is ten times its edge: scattered, ragged or both. It is one
over the landscape shape index of FRAGSTATS (McGarigal & Marks 1995). Patches hang
together by edges (rook) and count whole cells; their edge includes that of the
province.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

METRES_PER_KM = 1_000
SQUARE_M_PER_HA = 10_000


@dataclass(frozen=True)
class PatchForm:
    """How the cells of a use lie.

    Parameters
    ----------
    n
        Number of patches.
    cells_alone
        Patches of a single cell.
    smallest_ha, median_ha, largest_ha
        Area of patches, whole cells [ha].
    edge_km
        Length of all edges [km].
    compactness
        Edge of one square of the same area as a share of the edge [0..1].

    """

    n: int
    cells_alone: int
    smallest_ha: float
    median_ha: float
    largest_ha: float
    edge_km: float
    compactness: float


def patch_form(taken: NDArray[np.bool_], cell_m: float) -> PatchForm | None:
    """Measure how the cells of a use lie.

    Parameters
    ----------
    taken
        Where the use is, shape ``(rows, cols)``.
    cell_m
        Edge of a cell [m].

    Returns
    -------
    PatchForm | None
        None where the use is nowhere.

    """
    found, count = label(taken)
    if not count:
        return None
    cells = np.bincount(found.ravel(), minlength=count + 1)[1:]
    padded = np.pad(taken, 1)
    edges = int(
        (padded[1:] ^ padded[:-1]).sum() + (padded[:, 1:] ^ padded[:, :-1]).sum()
    )
    ha = cells * cell_m**2 / SQUARE_M_PER_HA
    return PatchForm(
        int(count),
        int((cells == 1).sum()),
        float(ha.min()),
        float(np.median(ha)),
        float(ha.max()),
        edges * cell_m / METRES_PER_KM,
        4 * math.sqrt(int(cells.sum())) / edges,
    )
