"""One map: cells, edges of patches, borders, names of municipalities."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.colours import Rgb, darker, text
from atlas.drawing.edges import around, inner
from atlas.drawing.names import places
from atlas.drawing.page import hatch_colour
from atlas.drawing.text import drawable
from atlas.drawing.view import DPI, View
from atlas.look import Look
from atlas.read_run import MUNICIPALITY, Run
from grids.grid import Grid
from grids.layers import Layer

BORDER, OUTLINE = "#8a8078", "#4a4541"
"""Colours of municipal borders and of the province."""


@dataclass(frozen=True, eq=False)
class Picture:
    """What a map shows.

    Parameters
    ----------
    grid
        The cells.
    colour
        Red, green, blue per cell below the codes, shape ``(n_cells, 3)``.
    code
        Code per cell, 0 where the colour below shows, shape ``(n_cells,)``.
    colours
        Colour per code above 0.
    zones
        Municipalities, if they are to be drawn.
    hatches
        Hatch per code, as Matplotlib writes it.

    """

    grid: Grid
    colour: NDArray[np.uint8]
    code: NDArray[np.integer]
    colours: dict[int, Rgb]
    zones: Layer | None
    hatches: tuple[str, ...] = ()


def of_run(run: Run, below: NDArray[np.uint8], look: Look) -> Picture:
    """Return the picture of a run's allocation."""
    table = {code: colour for code, colour in enumerate(look.colours(run.uses)) if code}
    zones, hatches = run.layer(MUNICIPALITY), look.hatches(run.uses)
    return Picture(run.grid, below, run.use, table, zones, hatches)


def draw(axes: Any, picture: Picture, view: View, *, names: bool = True) -> None:
    """Draw a map on axes that have the size of the view.

    Parameters
    ----------
    axes
        Axes of Matplotlib.
    picture
        What to show.
    view
        Which part, at which scale.
    names
        Whether municipalities get their names.

    """
    grid = picture.grid
    west, east, south, north = view.edges
    axes.set(xlim=(west, east), ylim=(south, north))
    axes.set_axis_off()
    axes.imshow(
        _image(picture),
        extent=(0, grid.frame.cols, grid.frame.rows, 0),
        interpolation="nearest" if view.scale >= 1 else "antialiased",
        interpolation_stage="rgba",
        aspect="auto",
    )
    axes.set(xlim=(west, east), ylim=(south, north))
    _hatch(axes, picture)
    _edges(axes, picture, view)
    _borders(axes, picture, view)
    if names and picture.zones is not None:
        _names(axes, picture.zones, grid, view)


def _image(picture: Picture) -> NDArray[np.uint8]:
    """Return the cells as red, green, blue, alpha; nothing outside."""
    colour = picture.colour.copy()
    for code, chosen in picture.colours.items():
        colour[picture.code == code] = chosen
    inside = picture.grid.inside
    image = np.zeros((*inside.shape, 4), np.uint8)
    image[inside, :3], image[inside, 3] = colour, 255
    return image


def _hatch(axes: Any, picture: Picture) -> None:
    """Draw the hatch of every code over its cells, as one shape."""
    from matplotlib.collections import PolyCollection

    grid = picture.grid
    for code, hatch in enumerate(picture.hatches):
        cells = np.flatnonzero(picture.code == code)
        if not hatch or not cells.size:
            continue
        corner = np.stack([grid.col[cells], grid.row[cells]], axis=1)
        square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
        colour = hatch_colour(picture.colours[code])
        look: dict[str, Any] = {
            "facecolors": "none",
            "edgecolors": colour,
            "linewidths": 0,
        }
        squares = corner[:, None] + square[None]
        axes.add_collection(PolyCollection(squares, hatch=hatch, **look), autolim=False)


def _edges(axes: Any, picture: Picture, view: View) -> None:
    """Draw a dark edge around the cells of every code."""
    plane = picture.grid.to_plane(picture.code, 0)
    width = min(max(0.14 * view.scale, 0.45), 1.6)
    for code, colour in picture.colours.items():
        if (picture.code == code).any():
            _lines(axes, around(plane == code), text(darker(colour)), width)


def _borders(axes: Any, picture: Picture, view: View) -> None:
    """Draw municipal borders and the outline of the province."""
    thick = min(max(0.5 * view.scale, 1.2), 2.2)
    if picture.zones is not None:
        zone = picture.grid.to_plane(picture.zones.values + 2, 0)
        _lines(axes, inner(zone), BORDER, 0.7 * thick)
    _lines(axes, around(picture.grid.inside), OUTLINE, thick)


def _lines(axes: Any, pieces: NDArray[Any], colour: str, pixels: float) -> None:
    """Draw pieces of lines with a width in pixels."""
    from matplotlib.collections import LineCollection

    width = pixels * 72 / DPI
    axes.add_collection(
        LineCollection(
            list(pieces), colors=colour, linewidths=width, capstyle="projecting"
        ),
        autolim=False,
    )


def _names(axes: Any, zones: Layer, grid: Grid, view: View) -> None:
    """Write the names of municipalities that have room for them."""
    from matplotlib.patheffects import withStroke

    halo = [withStroke(linewidth=1.6, foreground="white", alpha=0.85)]
    for place in places(zones, grid, view.scale):
        axes.text(
            place.col,
            place.row,
            drawable(place.name),
            parse_math=False,
            fontsize=6.2,
            color="#57504a",
            ha="center",
            va="center",
            path_effects=halo,
        )
