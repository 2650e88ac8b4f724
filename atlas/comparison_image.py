"""Runs side by side as a picture, with the difference and one legend for all.

All maps have the same extent and scale. The difference uses colours that readers with
colour blindness can tell apart, and none of the uses' own.
"""

from pathlib import Path
from textwrap import wrap

import numpy as np

from atlas.captions import made, status_line
from atlas.colours import Rgb
from atlas.comparison import OTHER, SAME, Comparison
from atlas.document import STAYS, said
from atlas.drawing.backdrop import backdrop
from atlas.drawing.furniture import north_arrow, scale_bar
from atlas.drawing.legend import Entry, Legend, draw_legend, height
from atlas.drawing.page import GREY, Page
from atlas.drawing.panel import Picture, draw, of_run
from atlas.drawing.view import View, fit
from atlas.formats import hectares, number
from atlas.read_run import MUNICIPALITY
from atlas.use_colours import use_colours
from atlas.words.words import Words
from atlas.writing import whole

NAME = "comparison.png"
"""Name of the picture."""

BOX = (960, 1000)
"""Room for each map [pixels]."""

EDGE, GAP, TITLE = 90, 50, 110
"""Margin, space between maps, and height of a map's title [pixels]."""

DIFFERENCES: tuple[Rgb, ...] = (
    (165, 165, 165),
    (60, 50, 70),
    (213, 94, 0),
    (0, 114, 178),
)
"""Colours of same, other, only in the first, only in the second."""

PLAIN: Rgb = (244, 242, 238)
"""Land below the difference."""


def letter(run: int) -> str:
    """Return the letter by which a run is called: A, B, C."""
    return chr(ord("A") + run)


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
    legends = _legends(comparison, words)
    n_maps = len(comparison.runs) + 1
    width = n_maps * view.width + (n_maps - 1) * GAP
    top = EDGE + 70 + TITLE
    below = top + view.height + 60
    foot = below + max(height(legend, 40) for legend in legends) + 40
    page = Page(width + 2 * EDGE, foot + EDGE)
    page.write(EDGE, EDGE - 14, words.say("compare.title"), fontsize=17, weight="bold")
    _maps(page, comparison, view, top, words)
    _strip(page, legends, (below, width), comparison, words)
    place = (EDGE + width - 420, foot - 60)
    scale_bar(page, (place[0], place[1] + 44), _ground(comparison, view), words)
    north_arrow(page, (place[0] + 390, place[1]), words)
    page.write(EDGE, foot, _made(comparison, words), fontsize=6, color=GREY)
    with whole(folder / NAME) as path:
        page.save(path, " / ".join(comparison.names))
    return folder / NAME


def _maps(
    page: Page, comparison: Comparison, view: View, top: int, words: Words
) -> None:
    """Draw the maps of all runs and the difference."""
    for place, run in enumerate(comparison.runs):
        x = EDGE + place * (view.width + GAP)
        title = f"{letter(place)}  {comparison.names[place]}"
        _heading(page, (x, top), title, status_line(run.document, words), view)
        below = backdrop(run, words).colour
        picture = of_run(run, below, use_colours(run.uses))
        draw(page.map_axes(x, top, view), picture, view, names=False)
    x = EDGE + len(comparison.runs) * (view.width + GAP)
    _heading(page, (x, top), words.say("compare.difference"), "", view)
    draw(page.map_axes(x, top, view), _difference(comparison), view, names=False)


def _heading(
    page: Page, place: tuple[int, int], title: str, status: str, view: View
) -> None:
    """Write name and status above a map."""
    x, y = place
    name = wrap(title, max(view.width // 19, 12))[0]
    page.write(x, y - TITLE, name, fontsize=11, weight="bold")
    for line, part in enumerate(wrap(status, max(view.width // 12, 20))[:2]):
        page.write(x, y - TITLE + 42 + 24 * line, part, fontsize=7.5, color=GREY)


def _difference(comparison: Comparison) -> Picture:
    """Return the map of the difference."""
    run = comparison.runs[0]
    colours = dict(enumerate(DIFFERENCES, start=1))
    plain = np.tile(np.array(PLAIN, np.uint8), (run.grid.n_cells, 1))
    zones = run.layer(MUNICIPALITY)
    return Picture(run.grid, plain, comparison.difference, colours, zones)


def _legends(comparison: Comparison, words: Words) -> tuple[Legend, Legend]:
    """Return the legend of the uses and that of the difference."""
    return _uses(comparison, words), _differences(comparison, words)


def _uses(comparison: Comparison, words: Words) -> Legend:
    """Return the hectares of every use in every run, and the difference."""
    colours = use_colours([compared.use for compared in comparison.uses])
    shown = [
        (compared, colour)
        for compared, colour in zip(comparison.uses, colours, strict=True)
        if compared.use.id != STAYS and any(compared.ha)
    ]
    entries = [
        Entry(
            colour,
            said(compared.use.label, words.lang, compared.use.id),
            _figures(compared.ha, words),
        )
        for compared, colour in shown
    ]
    sums = (
        np.sum([compared.ha for compared, _ in shown], axis=0).tolist() if shown else []
    )
    if sums:
        entries.append(Entry(None, words.say("map.total"), _figures(sums, words)))
    letters = tuple(letter(run) for run in range(len(comparison.runs)))
    columns = (*letters, words.say("compare.change"))
    return Legend(words.say("map.new"), entries, columns)


def _figures(ha: list[float] | tuple[float, ...], words: Words) -> tuple[str, ...]:
    """Write hectares per run, and the last minus the first with its sign."""
    change = round(ha[-1] - ha[0])
    sign = "+" if change > 0 else "−" if change < 0 else ""
    last = f"{sign}{number(abs(change), words.lang)}\u00a0ha"
    return (*(hectares(value, words.lang) for value in ha), last)


def _differences(comparison: Comparison, words: Words) -> Legend:
    """Return what the colours of the difference mean, with hectares."""
    two = len(comparison.runs) == 2
    names = {
        SAME: words.say("compare.same"),
        OTHER: words.say("compare.other" if two else "compare.differs"),
    }
    if two:
        for run in range(2):
            names[OTHER + 1 + run] = words.say("compare.only", name=letter(run))
    areas = comparison.difference_ha
    entries = [
        Entry(DIFFERENCES[code - 1], name, (hectares(areas[code], words.lang),))
        for code, name in names.items()
    ]
    entries.append(
        Entry(PLAIN, words.say("map.stays"), (hectares(areas[0], words.lang),))
    )
    return Legend(words.say("compare.difference"), entries, ("",))


def _strip(
    page: Page,
    legends: tuple[Legend, Legend],
    place: tuple[int, int],
    comparison: Comparison,
    words: Words,
) -> None:
    """Draw both legends below the maps."""
    y, width = place
    wide = min(width - 700, 700 + 190 * len(comparison.runs))
    draw_legend(page, legends[0], (EDGE, y, wide), letters=40, figure=190)
    draw_legend(page, legends[1], (EDGE + width - 620, y, 620), letters=40)


def _ground(comparison: Comparison, view: View) -> float:
    """Return the metres on the ground in a pixel."""
    return comparison.runs[0].grid.cell_m / view.scale


def _made(comparison: Comparison, words: Words) -> str:
    """Say how the first run was made; the others lie on the same grid."""
    return made(comparison.runs[0].document, words)
