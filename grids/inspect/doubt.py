"""A reason to doubt a layer: which rule of thumb, what was seen, what to do."""

from dataclasses import dataclass
from typing import Literal

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

    @property
    def is_fault(self) -> bool:
        """Whether the layer cannot be used at all."""
        return self.rule in ("unreadable", "elsewhere")
