"""Exact Euclidean distance [m] from cell centres to the nearest feature.

Vector features keep their true shape: rings and lines are cut into pieces of a few
segments in an STR tree (measured on Natura 2000 round Zeeland: 2.4 s for 184,000 cells,
against 68 s with whole polygons). Masks on the grid use the distance transform, from
centre to centre.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.grid import Frame, Grid
from grids.layers import NO_ZONE
from grids.rasterise import codes

PIECE_SEGMENTS = 8
"""Segments per piece in the tree; 1 to 32 tried, 4 and 8 were fastest."""

BLOCK_CELLS = 1 << 18
"""Cells whose centres are points at the same time: 3.4 million took 0.6 GB."""


def distances(
    geometries: Sequence[Any] | NDArray[Any],
    grid: Grid,
    cells: NDArray[np.integer[Any]] | None = None,
) -> NDArray[np.float32]:
    """Return the distance from each cell's centre to the nearest feature.

    Parameters
    ----------
    geometries
        Points, lines or polygons in RD.
    grid
        The province's cells.
    cells
        Numbers of the cells to measure from; all if None.

    Returns
    -------
    NDArray[np.float32]
        Distance [m], 0 inside a polygon, one per cell asked for.

    Raises
    ------
    ValueError
        If there is no feature.

    """
    import shapely

    shapes = np.asarray(geometries, dtype=object)
    if shapes.size == 0:
        raise ValueError("a distance needs at least one feature, got none")
    parts = shapely.get_parts(shapely.get_parts(shapes))
    areas = parts[shapely.get_dimensions(parts) == 2]
    held = grid.from_plane(codes(areas, np.zeros(len(areas), np.int32), grid.frame))
    asked = np.arange(grid.n_cells) if cells is None else cells
    metres = np.zeros(len(asked), np.float32)
    outside = held[asked] == NO_ZONE
    metres[outside] = _to_pieces(parts, grid, asked[outside])
    return metres


def nearest(
    geometries: Sequence[Any] | NDArray[Any],
    grid: Grid,
    cells: NDArray[np.integer[Any]] | None = None,
) -> NDArray[np.int32]:
    """Return the number of the feature nearest to each cell asked for."""
    import shapely

    tree = shapely.STRtree(np.asarray(geometries, dtype=object))
    asked = np.arange(grid.n_cells) if cells is None else cells
    found = np.empty(len(asked), np.int32)
    for block in _blocks(len(asked)):
        points = centres(grid, asked[block])
        found[block] = tree.query_nearest(points, all_matches=False)[1]
    return found


def centres(grid: Grid, cells: NDArray[np.integer[Any]] | None = None) -> NDArray[Any]:
    """Return the centres of the province's cells, or of some, as shapely points."""
    import shapely

    x, y = grid.frame.centres_m()
    col, row = (
        (grid.col, grid.row) if cells is None else (grid.col[cells], grid.row[cells])
    )
    points: NDArray[Any] = shapely.points(x[col], y[row])
    return points


def mask_distances(mask: NDArray[np.bool_], frame: Frame) -> NDArray[np.float32]:
    """Return the distance from each cell to the nearest cell of a mask.

    Parameters
    ----------
    mask
        Cells to measure to, shape ``(rows, cols)``.
    frame
        Where the mask lies; for its cell size.

    Returns
    -------
    NDArray[np.float32]
        Distance between centres [m], 0 in the mask, shape ``(rows, cols)``.

    Raises
    ------
    ValueError
        If the mask is empty.

    """
    from scipy.ndimage import distance_transform_edt

    if not mask.any():
        raise ValueError("a distance needs at least one cell in the mask, got none")
    metres = distance_transform_edt(~mask, sampling=frame.cell_m)
    return np.asarray(metres, np.float32)


def _to_pieces(
    parts: NDArray[Any], grid: Grid, cells: NDArray[np.integer[Any]]
) -> NDArray[np.float64]:
    """Return the distance from cells to the nearest point, line or ring [m]."""
    import shapely

    tree = shapely.STRtree(_pieces(parts))
    metres = np.empty(len(cells))
    for block in _blocks(len(cells)):
        points = centres(grid, cells[block])
        found = tree.query_nearest(points, all_matches=False, return_distance=True)
        metres[block] = found[1]
    return metres


def _blocks(size: int) -> Iterator[slice]:
    """Cut a row of cells in blocks whose points fit in little memory."""
    for start in range(0, size, BLOCK_CELLS):
        yield slice(start, start + BLOCK_CELLS)


def _pieces(parts: NDArray[Any]) -> NDArray[Any]:
    """Cut rings and lines into pieces of a few segments; points stay points."""
    import shapely

    dimension = shapely.get_dimensions(parts)
    rings = shapely.get_rings(parts[dimension == 2])
    lines = np.concatenate([rings, parts[dimension == 1]])
    points = parts[dimension == 0]
    if not len(lines):
        return np.asarray(points, dtype=object)
    place, line = shapely.get_coordinates(lines, return_index=True)
    joined = line[:-1] == line[1:]
    segments = shapely.linestrings(np.stack([place[:-1], place[1:]], axis=1)[joined])
    number = np.arange(len(segments))
    first = np.searchsorted(line[:-1][joined], np.arange(len(lines)))
    within = (number - first[line[:-1][joined]]) // PIECE_SEGMENTS
    fresh = np.diff(within, prepend=-1) != 0
    fresh[first[first < len(segments)]] = True
    pieces = shapely.multilinestrings(segments, indices=np.cumsum(fresh) - 1)
    found: NDArray[Any] = np.concatenate([points, pieces])
    return found
