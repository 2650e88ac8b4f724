"""Zones: a square cut into bands, each band into blocks of about the same size."""

import numpy as np
from numpy.typing import NDArray


def blocks(
    row: NDArray[np.int32], col: NDArray[np.int32], n_zones: int
) -> NDArray[np.int32]:
    """Number the zone of every cell.

    Parameters
    ----------
    row, col
        Place per cell, shape ``(n_cells,)``.
    n_zones
        Number of zones. Where there are about as many zones as cells, some stay empty.

    Returns
    -------
    NDArray[np.int32]
        Zone per cell, shape ``(n_cells,)``.

    """
    n_bands = max(1, round(np.sqrt(n_zones)))
    in_band = np.full(n_bands, n_zones // n_bands)
    in_band[: n_zones % n_bands] += 1
    first = np.concatenate([[0], np.cumsum(in_band)])
    height, width = int(row.max()) + 1, int(col.max()) + 1
    edge = first[1:-1] * height / n_zones  # as high as it has zones
    band = np.searchsorted(edge, row + 0.5)
    across = (col.astype(np.int64) * in_band[band]) // width
    zone: NDArray[np.int32] = (first[band] + across).astype(np.int32)
    return zone
