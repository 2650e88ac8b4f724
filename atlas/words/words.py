"""Texts in the language of the reader: ``say("gap", gap="0,4%")``.

One dictionary per language with the same keys and the same places to fill in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.words import en, nl

LANGUAGES: Mapping[str, Mapping[str, str]] = {"nl": nl.WORDS, "en": en.WORDS}
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
