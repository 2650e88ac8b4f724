"""From a source to a layer on the grid.

Meshes and vector files give polygons, lines or points; files whose name ends as one of
``RASTER_SUFFIXES`` are rasters. Distances are read over the province and a halo, so
that what lies just over the border counts.
"""

from typing import Any

from grids.grid import Grid
from grids.layers import Layer
from grids.mesh import is_mesh, read_mesh
from grids.raster import read_raster
from grids.raster_layer import raster_layer
from grids.sentence import Sentence
from grids.sources import LayerSource, UnreadableError, check_file
from grids.vector import read_vector
from grids.vector_layer import polygon_layer, vector_layer

__all__ = ["UnreadableError", "read_layer", "read_raster", "read_vector"]

RASTER_SUFFIXES = (".tif", ".tiff", ".asc", ".img", ".vrt", ".nc", ".jp2")
"""Ends of file names that are read as a raster."""


def read_layer(
    source: LayerSource, grid: Grid, halo_m: float, outline: Any = None
) -> Layer:
    """Make one layer of a province from its source.

    Parameters
    ----------
    source
        File, kind and what to do with it.
    grid
        The province's cells.
    halo_m
        How far round the province features count for a distance [m]; it is widened
        where the nearest feature lies further.
    outline
        Polygon of the province in RD. A ``complement`` is clipped to it; without it,
        land over the border counts as left out too, which the layer's note says.

    Returns
    -------
    Layer
        Values per cell, with what happened on reading in ``origin.note``.

    Raises
    ------
    FileNotFoundError
        If the file is not there.
    UnreadableError
        If it cannot be read.
    GridMismatchError
        If a raster does not lie on the grid and the source does not say ``resample``.
    ValueError
        If the source does not fit its file, or cells of the province have no data.

    """
    check_file(source)
    if is_mesh(source):
        _check_mesh(source)
        return polygon_layer(source, grid, read_mesh(source), source.variable)
    if source.path.suffix.lower() in RASTER_SUFFIXES:
        return raster_layer(source, grid, halo_m)
    return vector_layer(source, grid, halo_m, outline)


def _check_mesh(source: LayerSource) -> None:
    """Refuse a mesh where it cannot give numbers or names at the cell's centre."""
    if source.kind not in ("value", "class", "zone"):
        raise ValueError(
            Sentence(
                "kind of layer '{name}' must be value, class or zone, because "
                "{path} is a mesh, got {kind}",
                name=source.name,
                path=source.path,
                kind=source.kind,
            )
        )
