"""Scale bar and north arrow."""

from atlas.drawing.page import GREY, INK, Page
from atlas.formats import number
from atlas.words.words import Words


def round_length_m(longest_m: float) -> int:
    """Return the longest of 1, 2, 5, 10, 20, ... that fits [m]."""
    steps = [step * 10**power for power in range(6) for step in (1, 2, 5)]
    return max((step for step in steps if step <= longest_m), default=1)


def scale_bar(
    page: Page, place: tuple[float, float], m_per_pixel: float, words: Words
) -> None:
    """Draw a bar with four fields and its length.

    Parameters
    ----------
    page
        The page.
    place
        Upper left corner [pixels].
    m_per_pixel
        Metres on the ground in one pixel.
    words
        The reader's language.

    """
    x, y = place
    length_m = round_length_m(300 * m_per_pixel)
    field = length_m / m_per_pixel / 4
    for part in range(4):
        colour = INK if part % 2 == 0 else "white"
        look = {"facecolor": colour, "edgecolor": INK, "linewidth": 0.5}
        page.box((x + part * field, y), (field, 10), **look)
    for part in (0, 2, 4):
        said = _length(length_m * part / 4, words.lang)
        unit = (" km" if length_m >= 1000 else " m") if part == 4 else ""
        km = length_m >= 1000
        shown = _length(length_m * part / 4000, words.lang) if km else said
        page.write(
            x + part * field, y + 18, shown + unit, ha="center", fontsize=7, color=GREY
        )


def north_arrow(page: Page, place: tuple[float, float], words: Words) -> None:
    """Draw an arrow to the north with its letter below; ``place`` is its tip."""
    x, y = place
    look = {"edgecolor": INK, "linewidth": 0.6, "joinstyle": "miter"}
    left = [(x, y), (x - 17, y + 52), (x, y + 40)]
    right = [(x, y), (x + 17, y + 52), (x, y + 40)]
    page.polygon(left, facecolor=INK, **look)
    page.polygon(right, facecolor="white", **look)
    page.write(x, y + 58, words.say("map.north"), ha="center", weight="bold")


def _length(value: float, lang: str) -> str:
    """Write a length without needless digits."""
    return number(value, lang, 0 if value == int(value) else 1)
