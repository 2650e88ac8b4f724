"""Lines, blobs and edges on the plane: what all parts of the landscape draw with."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from grids.puzzelland.noise import CELL_M, COLS, ROWS, Mask, Plane, wander

Point = tuple[float, float]
"""Row and column."""


def path(
    rng: np.random.Generator, start: Point, end: Point, *, sway: float, scale: float
) -> Plane:
    """Return the points of a line that sways between two places.

    Parameters
    ----------
    rng
        Source of the sway.
    start, end
        Row and column of the ends.
    sway
        How far it strays to the side [cells]; less near the ends.
    scale
        Length of its bends [cells].

    Returns
    -------
    Plane
        Row and column every half cell or closer, shape ``(n_points, 2)``.

    """
    ends = np.array([start, end], np.float64)
    across = ends[1] - ends[0]
    length = float(np.sqrt((across * across).sum()))
    count = max(2, int(length * 3))
    part = np.linspace(0, 1, count)
    side = np.array([-across[1], across[0]]) / max(length, 1.0)
    bend = wander(rng, count, scale * 3) * np.minimum(1, 6 * part * (1 - part)) * sway
    return np.asarray(ends[0] + part[:, None] * across + bend[:, None] * side)


def drawn(lines: Sequence[Plane]) -> Mask:
    """Return the cells that lines or points touch; what lies outside is left out."""
    mask = np.zeros((ROWS, COLS), np.bool_)
    for points in lines:
        row, col = np.rint(points).astype(np.int64).T
        on = (row >= 0) & (row < ROWS) & (col >= 0) & (col < COLS)
        mask[row[on], col[on]] = True
    return mask


def marked(points: Sequence[Point]) -> Mask:
    """Return the cells of single places."""
    return drawn([np.array(points, np.float64).reshape(-1, 2)])


def metres(mask: Mask) -> Plane:
    """Return the distance to the nearest cell of a mask [m]; far away if none."""
    if not mask.any():
        return np.full((ROWS, COLS), float(CELL_M * (ROWS + COLS)))
    far: Plane = ndimage.distance_transform_edt(~mask, sampling=CELL_M)
    return far


def near(away_m: Plane, reach_m: float) -> Plane:
    """Return 1 at a feature, a half at its reach, and less beyond."""
    part = away_m / reach_m
    return 1 / (1 + part * part)


def under(away_m: Plane, width: float) -> Plane:
    """Return the share of a cell under a line that takes ``width`` of its cells."""
    return np.where(away_m == 0, width, 0.0)


def soft(mask: Mask) -> Plane:
    """Return a mask as shares of cells, with an edge of part cells."""
    share: Plane = ndimage.uniform_filter(mask.astype(np.float64), 3)
    return np.rint(share * 9) / 9


def edge(mask: Mask) -> Mask:
    """Return the cells of a mask that border on other cells."""
    inner: Mask = ndimage.binary_erosion(mask, border_value=1)
    return mask & ~inner


def grown(
    centre: Point, n_cells: int, rough: Plane, allowed: Mask
) -> NDArray[np.int64]:
    """Return the cells of a blob, nearest first.

    Parameters
    ----------
    centre
        Row and column where it starts.
    n_cells
        Its size; less where the land runs out.
    rough
        Resistance of the land, 1 on average; it shapes the edge.
    allowed
        Cells it may take.

    Returns
    -------
    NDArray[np.int64]
        Flat cell numbers, the innermost first.

    """
    reach = int(2.5 * sqrt(n_cells / 3.0)) + 3
    top, left = max(0, int(centre[0]) - reach), max(0, int(centre[1]) - reach)
    rows = slice(top, min(ROWS, int(centre[0]) + reach))
    cols = slice(left, min(COLS, int(centre[1]) + reach))
    row, col = np.mgrid[rows, cols]
    away = np.sqrt((row - centre[0]) ** 2 + (col - centre[1]) ** 2)
    cost = np.where(allowed[rows, cols], (away + 0.5) * rough[rows, cols], np.inf)
    order = np.argsort(cost, axis=None, kind="stable")[:n_cells]
    order = order[np.isfinite(cost.ravel()[order])]
    return np.asarray(row.ravel()[order] * COLS + col.ravel()[order], np.int64)


def blob(centre: Point, n_cells: int, rough: Plane, allowed: Mask) -> Mask:
    """Return a blob as a mask."""
    mask = np.zeros(ROWS * COLS, np.bool_)
    mask[grown(centre, n_cells, rough, allowed)] = True
    return mask.reshape(ROWS, COLS)


def spanning(points: Sequence[Point]) -> list[tuple[int, int]]:
    """Return the pairs of the shortest tree that joins all points (Prim)."""
    place = np.array(points, np.float64)
    apart = ((place[:, None] - place[None]) ** 2).sum(axis=2)
    joined, pairs = [0], []
    while len(joined) < len(place):
        rest = [number for number in range(len(place)) if number not in joined]
        table = apart[np.ix_(joined, rest)]
        one, other = np.unravel_index(int(table.argmin()), table.shape)
        pairs.append((joined[int(one)], rest[int(other)]))
        joined.append(rest[int(other)])
    return pairs


def nearest_of(
    points: Sequence[Point], handicap: Sequence[Plane] | None = None
) -> NDArray[np.int32]:
    """Return the number of the nearest point per cell.

    Parameters
    ----------
    points
        Row and column of each.
    handicap
        Plane per point that is added to the distance to it [cells].

    """
    row, col = np.mgrid[0:ROWS, 0:COLS]
    best = np.full((ROWS, COLS), np.inf)
    number = np.zeros((ROWS, COLS), np.int32)
    for count, (top, left) in enumerate(points):
        away = np.sqrt((row - top) ** 2 + (col - left) ** 2)
        if handicap is not None:
            away = away + handicap[count]
        closer = away < best
        best[closer], number[closer] = away[closer], count
    return number
