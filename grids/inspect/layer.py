"""Look at one layer: read it, then apply all rules of thumb.

The rules that need the file (place, cut, shift) look at it once more, wider than the
province; those that need only numbers also serve layers without a file.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.crs import box_in_rd, is_rd
from grids.grid import Frame, Grid
from grids.inspect.border_shift import border_shift_doubt
from grids.inspect.doubt import Doubt, unreadable
from grids.inspect.edges import border_doubts, cut_doubts
from grids.inspect.place import likely_system
from grids.inspect.plausible import must_cover
from grids.inspect.shift import reach, shift_doubt
from grids.inspect.values import value_doubts
from grids.layers import Layer
from grids.mesh import is_mesh
from grids.rasterise import codes
from grids.read import RASTER_SUFFIXES, read_layer
from grids.sources import LayerSource
from grids.vector import read_vector


def inspect(
    source: LayerSource, grid: Grid, halo_m: float, outline: Any = None
) -> tuple[Layer | None, tuple[Doubt, ...]]:
    """Read a layer and look for what is wrong with it.

    Parameters
    ----------
    source
        File, kind and what to do with it.
    grid
        The province's cells.
    halo_m
        How far round the province features are read [m].
    outline
        Polygon of the province in RD.

    Returns
    -------
    Layer | None
        The layer, None if it cannot be read.
    tuple[Doubt, ...]
        What was found, worst first.

    """
    try:
        layer = read_layer(source, grid, halo_m, outline)
    except (OSError, ValueError) as error:
        return None, tuple(_unread(source, grid, error))
    found = list(value_doubts(layer))
    found += _of_file(source, layer, grid, halo_m, outline)
    if any(doubt.rule in ("shifted", "cut_off") for doubt in found):
        found = [doubt for doubt in found if doubt.rule != "incomplete"]
    return layer, tuple(found)


def _unread(source: LayerSource, grid: Grid, error: Exception) -> Iterator[Doubt]:
    """Say why a file cannot be read, and where its coordinates would lie."""
    yield unreadable(error)
    if not source.path.is_file():
        return
    try:
        bounds, crs = _own_box(source)
        likely = likely_system(bounds, crs, grid.frame.bounds_m)
    except (OSError, ValueError, IndexError):
        return
    if likely is not None:
        yield Doubt("elsewhere", likely)
    elif crs and _is_raster(source):
        yield from border_doubts(source.name, _rd_box(bounds, crs), grid)


def _of_file(
    source: LayerSource, layer: Layer, grid: Grid, halo_m: float, outline: Any
) -> Iterator[Doubt]:
    """Apply the rules that need more of the file than its cells in the province."""
    if is_mesh(source):
        return
    if _is_raster(source):
        bounds, crs = _own_box(source)
        yield from border_doubts(layer.name, _rd_box(bounds, crs), grid)
        return
    wide = grid.frame.padded(max(halo_m, grid.cell_m * reach(grid)))
    shapes = read_vector(source, wide.bounds_m).geometries
    yield from cut_doubts(layer.name, shapes, grid, grid.frame.bounds_m)
    if must_cover(layer) or layer.kind == "value":
        held = _held(shapes, grid.frame.padded(grid.cell_m * reach(grid)))
        doubt = shift_doubt(layer.name, held, grid)
        if doubt is None and must_cover(layer) and outline is not None:
            doubt = border_shift_doubt(layer.name, shapes, outline)
        if doubt is not None:
            yield doubt


def _held(shapes: NDArray[Any], frame: Frame) -> NDArray[np.bool_]:
    """Return the cells whose centre lies in a polygon, all if there are points."""
    import shapely

    if not (shapely.get_dimensions(shapes) == 2).all():
        return np.ones(frame.shape, np.bool_)
    return codes(shapes, np.ones(len(shapes), np.int64), frame) > 0


def _is_raster(source: LayerSource) -> bool:
    return source.path.suffix.lower() in RASTER_SUFFIXES


def _own_box(source: LayerSource) -> tuple[tuple[float, ...], Any]:
    """Return the box of a file as its numbers stand, and the system that it says."""
    if _is_raster(source):
        import rasterio

        with rasterio.open(source.path) as file:
            crs = file.crs.to_wkt() if file.crs else None
            return tuple(file.bounds), crs
    from pyogrio import read_info

    info = read_info(source.path, layer=source.table, force_total_bounds=True)
    return tuple(float(edge) for edge in info["total_bounds"]), info["crs"]


def _rd_box(bounds: tuple[float, ...], crs: Any) -> tuple[float, ...]:
    return bounds if is_rd(crs) else box_in_rd(crs, bounds)
