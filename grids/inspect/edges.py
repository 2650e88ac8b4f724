"""Where a layer stops on a straight line inside the province: it was cut off.

Real areas end in bends; a box that was asked of a server, or a map sheet, ends in a
line along an axis. Of polygons and lines the edges count that lie on the extreme X or
Y of all of them; of a raster its own border. Points leave no trace.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.inspect.doubt import Doubt
from grids.sentence import Sentence

Side = Literal["west", "south", "east", "north"]
SIDES: dict[Side, Sentence] = {
    "west": Sentence("west"),
    "south": Sentence("south"),
    "east": Sentence("east"),
    "north": Sentence("north"),
}
"""Sides in the order of a box, and what they are called."""

ON_LINE_M = 0.5
"""How far a vertex may lie off the line [m]."""

LEAST_EDGE = 0.03
"""Length of edge on the line, as a part of the province's size that way."""

LEAST_EDGE_M = 2_000
"""Length of edge on the line [m]; blocks of a coarse map have shorter ones."""

LEAST_BEYOND = 0.01
"""Share of the province's cells beyond the line."""


def cut_doubts(
    name: str, geometries: NDArray[Any], grid: Grid, bounds_m: Sequence[float]
) -> Iterator[Doubt]:
    """Find sides on which features stop on a straight line.

    Parameters
    ----------
    name
        Of the layer.
    geometries
        Features in RD, not cut to the province, shape ``(n_features,)``.
    grid
        The cells.
    bounds_m
        Box within which features were looked for, in RD [m].

    Yields
    ------
    Doubt
        One a side.

    """
    import shapely

    if not len(geometries) or not (shapely.get_dimensions(geometries) > 0).all():
        return
    extent = shapely.total_bounds(geometries)
    starts, ends = _segments(geometries)
    size_m = (bounds_m[2] - bounds_m[0], bounds_m[3] - bounds_m[1])
    for number, side in enumerate(SIDES):
        axis = number % 2
        line = float(extent[number])
        on = (np.abs(starts[:, axis] - line) < ON_LINE_M) & (
            np.abs(ends[:, axis] - line) < ON_LINE_M
        )
        along = np.abs(starts[on, 1 - axis] - ends[on, 1 - axis]).sum()
        if along >= max(LEAST_EDGE_M, LEAST_EDGE * size_m[1 - axis]):
            yield from _doubt(name, grid, side, line)


def border_doubts(name: str, extent: Sequence[float], grid: Grid) -> Iterator[Doubt]:
    """Find sides on which a raster ends inside the province; ``extent`` in RD [m]."""
    for number, side in enumerate(SIDES):
        yield from _doubt(name, grid, side, float(extent[number]))


def _doubt(name: str, grid: Grid, side: Side, line: float) -> Iterator[Doubt]:
    """Tell it if enough of the province lies beyond the line."""
    x, y = grid.frame.centres_m()
    beyond = {
        "west": x[grid.col] < line,
        "east": x[grid.col] > line,
        "south": y[grid.row] < line,
        "north": y[grid.row] > line,
    }[side]
    n = int(beyond.sum())
    if n < LEAST_BEYOND * grid.n_cells:
        return
    yield Doubt(
        "cut_off",
        Sentence(
            "{name} ends on a straight line at {axis} {line:,.0f}, while {n:,} cells "
            "of the province lie {side} of it; get the layer for the whole province "
            "and its halo",
            name=name,
            axis="X" if side in ("west", "east") else "Y",
            line=line,
            n=n,
            side=SIDES[side],
        ),
    )


def _segments(geometries: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return start and end of every edge of polygons and lines, ``(n_edges, 2)``."""
    import shapely

    areas = shapely.get_dimensions(geometries) == 2
    lines = np.concatenate(
        [
            shapely.boundary(geometries[areas]),
            geometries[~areas],
        ]
    )
    parts = shapely.get_parts(lines)
    points, line = shapely.get_coordinates(parts, return_index=True)
    same = line[1:] == line[:-1]
    return points[:-1][same], points[1:][same]
