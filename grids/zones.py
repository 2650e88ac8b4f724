"""Areas that cells belong to: polygons with a name, nearest points, square blocks.

Zones are numbered from 0 in the order of their names; only zones with a cell in the
province get a number. A cell without a zone has ``NO_ZONE``.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.distance import nearest
from grids.grid import Grid
from grids.layers import NO_ZONE, Layer, Origin
from grids.rasterise import codes
from grids.sentence import Sentence

MAX_DISPUTED = 0.01
"""Share of the cells that may lie in polygons with different values (slivers)."""


class OverlapError(ValueError):
    """A cell's centre lies in polygons that say different things."""


def polygon_at_centre(
    geometries: NDArray[Any], values: NDArray[Any], grid: Grid
) -> tuple[NDArray[np.int32], int]:
    """Return the number of the polygon that holds each cell's centre.

    Parameters
    ----------
    geometries
        Polygons in RD, shape ``(n_polygons,)``.
    values
        What they say; overlap matters only where it differs, ``(n_polygons,)``.
    grid
        The cells.

    Returns
    -------
    NDArray[np.int32]
        Index of the first polygon that holds the centre, -1 for none, ``(n_cells,)``.
    int
        Number of cells where another polygon says something else.

    Raises
    ------
    OverlapError
        If that is more than slivers along borders.

    """
    number = np.arange(len(geometries))
    first = grid.from_plane(codes(geometries[::-1], number[::-1], grid.frame))
    last = grid.from_plane(codes(geometries, number, grid.frame))
    held = first != NO_ZONE
    disputed = np.zeros(grid.n_cells, np.bool_)
    two = held & (first != last)
    disputed[two] = values[first[two]] != values[last[two]]
    count = int(disputed.sum())
    if count > MAX_DISPUTED * grid.n_cells:
        cell = int(np.flatnonzero(disputed)[0])
        x, y = grid.frame.centres_m()
        raise OverlapError(
            Sentence(
                "polygons must not overlap with different values, but {n:,} of "
                "{all:,} cells lie in two, such as '{one}' and '{other}' at X "
                "{x:,.0f} Y {y:,.0f}; clip them first",
                n=count,
                all=grid.n_cells,
                one=values[first[cell]],
                other=values[last[cell]],
                x=x[grid.col[cell]],
                y=y[grid.row[cell]],
            )
        )
    return first, count


def zones_by_polygon(
    geometries: NDArray[Any], names: Sequence[Any], grid: Grid
) -> tuple[NDArray[np.int32], dict[int, str], int]:
    """Give a number to the named polygons that hold the cells' centres.

    Returns
    -------
    NDArray[np.int32]
        Zone per cell, ``NO_ZONE`` where none, shape ``(n_cells,)``.
    dict[int, str]
        Name per zone number.
    int
        Number of cells that lie in two zones; the first polygon counts.

    """
    texts = np.asarray([as_label(name) for name in names], dtype=object)
    named = texts != ""
    polygon, disputed = polygon_at_centre(geometries[named], texts[named], grid)
    zone, labels = _numbered(polygon, list(texts[named]))
    return zone, labels, disputed


def zones_by_nearest(
    geometries: NDArray[Any], names: Sequence[Any], grid: Grid
) -> tuple[NDArray[np.int32], dict[int, str]]:
    """Give each cell the zone of the feature nearest to its centre.

    Features with the same name are one zone.
    """
    texts = np.asarray([as_label(name) for name in names], dtype=object)
    named = texts != ""
    return _numbered(nearest(geometries[named], grid), list(texts[named]))


def blocks(grid: Grid, block_m: int) -> Layer:
    """Divide the province in square blocks on multiples of their size.

    Parameters
    ----------
    grid
        The cells.
    block_m
        Edge of a block [m], a multiple of the cell size.

    Returns
    -------
    Layer
        Zone layer ``block_<block_m>m``; a label is the south-west corner in RD [m].

    Raises
    ------
    ValueError
        If the edge is no multiple of the cell size.

    """
    if block_m < grid.cell_m or block_m % grid.cell_m:
        raise ValueError(
            Sentence(
                "block size must be a multiple of the cell size {cell} m, got {got} m",
                cell=grid.cell_m,
                got=block_m,
            )
        )
    x, y = grid.frame.centres_m()
    east = (x[grid.col] // block_m).astype(np.int64)
    north = (y[grid.row] // block_m).astype(np.int64)
    places, zone = np.unique(
        np.stack([north, east], axis=1), axis=0, return_inverse=True
    )
    labels = {
        number: f"X {int(place[1]) * block_m} Y {int(place[0]) * block_m}"
        for number, place in enumerate(places)
    }
    origin = Origin(f"squares of {block_m} m on multiples of their size in RD New")
    values = zone.reshape(-1).astype(np.int32)
    return Layer(f"block_{block_m}m", "zone", values, "1", origin, labels)


def sizes_ha(
    layer: Layer, grid: Grid, area_ha: NDArray[np.float32] | None = None
) -> dict[int, float]:
    """Return the area of every zone or class of a layer [ha].

    Parameters
    ----------
    layer
        Zone or class layer.
    grid
        The grid it lies on.
    area_ha
        Area that counts per cell [ha], for instance what is available; the whole
        cell if None.

    Raises
    ------
    ValueError
        If the layer has no zones.

    """
    if layer.kind not in ("zone", "class"):
        raise ValueError(
            Sentence(
                "layer '{name}' must be of kind zone or class, got {kind}",
                name=layer.name,
                kind=layer.kind,
            )
        )
    area = np.full(grid.n_cells, grid.cell_area_ha) if area_ha is None else area_ha
    held = layer.values != NO_ZONE
    size = np.bincount(
        layer.values[held],
        area[held].astype(np.float64),
        minlength=max(layer.labels, default=-1) + 1,
    )
    return {code: float(size[code]) for code in sorted(layer.labels)}


def as_label(value: Any) -> str:
    """Return a column's value as the name of a zone; empty for a missing one."""
    if value is None or value != value:
        return ""
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    return str(value).strip()


def _numbered(
    feature: NDArray[np.int32], names: list[str]
) -> tuple[NDArray[np.int32], dict[int, str]]:
    """Give the names that occur numbers in their order."""
    present = sorted({names[number] for number in np.unique(feature) if number >= 0})
    if all(name.lstrip("-").isdigit() for name in present):
        present.sort(key=int)
    code = {name: number for number, name in enumerate(present)}
    table = np.array([code.get(name, NO_ZONE) for name in names] + [NO_ZONE], np.int32)
    return table[feature], dict(enumerate(present))
