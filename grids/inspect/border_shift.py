"""Whether zones that end at the border of the province would fit it better when moved.

A datum that is left out moves a map about 100 m, less than a cell, so that hardly any
cell shows it. But the border of a province is a border of its municipalities too: the
way from points on the one to the nearest point of the other tells the move. It is the
least-squares fit of the parts of those ways across the border, since a move along a
border does not show there (point-to-line matching of Chen and Medioni 1992).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.inspect.doubt import Doubt
from grids.inspect.shift import move_words
from grids.sentence import Sentence

STEP_M = 100
"""Way between points that are looked at along the border [m]."""

NEAR_M = 500
"""A border of the layer further away is another one [m]."""

LEAST_M = 10
"""A move that is told [m]: maps of one border differ by a few metres."""

LEAST_LEFT = 0.3
"""Part of the distance that may be left after the move."""

ROUNDS = 8
"""Times that the nearest points are looked up anew."""


def border_shift_doubt(name: str, shapes: NDArray[Any], outline: Any) -> Doubt | None:
    """Find a move that brings the borders of a layer onto that of the province.

    Parameters
    ----------
    name
        Of the layer.
    shapes
        Its polygons in RD.
    outline
        Polygon of the province in RD.

    Returns
    -------
    Doubt | None
        None if the borders lie on each other, or no move helps.

    """
    here, across = _border_points(outline)
    lines = _lines(shapes, outline)
    if not len(lines) or not len(here):
        return None
    now = _median(_ways(lines, here))
    if not now >= LEAST_M:
        return None
    move = np.zeros(2)
    for _ in range(ROUNDS):
        ways = _ways(lines, here + move)
        known = np.isfinite(ways).all(axis=1)
        if known.mean() < 0.5:
            return None
        off = (ways[known] * across[known]).sum(axis=1)
        kept = np.abs(off - np.median(off)) <= 2 * np.median(np.abs(off)) + 1
        step, *_ = np.linalg.lstsq(across[known][kept], off[kept], rcond=None)
        move += step
    then = _median(_ways(lines, here + move))
    if then > LEAST_LEFT * now or np.hypot(*move) < LEAST_M:
        return None
    return Doubt(
        "shifted",
        Sentence(
            "{name} lies about {move} of where it must: half of the border of the "
            "province lies {now:,.0f} m or more from a border of it, and moved back "
            "{then:,.0f} m; check its coordinate system and the datum that was used",
            name=name,
            move=move_words(*(round(float(part), -1) for part in move)),
            now=now,
            then=then,
        ),
    )


def _border_points(outline: Any) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return points along the outer border and the unit vectors across it there."""
    import shapely

    points, across = [], []
    for part in shapely.get_parts(outline):
        ring = shapely.get_exterior_ring(part)
        at = np.arange(0, ring.length, STEP_M)
        first, then = (
            shapely.get_coordinates(shapely.line_interpolate_point(ring, at + d))
            for d in (0, 1)
        )
        along = then - first
        length = np.hypot(*along.T)
        straight = length > 0
        unit = along[straight] / length[straight, None]
        points.append((first + along / 2)[straight])
        across.append(np.column_stack([-unit[:, 1], unit[:, 0]]))
    return np.concatenate(points), np.concatenate(across)


def _lines(shapes: NDArray[Any], outline: Any) -> NDArray[Any]:
    """Return the borders of the layer near that of the province, line by line."""
    import shapely

    band = shapely.buffer(shapely.boundary(outline), 2 * NEAR_M, quad_segs=2)
    shapely.prepare(band)
    rings = shapely.get_parts(shapely.boundary(shapes))
    ends, ring = shapely.get_coordinates(rings, return_index=True)
    one_ring = ring[:-1] == ring[1:]
    pieces = shapely.linestrings(np.stack([ends[:-1], ends[1:]], axis=1)[one_ring])
    return np.asarray(pieces[shapely.intersects(band, pieces)])


def _ways(lines: NDArray[Any], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the way from each point to the nearest line, NaN if none is near."""
    import shapely

    places = shapely.points(points)
    tree = shapely.STRtree(lines)
    point, line = tree.query_nearest(places, max_distance=NEAR_M, all_matches=False)
    ways = np.full((len(points), 2), np.nan)
    ends = shapely.get_coordinates(shapely.shortest_line(places[point], lines[line]))
    ways[point] = ends[1::2] - ends[::2]
    return ways


def _median(ways: NDArray[np.float64]) -> float:
    """Return the middle distance, of all points; one without a line lies far."""
    far = np.hypot(*ways.T)
    return float(np.median(np.where(np.isfinite(far), far, NEAR_M)))
