"""Something wrong at a key of the merged scenario, before its place is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.faults import Key


@dataclass(frozen=True)
class Finding:
    """A fault without its place.

    Parameters
    ----------
    path
        Way to the value.
    code
        Key of ``scenarios.sentences``.
    values
        What the sentence names; ``key`` if it is about another key than ``path``.
    at_key
        True if the key itself is wrong, not the value.

    """

    path: Key
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    at_key: bool = False
