"""What is wrong in scenario files, and where: all of it at once.

A fault has a place in a file, the key it is about, and one sentence in English and
Dutch. ``zeeland.yaml:14:9: claims.homes.target must be > 0, got -5``
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scenarios.words import Language, say

Key = tuple[str | int, ...]
"""Way to a value: keys of mappings, numbers of list entries from 0."""


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file.

    Parameters
    ----------
    file
        Absolute path.
    line, column
        From 1; line 0 where there are no lines, as on the command line.
    name
        How the file is named to the user; default its last part.

    """

    file: Path
    line: int
    column: int
    name: str = ""

    def __str__(self) -> str:
        """Write it as compilers do, so that editors can jump to it."""
        name = self.name or self.file.name
        return f"{name}:{self.line}:{self.column}" if self.line else name


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    Parameters
    ----------
    place
        Where it stands.
    key
        What it is about, ``claims.homes.target``; empty for a whole file.
    message
        The sentence in English.
    translated
        The sentence in Dutch.

    """

    place: Place
    key: str
    message: str
    translated: str

    def text(self, language: Language = "en") -> str:
        """Write place and sentence on one line.

        Parameters
        ----------
        language
            ``en`` or ``nl``.

        Returns
        -------
        str
            For instance ``zeeland.yaml:14:9: claims.homes.target must be > 0, got -5``.

        """
        sentence = self.translated if language == "nl" else self.message
        return f"{self.place}: {sentence}"


class ScenarioError(ValueError):
    """A scenario with faults; the text lists all of them.

    Parameters
    ----------
    faults
        In any order; kept sorted by file and line.

    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        order = {fault: None for fault in faults}
        self.faults: tuple[Fault, ...] = tuple(
            sorted(order, key=lambda fault: (_by_file(fault.place), fault.message))
        )
        super().__init__(self.text("en"))

    def text(self, language: Language = "en") -> str:
        """Write all faults, one a line.

        Parameters
        ----------
        language
            ``en`` or ``nl``.

        Returns
        -------
        str
            Sorted by file and line.

        """
        return "\n".join(fault.text(language) for fault in self.faults)


def fault(place: Place, path: Key, code: str, /, **values: object) -> Fault:
    """Make a fault from a code of ``scenarios.sentences``.

    Parameters
    ----------
    place
        Where it stands.
    path
        Way to the value.
    code
        Which sentence.
    values
        What the sentence names.

    Returns
    -------
    Fault
        In both languages.

    """
    key = key_text(path)
    named = {"key": key, **values}
    return Fault(place, key, say(code, "en", **named), say(code, "nl", **named))


def key_text(path: Key) -> str:
    """Write the way to a value with points.

    Parameters
    ----------
    path
        Keys and numbers of list entries.

    Returns
    -------
    str
        ``rules.solar-ladder.rungs[1].where``; ``the file`` for the empty way.

    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".") or "the file"


def _by_file(place: Place) -> tuple[str, int, int]:
    return place.name or place.file.name, place.line, place.column
