"""Texts in both languages, as a document holds them."""

from scenarios.schema.texts import Text


def texts(text: Text | None) -> dict[str, str] | None:
    """Return both languages of a text."""
    return None if text is None else {"nl": text.nl, "en": text.en}
