"""The sentences about faults in scenario files, in English and Dutch.

Keyed by the type of a pydantic error, or by a code of our own. ``{key}`` is the
place in the scenario (``claims.homes.target``), ``{got}`` the value that came.
A sentence says what must hold, what came, and what to do where that is known.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from grids.sentence import Sentence
from scenarios.dutch import Language as Language
from scenarios.dutch import said
from scenarios.sentences.table import SENTENCES

LANGUAGES: tuple[Language, ...] = ("en", "nl")

_PLAIN_NUMBER = {"en": "a plain number", "nl": "een kaal getal"}
_OR = {"en": "or", "nl": "of"}
_BOOLEANS = {True: "true", False: "false"}
_MEANT = {"en": ", did you mean '{}'?", "nl": ", bedoelde u '{}'?"}
_COLLECTION = {
    "dict": {"en": "a mapping", "nl": "een lijst van sleutels"},
    "list": {"en": "a list", "nl": "een lijst"},
    "none": {"en": "nothing", "nl": "niets"},
}


def say(code: str, language: Language, /, **values: object) -> str:
    """Write the sentence of a fault.

    Parameters
    ----------
    code
        Key of ``SENTENCES``; an unknown one gives the sentence in ``values['text']``.
    language
        ``en`` or ``nl``.
    values
        What the sentence names.

    Returns
    -------
    str
        One sentence, without a full stop.

    """
    sentence = SENTENCES.get(code, SENTENCES["other"])[LANGUAGES.index(language)]
    words = {"guess": "", "text": code}
    for name, value in values.items():
        words[name] = _WRITERS.get(name, _quoted)(value, language)
    return sentence.format_map(words)


def shown(value: object, language: Language) -> str:
    """Write a value as it stands in the file, short.

    Parameters
    ----------
    value
        Scalar, list or mapping.
    language
        For the words for a list and a mapping.

    Returns
    -------
    str
        Text between quotes, numbers bare, at most about 60 characters.

    """
    if value is None:
        return _COLLECTION["none"][language]
    if isinstance(value, bool):
        return _BOOLEANS[value]
    if isinstance(value, int | float):
        return f"{value}"
    if isinstance(value, Mapping):
        return _COLLECTION["dict"][language]
    if isinstance(value, list | tuple):
        return _COLLECTION["list"][language]
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}...'"


def _quoted(value: object, language: Language) -> str:
    return shown(value, language)


def _bare(value: object, language: Language) -> str:
    if isinstance(value, Exception | Sentence):
        return said(value, language)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _guess(value: object, language: Language) -> str:
    return _MEANT[language].format(value) if value else ""


def _choice(value: object, language: Language) -> str:
    """Write 'a', 'b' or 'c'."""
    names = [str(name) for name in value] if isinstance(value, Iterable) else []
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {_OR[language]} {names[-1]}"


def _units(value: object, language: Language) -> str:
    names = list(value) if isinstance(value, Iterable) else []
    return _choice(
        [_PLAIN_NUMBER[language] if name == "1" else name for name in names], language
    )


_WRITERS: Mapping[str, Callable[[object, Language], str]] = MappingProxyType(
    {
        "key": _bare,
        "limit": _bare,
        "text": _bare,
        "path": _bare,
        "home": _bare,
        "setting": _bare,
        "units": _units,
        "choices": _choice,
        "write": _choice,
        "guess": _guess,
    }
)
