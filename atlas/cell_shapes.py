"""Squares of cells, and areas dissolved from them, in RD."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid


def squares(grid: Grid, cells: NDArray[np.integer]) -> NDArray[Any]:
    """Return the square of every cell asked for.

    Parameters
    ----------
    grid
        The cells.
    cells
        Numbers of the cells, shape ``(n,)``.

    """
    import shapely

    west = grid.frame.west_m + grid.cell_m * grid.col[cells].astype(np.float64)
    north = grid.frame.north_m - grid.cell_m * grid.row[cells].astype(np.float64)
    boxes: NDArray[Any] = shapely.box(
        west, north - grid.cell_m, west + grid.cell_m, north
    )
    return boxes


def areas(grid: Grid, code: NDArray[np.integer]) -> dict[int, Any]:
    """Return the area of every code that occurs, as one (multi)polygon.

    Parameters
    ----------
    grid
        The cells.
    code
        Code per cell, shape ``(n_cells,)``.

    """
    import shapely
    from rasterio.features import shapes

    lowest = int(code.min())
    plane = grid.to_plane((code - lowest + 1).astype(np.int32), np.int32(0))
    found: dict[int, list[Any]] = {}
    tracks = shapes(
        plane, mask=plane > 0, connectivity=4, transform=grid.frame.transform
    )
    for shape, number in tracks:
        shell, *holes = shape["coordinates"]
        part = shapely.Polygon(shell, holes)
        found.setdefault(int(number) + lowest - 1, []).append(part)
    return {key: shapely.union_all(parts) for key, parts in sorted(found.items())}
