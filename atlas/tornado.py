"""A tornado: which number moves the plan most, low to the left, high to the right.

A bar is the land that gets another use, less what a mere search changes; a number whose
claims no longer fit has a hatched bar over the whole width.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any

from atlas.drawing.page import GREY, INK, Page
from atlas.formats import number
from atlas.words.words import Words
from atlas.writing import whole

NAMES = ("tornado.png", "tornado.svg")
"""Files of the picture."""

MOST = 20
"""Numbers that are drawn."""

EDGE, LABEL, HALF, ROW, TOP, FOOT = 60, 700, 470, 58, 210, 195
"""Margin, names, a side, height of a row, of title and of foot [pixels]."""

NEXT_TO = 150
"""Room beside a bar for its value [pixels]."""

LOW, HIGH, STUCK = "#2c7fb8", "#d95f0e", "#d8d2cb"
"""Colours of low and of high, apart for all readers, and of what does not fit."""


def write_tornado(data: Mapping[str, Any], folder: Path, words: Words) -> list[Path]:
    """Draw ``tornado.png`` and ``tornado.svg``.

    Parameters
    ----------
    data
        What ``scenarios.sensitivity.find`` returns.
    folder
        Where.
    words
        The reader's language.

    Returns
    -------
    list[Path]
        The files; none if no number was searched again.

    Raises
    ------
    OSError
        If the folder cannot be written.

    """
    rows = [one for one in data["numbers"] if one["searched"]][:MOST]
    if not rows:
        return []
    page = Page(2 * EDGE + LABEL + 2 * (HALF + NEXT_TO), TOP + FOOT + ROW * len(rows))
    title = words.say("tornado.title", name=data["scenario"])
    page.write(EDGE, 40, title, fontsize=14, weight="bold")
    page.write(EDGE, 96, words.say("tornado.note"), color=GREY, fontsize=9)
    _heads(page, data, words)
    largest = max((one["most_ha"] or 0.0 for one in rows), default=0.0) or 1.0
    for at, one in enumerate(rows):
        _row(page, TOP + at * ROW, one, largest, words)
    _foot(page, TOP + len(rows) * ROW, data, words)
    found = []
    for name in NAMES:
        with whole(folder / name) as path:
            page.save(path, title)
        found.append(folder / name)
    return found


def _middle() -> int:
    return EDGE + LABEL + NEXT_TO + HALF


def _heads(page: Page, data: Mapping[str, Any], words: Words) -> None:
    step = f"{100 * data['step']:.0f} %"
    for side, sign, away, colour in (("low", "−", -12, LOW), ("high", "+", 12, HIGH)):
        text = words.say(f"tornado.{side}", step=f"{sign}{step}")
        align = "right" if away < 0 else "left"
        place = _middle() + away
        style = {"color": colour, "weight": "bold", "fontsize": 9}
        page.write(place, TOP - 44, text, ha=align, **style)


def _row(
    page: Page, y: int, one: Mapping[str, Any], largest: float, words: Words
) -> None:
    """Draw one number: its name, its value now, and a bar a side."""
    lang, middle = words.lang, _middle()
    label = shorten(one["label"][lang], 66, placeholder="…")
    page.write(EDGE, y + 6, label, fontsize=8.5)
    now = shorten(one["text"], 60, placeholder="…")
    if one["assumed"]:
        now += f" · {words.say('tornado.assumed')}"
    page.write(EDGE, y + 31, now, color=GREY, fontsize=7)
    for side, way, colour in (("low", -1, LOW), ("high", 1, HIGH)):
        end = one[side]
        if end is None or "status" not in end:
            continue
        _bar(page, y, way, end, (largest, colour), words)
    page.line([middle, middle], [y, y + ROW], color=INK, linewidth=0.8)


def _bar(
    page: Page,
    y: int,
    way: int,
    end: Mapping[str, Any],
    look: tuple[float, str],
    words: Words,
) -> None:
    largest, colour = look
    middle, ha, stays = _middle(), end["net_ha"], end["may_stay"]
    length = HALF * (1.0 if ha is None else ha / largest)
    corner = (middle if way > 0 else middle - length, y + 9)
    style = {"facecolor": colour, "linewidth": 0, "alpha": 0.35 if stays else 1.0}
    if ha is None:
        style = {"facecolor": STUCK, "edgecolor": GREY, "hatch": "///", "linewidth": 0}
    page.box(corner, (length, ROW - 22), **style)
    shown = number(ha, words.lang) if ha is not None else _status(end, words)
    unsure = "" if end["settled"] else " ?"
    place = middle + way * (length + 10)
    page.write(
        place, y + 7, f"{shown} ha{unsure}" if ha is not None else shown, ha=_side(way)
    )
    page.write(place, y + 30, end["text"], ha=_side(way), color=GREY, fontsize=6.5)


def _side(way: int) -> str:
    return "left" if way > 0 else "right"


def _status(end: Mapping[str, Any], words: Words) -> str:
    return words.known("status", str(end["status"]))


def _foot(page: Page, y: int, data: Mapping[str, Any], words: Words) -> None:
    """Say what a mere search changes, and what was not searched."""
    numbers: Sequence[Mapping[str, Any]] = data["numbers"]
    searched = sum(one["searched"] for one in numbers)
    known = data["reference"]
    noise = number(known["noise_ha"], words.lang)
    lines = (
        words.say("tornado.stays"),
        words.say("tornado.unsure"),
        words.say("tornado.noise", ha=noise),
        words.say("tornado.rest", n=searched, all=len(numbers)),
    )
    for at, line in enumerate(lines):
        page.write(EDGE, y + 30 + 32 * at, line, color=GREY, fontsize=8)
