"""Sentences of reading data, from English into Dutch.

``grids`` says what is wrong with a file, and what it did on reading, in English; here
the sentence is recognised and said in Dutch. One that is not in the table stays
English, so nothing is lost.
"""

import re
from collections.abc import Sequence
from functools import cache

from scenarios.sentences.fetching import FETCHING
from scenarios.sentences.reading import FAULTS, NOTES
from scenarios.words import Language

_HOLE = re.compile(r"\{(\w+)\}")
_MEANT = re.compile(r"; did you mean (?P<near>'[^']*')\?$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_AS_IT_IS = {"path", "why", "how", "where", "got", "known"}
"""What may hold names and numbers of a file: left alone."""


def fault_in_dutch(text: str) -> str:
    """Return the Dutch of what is wrong with a layer."""
    meant = _MEANT.search(text)
    if meant is None:
        return _dutch(text, FAULTS)
    return f"{_dutch(text[: meant.start()], FAULTS)}; bedoelde u {meant['near']}?"


def fetch_in_dutch(text: str) -> str:
    """Return the Dutch of why data did not come, after the kind of the service."""
    kind, colon, said = text.partition(": ")
    if not colon or " " in kind:
        kind, colon, said = "", "", text
    return kind + colon + _dutch(said, FETCHING)


def note_in(note: str, language: Language) -> str:
    """Return what happened on reading a layer in a language."""
    if language == "en":
        return note
    return "; ".join(_dutch(phrase, NOTES) for phrase in note.split("; "))


def _dutch(text: str, table: Sequence[tuple[str, str]]) -> str:
    for english, dutch in table:
        found = _pattern(english).fullmatch(text)
        if found:
            filled = {
                name: value if name in _AS_IT_IS else _THOUSANDS.sub(".", value)
                for name, value in found.groupdict().items()
            }
            return dutch.format(**filled)
    return text


@cache
def _pattern(english: str) -> re.Pattern[str]:
    """Return what recognises a sentence: every hole takes as little as it can."""
    parts = _HOLE.split(english)
    text = "".join(
        f"(?P<{part}>.+?)" if at % 2 else re.escape(part)
        for at, part in enumerate(parts)
    )
    return re.compile(text, re.DOTALL)
