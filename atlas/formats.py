"""Numbers, dates and RD coordinates as the reader writes them.

``1.234,5 ha`` and ``23 november 2026`` in Dutch, ``1,234.5 ha`` and
``23 November 2026`` in English; by Babel.
"""

from datetime import datetime

LOCALES = {"nl": "nl_NL", "en": "en_GB"}
"""Babel's locale per language."""


def number(value: float, lang: str, digits: int = 0) -> str:
    """Write a number with a fixed number of digits after the comma; no -0."""
    from babel.numbers import format_decimal

    value = round(value, digits) + 0.0
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(format_decimal(value, format=pattern, locale=LOCALES[lang]))


def hectares(value: float, lang: str, digits: int = 0) -> str:
    """Write an area: ``1.234 ha``; less than half a hectare gets a digit."""
    few = 1 if 0 < abs(value) < 9.95 and not digits else digits
    return f"{number(value, lang, few)}\u00a0ha"


def figures(value: float, lang: str, n: int = 3) -> str:
    """Write a number with so many figures that count: ``0,0202``, ``11,9``."""
    from babel.numbers import format_decimal

    if abs(value) >= 10**n:
        return number(value, lang)
    pattern = "@" * n
    return str(format_decimal(value, format=pattern, locale=LOCALES[lang]))


def short_number(value: float, lang: str) -> str:
    """Write a number with no more digits than it has: ``2,5``, ``1.000``."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, format="#,##0.######", locale=LOCALES[lang]))


def percent(value: float, lang: str) -> str:
    """Write a ratio as a percentage with two figures that count: ``0,42%``."""
    from babel.numbers import format_percent

    digits = 2 if abs(value) < 0.01 else 1
    pattern = "#,##0." + "0" * digits + "%"
    return str(format_percent(value, format=pattern, locale=LOCALES[lang]))


def gap(value: float, lang: str) -> str:
    """Write a gap; never as nothing when it is something."""
    if 0 < value < 1e-4:
        return f"< {percent(1e-4, lang)}"
    return percent(value, lang)


def rd(x_m: float, y_m: float, lang: str) -> str:
    """Write a place in RD: ``X 120.500 Y 487.300``."""
    return f"X {number(x_m, lang)} Y {number(y_m, lang)}"


def date(iso: str, lang: str) -> str:
    """Write a date ``YYYY``, ``YYYY-MM`` or longer in words; other texts as is."""
    from babel.dates import format_date

    if not iso:
        return ""
    pattern = {4: "y", 7: "MMMM y"}.get(len(iso), "d MMMM y")
    filled = iso + "2000-01-01"[len(iso) :]
    try:
        when = datetime.fromisoformat(filled)
    except ValueError:
        return iso
    return str(format_date(when, pattern, locale=LOCALES[lang]))
