"""Numbers in a table of measurements, and what stands where there is none."""

import math

from atlas.formats import LOCALES, number

NOTHING = "–"
"""What stands where there is no figure."""


def gap_text(value: float | None, lang: str) -> str:
    """Write a gap with two figures that count: ``0.0012 %``."""
    if value is None or not math.isfinite(value):
        return NOTHING
    text = f"{100 * value:.2g}" if value else "0"
    if "e" in text and value:
        text = text.replace("e-0", "e-")
    comma = "," if LOCALES[lang].startswith("nl") else "."
    return f"{text.replace('.', comma)} %"


def number_text(value: float | None, lang: str, digits: int) -> str:
    """Write a number with so many digits, a dash where there is none."""
    if value is None or not math.isfinite(value):
        return NOTHING
    return number(value, lang, digits)
