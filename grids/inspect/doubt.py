"""A reason to doubt a layer: which rule of thumb, what was seen, what to do."""

from dataclasses import dataclass
from typing import Literal

from grids.sentence import Sentence

Rule = Literal[
    "unreadable",
    "elsewhere",
    "empty",
    "constant",
    "unit",
    "cut_off",
    "incomplete",
    "shifted",
]
"""Names of the rules of thumb."""


@dataclass(frozen=True)
class Doubt:
    """What a rule of thumb found.

    Parameters
    ----------
    rule
        Which rule.
    text
        What was seen and what to do; a ``Sentence``, so that it can be said in Dutch.

    """

    rule: Rule
    text: str


def unreadable(error: Exception) -> Doubt:
    """Return why a layer cannot be read; a ``Sentence`` stays one."""
    text = error.args[0] if len(error.args) == 1 else None
    return Doubt("unreadable", text if isinstance(text, Sentence) else f"{error}")
