"""A frontier as a picture: its plans, the proven bound beside them, the knee marked."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atlas.drawing.page import ABOUT, INK, LINE
from atlas.drawing.text import FONT, drawable
from atlas.drawing.view import DPI
from atlas.formats import figures
from scenarios.words import Language

WIDTH, HEIGHT = 1400, 1000
"""Size of the picture [pixels]."""

CURVE, NOW = "#1b6a8c", "#b3541e"
"""Colours of the plans on the frontier and of the scenario's own plan."""

TEXTS = {
    "now": ("plan van het scenario", "the scenario's plan"),
    "knee": ("knik", "knee"),
    "bound": ("bewezen grens", "proven bound"),
    "plans": ("plannen op de afruil", "plans on the frontier"),
}


def write_frontier(data: Mapping[str, Any], path: Path, lang: Language) -> Path:
    """Draw a frontier into a PNG, SVG or PDF file.

    Parameters
    ----------
    data
        What ``scenarios.frontier.find.Frontier.data`` returns.
    path
        The file; its name says the format.
    lang
        Language of the texts.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter

    say = {key: text[0 if lang == "nl" else 1] for key, text in TEXTS.items()}
    figure = Figure((WIDTH / DPI, HEIGHT / DPI), DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.12, 0.12, 0.84, 0.8))
    points = data["points"]
    first = [point["first"] for point in points]
    second = [point["second"] for point in points]
    bound = [point["first_bound"] for point in points]
    axes.plot(second, bound, color=LINE, lw=1, ls=(0, (4, 3)), label=say["bound"])
    style: dict[str, Any] = {
        "color": CURVE,
        "lw": 1.6,
        "marker": "o",
        "ms": 5,
        "zorder": 3,
    }
    axes.plot(second, first, label=say["plans"], **style)
    now = data["now"]
    axes.plot(now[1], now[0], "D", color=NOW, ms=6, ls="", label=say["now"], zorder=4)
    if data["knee"] is not None:
        bend = points[data["knee"]]
        spot = bend["second"], bend["first"]
        axes.plot(*spot, "o", ms=13, mfc="none", mec=CURVE, mew=1.4)
        note: dict[str, Any] = {"color": CURVE, "fontsize": 9, "family": FONT}
        axes.annotate(
            say["knee"], spot, _inward(data), textcoords="offset points", **note
        )
    label: dict[str, Any] = {"color": INK, "fontsize": 9, "family": FONT}
    axes.set_xlabel(_axis(data["between"][1], lang), **label)
    axes.set_ylabel(_axis(data["between"][0], lang), **label)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda v, _at: figures(v, lang)))
    axes.tick_params(colors=INK, labelsize=8)
    axes.grid(color="#e6e3de", lw=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.legend(loc="best", frameon=False, fontsize=8, prop={"family": FONT, "size": 8})
    form = path.suffix.lower().removeprefix(".")
    about = {"Title": "puzzel"} | ABOUT[form]
    with rc_context({"svg.hashsalt": "puzzel", "pdf.fonttype": 42}):
        figure.savefig(path, format=form, dpi=DPI, metadata=about)
    return path


def _inward(data: Mapping[str, Any]) -> tuple[int, int]:
    """Return where a note is clear of the curve: on the side of worse plans."""
    first, second = data["between"]
    return (14 if second["better"] == "less" else -34), (
        -16 if first["better"] == "more" else 10
    )


def _axis(one: Mapping[str, Any], lang: Language) -> str:
    better = {
        "more": ("meer is beter", "more is better"),
        "less": ("minder is beter", "less is better"),
    }[one["better"]]
    unit = f" [{one['unit']}]" if one["unit"] not in ("", "1") else ""
    return drawable(f"{one['label'][lang]}{unit} ({better[0 if lang == 'nl' else 1]})")
