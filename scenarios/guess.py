"""Guess which known name was meant by an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Find the closest known name.

    Parameters
    ----------
    name
        As written.
    known
        Names to choose from.
    cutoff
        How like it must be [0..1].

    Returns
    -------
    str | None
        None if nothing is close.

    """
    lower = {other.lower().replace("-", "_"): other for other in sorted(known)}
    wanted = name.lower().replace("-", "_")
    found = get_close_matches(wanted, lower, n=1, cutoff=cutoff)
    return lower[found[0]] if found else None
