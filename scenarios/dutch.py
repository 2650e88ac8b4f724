"""What ``grids`` and ``atlas`` say, in the language of the reader.

They know no languages: their errors are English, as a ``Sentence`` that keeps its
template and values. Here the same sentence is made in Dutch from a table by template,
with numbers as a Dutch reader writes them. What a library or the machine says is not
ours: the common phrases are known, the others are quoted as English.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from json import JSONDecodeError
from string import Formatter
from types import MappingProxyType
from typing import Literal

from grids.sentence import Sentence
from scenarios.sentences.archives import ARCHIVES, PACKS
from scenarios.sentences.data_sets import DATA_SETS
from scenarios.sentences.fetching import FETCHING
from scenarios.sentences.inspect import INSPECT
from scenarios.sentences.layers import EXPRESSIONS, LAYERS
from scenarios.sentences.machine import LIBRARIES, MACHINE
from scenarios.sentences.notes import NOTES
from scenarios.sentences.reading import READING
from scenarios.sentences.runs import EXPLAINED, FILES, RUNS, WORKBOOKS

Language = Literal["en", "nl"]

DUTCH: Mapping[str, str] = MappingProxyType(
    {
        **READING,
        **LAYERS,
        **EXPRESSIONS,
        **INSPECT,
        **DATA_SETS,
        **RUNS,
        **FILES,
        **WORKBOOKS,
        **EXPLAINED,
        **ARCHIVES,
        **PACKS,
    }
)
"""Dutch by English template."""

_HOLE = re.compile(r"\{(\w+)\}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_AS_IT_IS = {"path", "why", "how", "where", "got", "known"}
"""What may hold names and numbers of a file: left alone in recognised phrases."""
_POINTS = str.maketrans(",.", ".,")


def said(what: Exception | str, language: str) -> str:
    """Return what an error or a sentence says in a language.

    Parameters
    ----------
    what
        An error, or its text.
    language
        ``en`` or ``nl``.

    Returns
    -------
    str
        In English the text as it is. In Dutch the sentence of the table; what is no
        ``Sentence`` stays as it is.

    """
    if language == "en":
        return f"{what}"
    if isinstance(what, OSError) and what.strerror:
        place = "" if what.filename is None else f": {what.filename}"
        return f"{_foreign(what.strerror)}{place}"
    text = what if isinstance(what, str) else text_of(what)
    return _dutch(text) if isinstance(text, Sentence) else f"{text}"


def fetch_in_dutch(text: str) -> str:
    """Return the Dutch of why data did not come, after the kind of the service."""
    kind, colon, told = text.partition(": ")
    if not colon or " " in kind:
        kind, colon, told = "", "", text
    return kind + colon + _phrase(told, FETCHING)


def note_in(note: str, language: Language) -> str:
    """Return what happened on reading a layer in a language."""
    if language == "en":
        return note
    return "; ".join(_phrase(phrase, NOTES) for phrase in note.split("; "))


def text_of(error: Exception) -> str:
    """Return the ``Sentence`` of an error, or else its plain text."""
    first = error.args[0] if len(error.args) == 1 else None
    return first if isinstance(first, Sentence) else f"{error}"


def _dutch(sentence: Sentence) -> str:
    """Fill in the Dutch of a sentence."""
    write = Formatter()
    words = {}
    for _, name, spec, conversion in write.parse(sentence.template):
        if name is None:
            continue
        value = sentence.values[name]
        text = write.format_field(write.convert_field(value, conversion), spec or "")
        words[name] = _value(value, text, quoted=name == "why")
    return DUTCH.get(sentence.template, sentence.template).format_map(words)


def _value(value: object, text: str, *, quoted: bool) -> str:
    """Write a value in Dutch; ``text`` is how the English has it."""
    if isinstance(value, Sentence):
        return _dutch(value)
    if isinstance(value, Exception) and isinstance(text_of(value), Sentence):
        return said(value, "nl")
    if isinstance(value, OSError) and value.strerror:
        return said(value, "nl")
    if isinstance(value, JSONDecodeError):
        return f"geen JSON op regel {value.lineno}, teken {value.colno}"
    if quoted:
        return _foreign(text)
    try:
        float(text.replace(",", ""))
    except ValueError:
        return text
    return text if isinstance(value, str) else text.translate(_POINTS)


def _foreign(text: str) -> str:
    """Write what a library or the machine says; quote it if it is not known."""
    if text in MACHINE:
        return MACHINE[text]
    known = (dutch for phrase, dutch in LIBRARIES.items() if phrase in text)
    return next(known, f"in het Engels gemeld: {text}")


def _phrase(text: str, table: Sequence[tuple[str, str]]) -> str:
    """Recognise a note by its English, of which only the text was kept."""
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
    """Return what recognises a phrase: every hole takes as little as it can."""
    parts = _HOLE.split(english)
    text = "".join(
        f"(?P<{part}>.+?)" if at % 2 else re.escape(part)
        for at, part in enumerate(parts)
    )
    return re.compile(text, re.DOTALL)
