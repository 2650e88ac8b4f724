"""Amounts in a sentence, as a reader of the language writes them."""

from scenarios.words import Language

EXACT_BELOW = 10_000
"""Amounts below this have a decimal, where it is not 0."""

DUTCH = str.maketrans(",.", ".,")
"""From English to Dutch signs of a number."""


def amount(value: float, language: Language) -> str:
    """Write 12,345 or 12.345; 9,876.5 or 9.876,5."""
    text = f"{value:,.1f}".removesuffix(".0") if abs(value) < EXACT_BELOW else ""
    text = text or f"{value:,.0f}"
    return text.translate(DUTCH) if language == "nl" else text
