"""Texts in the language of the reader: ``say("gap", gap="0,4%")``.

One dictionary per language with the same keys and the same places to fill in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from atlas.words import (
    en,
    indicators_en,
    indicators_nl,
    nl,
    page_en,
    page_nl,
    sweep_en,
    sweep_nl,
)

T = TypeVar("T")

LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "nl": nl.WORDS | indicators_nl.WORDS | page_nl.WORDS | sweep_nl.WORDS,
    "en": en.WORDS | indicators_en.WORDS | page_en.WORDS | sweep_en.WORDS,
}
"""Texts by key, per language."""


@dataclass(frozen=True)
class Words:
    """The texts of one language.

    Parameters
    ----------
    lang
        ``nl`` or ``en``.

    """

    lang: str

    def __post_init__(self) -> None:
        """Check the language."""
        if self.lang not in LANGUAGES:
            raise ValueError(
                f"language must be one of {', '.join(LANGUAGES)}, got {self.lang!r}"
            )

    def say(self, key: str, **values: object) -> str:
        """Return a text with its places filled in."""
        return LANGUAGES[self.lang][key].format(**values)

    def count(self, key: str, n: int, **values: object) -> str:
        """Return a text about a number of things; one has its own text."""
        return self.say(f"{key}.one" if n == 1 else key, n=n, **values)

    def known(self, group: str, name: str) -> str:
        """Return the text ``group.name``, or the name itself with spaces."""
        plain = name.replace("_", " ")
        return LANGUAGES[self.lang].get(f"{group}.{name.lower()}", plain)

    def yes(self, truth: bool) -> str:
        """Return yes or no."""
        return self.say("yes" if truth else "no")


def both(make: Callable[[Words], T]) -> dict[str, T]:
    """Return what ``make`` gives in either language, by language."""
    return {lang: make(Words(lang)) for lang in LANGUAGES}
