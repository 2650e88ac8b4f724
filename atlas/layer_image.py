"""One layer as a picture: cells in their colours, legend with hectares, source.

Numbers are shown in ranges with round edges, the same as the histogram's; colours
from light to dark that readers who see few colours can tell apart (cividis).
"""

from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import numpy as np

from atlas.captions import sources
from atlas.colours import LAND, Rgb
from atlas.document import LayerFacts
from atlas.drawing.furniture import north_arrow, scale_bar
from atlas.drawing.legend import Entry, Legend, draw_legend, height
from atlas.drawing.page import GREY, Page
from atlas.drawing.panel import Picture, draw
from atlas.drawing.view import fit
from atlas.formats import hectares, short_number
from atlas.safe_palette import SAFE
from atlas.words.words import Words
from atlas.writing import whole
from grids.grid import Grid
from grids.histogram import Histogram, histogram
from grids.layers import Layer

BOXES = ((1300, 1000), (900, 1300))
"""Room for the map, landscape and portrait [pixels]."""

EDGE, GAP, COLUMN = 80, 50, 560
"""Margin, space before the legend, and its width [pixels]."""

MOST = 20
"""Entries of the legend; smaller zones share one grey."""

OTHERS: Rgb = (190, 186, 180)
"""Colour of zones and classes that have no entry."""


def draw_layer(
    layer: Layer, grid: Grid, target: Path, title: str, words: Words
) -> None:
    """Draw a layer as PNG, SVG or PDF, by the name of the file.

    Parameters
    ----------
    layer, grid
        What to draw.
    target
        The file.
    title
        Name of the layer in the reader's language.
    words
        The reader's language.

    Raises
    ------
    OSError
        If the folder cannot be written.

    """
    spread, view = histogram(layer, grid), fit(grid, BOXES)
    colours = part_colours(spread)
    unit = "" if layer.unit in ("1", "") else f" [{layer.unit}]"
    legend = _legend(spread, colours, words, words.known("kind", layer.kind) + unit)
    tall = max(view.height, height(legend) + 150)
    width = view.width + GAP + COLUMN + 2 * EDGE
    facts = LayerFacts.of(layer)
    foot = wrap(
        f"{words.say('map.sources')}: {sources([facts], words)}",
        int((width - 2 * EDGE) / 9.6),
    )
    top = EDGE + 70
    page = Page(width, top + tall + 50 + 22 * len(foot) + EDGE)
    size = min(15.0, 0.6 * (width - 2 * EDGE) / max(len(title), 1))
    page.write(EDGE, EDGE - 14, title, fontsize=size, weight="bold")
    axes = page.map_axes(EDGE, top + (tall - view.height) // 2, view)
    below = np.full((grid.n_cells, 3), LAND, np.uint8)
    table = {number + 1: colour for number, colour in enumerate(colours)}
    draw(axes, Picture(grid, below, spread.part + 1, table, None), view)
    left = EDGE + view.width + GAP
    draw_legend(page, legend, (left, top, COLUMN))
    scale_bar(page, (left + 2, top + tall - 52), grid.cell_m / view.scale, words)
    north_arrow(page, (left + COLUMN - 30, top + tall - 96), words)
    for number, line in enumerate(foot):
        at = top + tall + 50 + 22 * number
        page.write(EDGE, at, line, fontsize=6, color=GREY)
    target.parent.mkdir(parents=True, exist_ok=True)
    with whole(target) as path:
        page.save(path, title)


def part_colours(spread: Histogram) -> list[Rgb]:
    """Return the colour of every part of a histogram."""
    n = len(spread.ha)
    if spread.edges:
        from matplotlib import colormaps

        ramp = colormaps["cividis"].reversed()
        shades = ramp(np.linspace(0, 1, n) if n > 1 else [0.5])
        return [(int(r), int(g), int(b)) for r, g, b in shades[:, :3] * 255]
    own = [_tint(SAFE[at % len(SAFE)], at // len(SAFE)) for at in range(min(n, MOST))]
    return own + [OTHERS] * (n - len(own))


def _tint(colour: Rgb, times: int) -> Rgb:
    """Return a colour, lighter each time it comes again."""
    share = 0.35 * min(times, 2)
    red, green, blue = (round(part + (255 - part) * share) for part in colour)
    return red, green, blue


def _legend(
    spread: Histogram, colours: list[Rgb], words: Words, heading: str
) -> Legend:
    lang = words.lang
    if spread.edges:
        ends = [short_number(edge, lang) for edge in spread.edges]
        names = [f"{low} – {high}" for low, high in pairwise(ends)]
    else:
        names = list(spread.labels)
    entries = [
        Entry(colour, name, (hectares(ha, lang),))
        for colour, name, ha in zip(colours, names, spread.ha, strict=True)
    ]
    if len(entries) > MOST and not spread.edges:
        rest = sum(spread.ha[MOST:])
        more = words.say("map.more", n=len(entries) - MOST)
        entries = [*entries[:MOST], Entry(OTHERS, more, (hectares(rest, lang),))]
    return Legend(heading, entries)
