"""Which cells belong to the province: those whose centre lies in its polygon."""

from typing import Any

from grids.grid import Frame, Grid
from grids.layers import NO_ZONE
from grids.rasterise import codes, dissolve
from grids.sentence import Sentence
from grids.sources import LayerSource
from grids.vector import read_vector


def province_outline(source: LayerSource) -> Any:
    """Return the province as one polygon in RD, its parts dissolved.

    Parameters
    ----------
    source
        File and filter (``provincie = 'Zeeland'``) that leave only the province.

    Raises
    ------
    ValueError
        If no polygon is left.

    """
    whole = dissolve(read_vector(source).geometries)
    if not whole.area > 0:
        raise ValueError(
            Sentence(
                "province must be at least one polygon, but {path} has none with "
                "{where!r}; check the filter",
                path=source.path,
                where=source.where,
            )
        )
    return whole


def grid_in(outline: Any, cell_m: int) -> Grid:
    """Return the grid of the cells whose centre lies in the outline.

    Parameters
    ----------
    outline
        Polygon of the province in RD.
    cell_m
        Edge of a cell [m].

    """
    frame = Frame.around(outline.bounds, cell_m)
    return Grid(frame, codes([outline], [0], frame) != NO_ZONE)


def province_grid(source: LayerSource, cell_m: int) -> Grid:
    """Return the grid of the province that a file describes.

    Parameters
    ----------
    source
        File and filter that leave only the province.
    cell_m
        Edge of a cell [m].

    """
    return grid_in(province_outline(source), cell_m)
