"""The map of a run as a layout to show: vivid new uses on pale land.

Map on the left, legend with hectares on the right, what to mind below it, sources at
the foot; about A4, landscape or portrait by the shape of the province.
"""

from pathlib import Path
from textwrap import wrap

from atlas.captions import made, source_lines, status_line, warnings
from atlas.document import said
from atlas.drawing.backdrop import Backdrop, backdrop
from atlas.drawing.furniture import north_arrow, scale_bar
from atlas.drawing.legend import Entry, Legend, draw_legend, height
from atlas.drawing.page import GREY, Page
from atlas.drawing.panel import draw, of_run
from atlas.drawing.view import View, fit
from atlas.formats import hectares
from atlas.look import Look
from atlas.present import new_uses
from atlas.read_run import Run
from atlas.words.words import Words
from atlas.writing import whole

NAME = "map.png"
"""Name of the picture in a run folder."""

FORMS = (".png", ".svg", ".pdf")
"""Forms in which the layout can be written."""

BOXES = ((1500, 1220), (900, 1720))
"""Room for the map on landscape and portrait A4 [pixels]."""

EDGE, GAP, COLUMN = 90, 60, 580
"""Margin, space before the legend, and width of the legend [pixels]."""

MOST_BELOW = 12
"""Current uses that get a line in the legend."""


def write_map(run: Run, folder: Path, words: Words) -> Path:
    """Draw ``map.png``.

    Parameters
    ----------
    run
        A run with an allocation.
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
    draw_map(run, folder / NAME, words, Look())
    return folder / NAME


def draw_map(run: Run, target: Path, words: Words, look: Look) -> None:
    """Draw the layout as PNG, SVG or PDF, by the name of the file.

    Parameters
    ----------
    run
        A run with an allocation.
    target
        The file: ``.png``, ``.svg`` or ``.pdf``.
    words
        The reader's language.
    look
        Palette and hatches.

    Raises
    ------
    ValueError
        If the name asks for another form.
    OSError
        If the folder cannot be written.

    """
    if target.suffix.lower() not in FORMS:
        raise ValueError(
            f"map must be one of {', '.join(FORMS)}, got '{target.name}'; "
            f"choose another name"
        )
    view, below = fit(run.grid, BOXES), backdrop(run, words)
    legends = (_new(run, words, look), _below(below, words))
    head = _head(run, words, view.width + GAP + COLUMN)
    foot = _foot(run, words, view.width + GAP + COLUMN)
    column = _column_height(run, legends, words)
    tall = max(view.height, column)
    top = EDGE + 64 + 28 * len(head) + 40
    bottom = top + tall + 50
    page = Page(
        view.width + GAP + COLUMN + 2 * EDGE, bottom + 22 * len(foot) + EDGE - 20
    )
    _title(page, run, head)
    axes = page.map_axes(EDGE, top + (tall - view.height) // 2, view)
    draw(axes, of_run(run, below.colour, look), view)
    _column(page, run, legends, (EDGE + view.width + GAP, top), words)
    _compass(page, run, view, (EDGE + view.width + GAP, top + tall - 96), words)
    for number, line in enumerate(foot):
        page.write(EDGE, bottom + 22 * number, line, fontsize=6, color=GREY)
    with whole(target) as path:
        page.save(path, run.document.name)


def _head(run: Run, words: Words, width: int) -> list[str]:
    """Return the lines below the title."""
    described = said(run.document.description, words.lang)
    return [status_line(run.document, words), *wrap(described, width // 13)[:2]]


def _foot(run: Run, words: Words, width: int) -> list[str]:
    """Return all sources, which licences ask to name, and how it was made."""
    named = source_lines(run.document.credited, words, int(width / 9.6))
    return [*named, made(run.document, words)]


def _title(page: Page, run: Run, head: list[str]) -> None:
    """Write the name of the scenario with what it is."""
    name = run.document.name
    size = min(17, 0.6 * (page.width - 2 * EDGE) / max(len(name), 1))
    page.write(EDGE, EDGE - 14, name, fontsize=size, weight="bold")
    for number, line in enumerate(head):
        page.write(EDGE, EDGE + 54 + 28 * number, line, fontsize=8.5, color=GREY)


def _new(run: Run, words: Words, look: Look) -> Legend:
    """Return the legend of the new uses, with their sum."""
    uses, lang = new_uses(run), words.lang
    colours, hatch = look.colours(run.uses), look.hatches(run.uses)
    entries = [
        Entry(
            colours[use.code],
            use.name(lang),
            (hectares(use.ha, lang),),
            hatch=hatch[use.code],
        )
        for use in uses
    ]
    total = hectares(sum(use.ha for use in uses), lang)
    entries.append(Entry(None, words.say("map.total"), (total,), is_sum=True))
    return Legend(words.say("map.new"), entries)


def _below(below: Backdrop, words: Words) -> Legend:
    """Return the legend of the land that stays."""
    entries = [Entry(colour, name) for name, colour in below.entries[:MOST_BELOW]]
    more = len(below.entries) - len(entries)
    if more:
        entries.append(Entry((255, 255, 255), words.say("map.more", n=more)))
    return Legend(words.say("map.current"), entries)


def _column_height(run: Run, legends: tuple[Legend, ...], words: Words) -> int:
    """Return how high the column beside the map must be [pixels]."""
    notes = len(warnings(run.document, words))
    below = 80 + 28 * notes if notes else 0
    return sum(height(legend) + 36 for legend in legends) + below + 150


def _column(
    page: Page,
    run: Run,
    legends: tuple[Legend, ...],
    place: tuple[int, int],
    words: Words,
) -> None:
    """Draw the legends and what to mind."""
    x, y = place[0], float(place[1])
    for legend in legends:
        y = draw_legend(page, legend, (x, y, COLUMN)) + 36
    notes = warnings(run.document, words)
    if not notes:
        return
    look = {"facecolor": "#fbf6e3", "edgecolor": "#e3d6a4", "linewidth": 0.6}
    page.box((x, y), (COLUMN, 54 + 28 * len(notes)), **look)
    page.write(x + 18, y + 12, words.say("map.mind"), fontsize=8, weight="bold")
    for number, note in enumerate(notes):
        page.write(x + 18, y + 42 + 28 * number, note, fontsize=7.5)


def _compass(
    page: Page, run: Run, view: View, place: tuple[int, int], words: Words
) -> None:
    """Draw scale bar and north arrow at the foot of the column."""
    x, y = place
    scale_bar(page, (x + 2, y + 44), run.grid.cell_m / view.scale, words)
    north_arrow(page, (x + COLUMN - 30, y), words)
