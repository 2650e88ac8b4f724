"""Texts as the font can draw them."""

from functools import cache

FONT = "DejaVu Sans"
"""Comes with Matplotlib: the same picture on every computer."""

MISSING = "□"
"""Stands for a sign that the font does not have, such as an emoji."""


LONGEST = 300
"""Signs of a text that is drawn on one line; what is longer fits on no page."""


def drawable(words: str) -> str:
    """Return a text without signs that steer or that the font does not have."""
    known = _signs()
    words = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    plain = (sign if sign.isprintable() else " " for sign in words)
    return "".join(sign if ord(sign) in known else MISSING for sign in plain)


@cache
def _signs() -> frozenset[int]:
    """Return the code points of the font."""
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(FONT)).get_charmap())
