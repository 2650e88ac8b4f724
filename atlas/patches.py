"""Connected areas of one use: cells that touch by an edge (rook), as polygons."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.read_run import Run
from atlas.tally import sums


@dataclass(frozen=True, eq=False)
class Patches:
    """Patches, the largest first.

    Parameters
    ----------
    use
        Code of the use per patch, shape ``(n_patches,)``.
    n_cells
        Number of cells per patch.
    ha
        Available land per patch [ha].
    geometry
        Polygon per patch, in RD.

    """

    use: NDArray[np.int32]
    n_cells: NDArray[np.int64]
    ha: NDArray[np.float64]
    geometry: NDArray[Any]


def patches(run: Run) -> Patches:
    """Find the patches of all uses but "none"."""
    number = _numbered(run)
    patch = run.grid.from_plane(number)
    held = patch > 0
    n_patches = int(number.max())
    cells = np.bincount(patch[held], minlength=n_patches + 1)[1:]
    ha = sums(patch[held], run.available_ha[held], n_patches + 1)[1:]
    use = np.zeros(n_patches + 1, np.int32)
    use[patch[held]] = run.use[held]
    geometry = _polygons(number, run, n_patches)
    order = np.lexsort((np.arange(n_patches), -cells))
    return Patches(use[1:][order], cells[order], ha[order], geometry[order])


def _numbered(run: Run) -> NDArray[np.int32]:
    """Give every patch a number from 1, 0 elsewhere, shape ``(rows, cols)``."""
    from scipy.ndimage import label

    plane = run.plane(run.use, 0)
    number, last = np.zeros(plane.shape, np.int32), 0
    for code in np.unique(run.use[run.use > 0]):
        found, count = label(plane == code)
        number += np.where(found > 0, found + last, 0).astype(np.int32)
        last += count
    return number


def _polygons(number: NDArray[np.int32], run: Run, n_patches: int) -> NDArray[Any]:
    """Return the polygon of every patch, by number."""
    import shapely
    from rasterio.features import shapes

    found = np.empty(n_patches, object)
    tracks = shapes(
        number, mask=number > 0, connectivity=4, transform=run.grid.frame.transform
    )
    for shape, patch in tracks:
        shell, *holes = shape["coordinates"]
        found[int(patch) - 1] = shapely.Polygon(shell, holes)
    return found
