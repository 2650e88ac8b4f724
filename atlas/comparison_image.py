"""Runs side by side as a picture, with the difference and one legend for all.

All maps have the same extent and scale.
"""

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import numpy as np

from atlas.captions import made, source_lines, status_line
from atlas.compared_legends import DIFFERENCES, PLAIN, compared_legends, letter
from atlas.comparison import Comparison
from atlas.drawing.backdrop import backdrop
from atlas.drawing.furniture import north_arrow, scale_bar
from atlas.drawing.legend import Legend, draw_legend, height
from atlas.drawing.page import GREY, Page
from atlas.drawing.panel import Picture, draw, of_run
from atlas.drawing.view import View, fit
from atlas.look import Look
from atlas.read_run import MUNICIPALITY
from atlas.words.words import Words
from atlas.writing import whole

NAME = "comparison.png"
"""Name of the picture."""

BOX = (960, 1000)
"""Room for each map [pixels]."""

EDGE, GAP, TITLE = 90, 50, 110
"""Margin, space between maps, and height of a map's title [pixels]."""

COMPASS = 480
"""Width of scale bar and north arrow [pixels]."""

LEAST = 820
"""Least width of a column [pixels]."""


def write_comparison(comparison: Comparison, folder: Path, words: Words) -> Path:
    """Draw ``comparison.png``.

    Parameters
    ----------
    comparison
        The runs.
    folder
        Where.
    words
        The reader's language.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OSError
        If the folder cannot be written.

    """
    view = fit(comparison.runs[0].grid, (BOX,))
    legends = compared_legends(comparison, words)
    step = max(view.width, LEAST) + GAP
    width = (len(comparison.runs) + 1) * step - GAP
    top = EDGE + 70 + TITLE
    below = top + view.height + 60
    foot = below + max(height(legend) for legend in legends) + 40
    named = _credits(comparison, words, int(width / 9.6))
    page = Page(width + 2 * EDGE, foot + 22 * len(named) + EDGE)
    title = words.say("compare.title")
    page.write(EDGE, EDGE - 14, title, fontsize=17, weight="bold")
    _maps(page, comparison, view, (top, step), words)
    _strip(page, legends, (below, step), width)
    _compass(page, comparison, view, (EDGE + width, foot - 60), words)
    by = made(comparison.runs[0].document, words)
    for number, line in enumerate([*named, by]):
        page.write(EDGE, foot + 22 * number, line, fontsize=6, color=GREY)
    with whole(folder / NAME) as path:
        page.save(path, " / ".join(comparison.names))
    return folder / NAME


def _credits(comparison: Comparison, words: Words, letters: int) -> list[str]:
    """Return the sources of all runs, each once, clear of scale bar and arrow."""
    layers = [one for run in comparison.runs for one in run.document.credited]
    return source_lines(layers, words, letters - COMPASS // 10)


def _maps(
    page: Page,
    comparison: Comparison,
    view: View,
    place: tuple[int, int],
    words: Words,
) -> None:
    """Draw the maps of all runs and the difference."""
    top, step = place
    for number, run in enumerate(comparison.runs):
        x = EDGE + number * step
        title = f"{letter(number)}  {comparison.names[number]}"
        _heading(page, (x, top), title, status_line(run.document, words), step)
        below = backdrop(run, words).colour
        picture = of_run(run, below, Look())
        draw(page.map_axes(x, top, view), picture, view, names=False)
    x = EDGE + len(comparison.runs) * step
    _heading(page, (x, top), words.say("compare.difference"), "", step)
    draw(page.map_axes(x, top, view), _difference(comparison), view, names=False)


def _heading(
    page: Page, place: tuple[int, int], title: str, status: str, step: int
) -> None:
    """Write name and status above a map."""
    x, y = place
    name = wrap(title, step // 20)[0]
    page.write(x, y - TITLE, name, fontsize=11, weight="bold")
    for line, part in enumerate(_at_dots(status, step // 13)[:2]):
        page.write(x, y - TITLE + 42 + 24 * line, part, fontsize=7.5, color=GREY)


def _at_dots(status: str, letters: int) -> list[str]:
    """Break a status between its parts, so that no line begins with a dot."""
    lines = [""]
    for part in status.split(" · "):
        longer = f"{lines[-1]} · {part}" if lines[-1] else part
        if len(longer) <= letters or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _difference(comparison: Comparison) -> Picture:
    """Return the map of the difference."""
    run = comparison.runs[0]
    colours = dict(enumerate(DIFFERENCES, start=1))
    plain = np.tile(np.array(PLAIN, np.uint8), (run.grid.n_cells, 1))
    zones = run.layer(MUNICIPALITY)
    return Picture(run.grid, plain, comparison.difference, colours, zones)


def _strip(
    page: Page, legends: Sequence[Legend], place: tuple[int, int], width: int
) -> None:
    """Draw the legends below the maps; the difference stands below its map."""
    y, step = place
    column = step - GAP
    for number, legend in enumerate(legends):
        last = number == len(legends) - 1
        x = EDGE + width - column if last else EDGE + number * step
        draw_legend(page, legend, (x, y, column), figure=160)


def _compass(
    page: Page,
    comparison: Comparison,
    view: View,
    place: tuple[int, int],
    words: Words,
) -> None:
    """Draw scale bar and north arrow in the lower right corner."""
    x, y = place
    metres = comparison.runs[0].grid.cell_m / view.scale
    scale_bar(page, (x - 420, y + 44), metres, words)
    north_arrow(page, (x - 30, y), words)
