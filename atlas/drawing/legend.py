"""The column beside the map: what the colours mean, with hectares."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from atlas.colours import Rgb
from atlas.drawing.page import GREY, INK, LINE, Page

ROW, SWATCH, LETTERS = 37, (40, 24), 27
"""Height of a row and size of a colour [pixels]; letters on one line."""


MOST_LINES = 4
"""Lines of a name; the rest of a longer one is left out."""


@dataclass(frozen=True)
class Entry:
    """A colour or none, its name, and figures to the right of it.

    A sum stands below a line, in bold.
    """

    colour: Rgb | None
    name: str
    figures: tuple[str, ...] = ()
    is_sum: bool = False
    hatch: str = ""


@dataclass(frozen=True)
class Legend:
    """A heading with its entries.

    Parameters
    ----------
    heading
        Text above it.
    entries
        What it explains.
    columns
        Heading per figure; none if empty.
    letters
        Letters of a name on one line.

    """

    heading: str
    entries: Sequence[Entry]
    columns: tuple[str, ...] = ()
    letters: int = LETTERS


def lines(name: str, letters: int) -> list[str]:
    """Break a name to fit beside its colour, on a few lines."""
    found = wrap(name, letters, max_lines=MOST_LINES, placeholder=" …")
    return found or [""]


def height(legend: Legend) -> int:
    """Return how high a legend is [pixels]."""
    rows = sum(_height(entry, legend.letters) for entry in legend.entries)
    return 48 + rows + (26 if any(legend.columns) else 0)


def draw_legend(
    page: Page,
    legend: Legend,
    place: tuple[float, float, float],
    figure: int = 150,
) -> float:
    """Draw a legend and return where it ends.

    Parameters
    ----------
    page
        The page.
    legend
        What to draw.
    place
        Left, top and width [pixels].
    figure
        Width of a column of figures [pixels].

    """
    x, y, width = place
    page.write(x, y, legend.heading, fontsize=9, weight="bold")
    y += 30
    n_columns = len(legend.columns)
    if any(legend.columns):
        for column, name in enumerate(legend.columns):
            right = x + width - (n_columns - 1 - column) * figure
            page.write(right, y, name, fontsize=6.5, color=GREY, ha="right")
        y += 26
    page.line((x, x + width), (y + 4, y + 4))
    y += 18
    for entry in legend.entries:
        _entry(page, entry, (x, y, width), legend.letters, figure)
        y += _height(entry, legend.letters)
    return y


def _height(entry: Entry, letters: int) -> int:
    """Return the height of one entry [pixels]."""
    return ROW + 26 * (len(lines(entry.name, letters)) - 1)


def _entry(
    page: Page,
    entry: Entry,
    place: tuple[float, float, float],
    letters: int,
    figure: int,
) -> None:
    """Draw one colour with its name and figures."""
    x, y, width = place
    middle = y + SWATCH[1] / 2
    weight = "bold" if entry.is_sum else "normal"
    beside = x + 56 if entry.colour or entry.is_sum else x
    if entry.colour:
        page.swatch(x, y, entry.colour, SWATCH, entry.hatch)
    if entry.is_sum:
        page.line((x, x + width), (y - 2, y - 2), color=LINE)
        middle += 6
    for number, part in enumerate(lines(entry.name, letters)):
        below = middle + 26 * number
        page.write(beside, below, part, va="center", weight=weight, fontsize=8)
    for column, said in enumerate(reversed(entry.figures)):
        right = x + width - column * figure
        style = {"va": "center", "ha": "right", "weight": weight, "fontsize": 8}
        page.write(right, middle, said, color=INK, **style)
