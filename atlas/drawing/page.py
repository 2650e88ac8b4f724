"""A page measured in pixels from its upper left corner, for texts and maps."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from atlas.colours import Rgb, darker, text
from atlas.drawing.text import FONT, drawable
from atlas.drawing.view import DPI, View

INK, GREY, LINE = "#26221f", "#6b645e", "#cfc8c0"
"""Colours of text, of less important text, and of thin lines."""


HATCH = {"hatch.linewidth": 0.4}
"""How thick the lines of a hatch are [points]."""

ABOUT: dict[str, dict[str, str | None]] = {
    "png": {"Software": "puzzel"},
    "svg": {"Creator": "puzzel", "Date": None},
    "pdf": {"Creator": "puzzel", "CreationDate": None},
}
"""What a file says about itself, per form; no time, so that bytes repeat."""


class Page:
    """A white page.

    Parameters
    ----------
    width, height
        Size [pixels].

    """

    def __init__(self, width: int, height: int) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self._figure = Figure((width / DPI, height / DPI), DPI, facecolor="white")
        FigureCanvasAgg(self._figure)
        self._paper = self._figure.add_axes((0, 0, 1, 1))
        self._paper.set(xlim=(0, width), ylim=(height, 0))
        self._paper.set_axis_off()

    def map_axes(self, x: int, y: int, view: View) -> Any:
        """Return axes for a map, exactly on pixels."""
        left, bottom = x / self.width, 1 - (y + view.height) / self.height
        size = (view.width / self.width, view.height / self.height)
        return self._figure.add_axes((left, bottom, *size))

    def write(self, x: float, y: float, words: str, **style: Any) -> None:
        """Write a text with its top at ``y``."""
        look: dict[str, Any] = {
            "color": INK,
            "fontsize": 8,
            "va": "top",
            "family": FONT,
        } | style
        self._paper.text(x, y, drawable(words), parse_math=False, **look)

    def line(self, xs: Sequence[float], ys: Sequence[float], **style: Any) -> None:
        """Draw a line."""
        look: dict[str, Any] = {
            "color": LINE,
            "linewidth": 0.6,
            "solid_capstyle": "butt",
        } | style
        self._paper.plot(xs, ys, **look)

    def box(
        self, corner: tuple[float, float], size: tuple[float, float], **style: Any
    ) -> None:
        """Draw a rectangle from its upper left corner."""
        from matplotlib.patches import Rectangle

        self._paper.add_patch(Rectangle(corner, *size, **style))

    def polygon(self, points: Sequence[tuple[float, float]], **style: Any) -> None:
        """Draw a polygon."""
        from matplotlib.patches import Polygon

        self._paper.add_patch(Polygon(points, closed=True, **style))

    def swatch(
        self, x: float, y: float, colour: Rgb, size: tuple[int, int], hatch: str = ""
    ) -> None:
        """Draw a colour of the legend with its hatch and its dark edge."""
        edge = text(darker(colour, 0.45 if min(colour) < 200 else 0.25))
        style = {"facecolor": text(colour), "edgecolor": edge, "linewidth": 0.6}
        self.box((x, y), size, **style)
        if hatch:
            lines = {"edgecolor": hatch_colour(colour), "linewidth": 0, "hatch": hatch}
            self.box((x, y), size, facecolor="none", **lines)

    def save(self, path: Path, title: str) -> None:
        """Write the page by the name of the file; same picture, same bytes."""
        from matplotlib import rc_context

        form = path.suffix.lower().removeprefix(".")
        about = {"Title": title} | ABOUT[form]
        with rc_context({"svg.hashsalt": "puzzel", "pdf.fonttype": 42, **HATCH}):
            self._figure.savefig(path, format=form, dpi=DPI, metadata=about)


def hatch_colour(colour: Rgb) -> str:
    """Return the colour of the lines of a hatch on a colour."""
    red, green, blue = colour
    dark = 0.3 * red + 0.59 * green + 0.11 * blue > 105
    return "#2a231d" if dark else "#ffffff"
