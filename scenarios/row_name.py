"""What a row's name says: ``kind[id, zone]``."""

from typing import NamedTuple


class RowName(NamedTuple):
    """The parts of a row's name.

    Parameters
    ----------
    kind
        Of the row: ``claim``, ``share``, ``budget`` ….
    id
        Of the claim or rule that asks for it; empty if the name has no brackets.
    zone
        Where it holds; empty where it holds for all.

    """

    kind: str
    id: str
    zone: str


def row_name(name: str) -> RowName:
    """Take a row's name apart."""
    kind, _, rest = name.partition("[")
    owner, _, zone = rest.removesuffix("]").partition(", ")
    return RowName(kind, owner, zone)
