"""Guess which known name was meant by an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches


def closest(name: str, known: Iterable[str]) -> str | None:
    """Find the closest known name.

    Parameters
    ----------
    name
        As written.
    known
        Names to choose from.

    Returns
    -------
    str | None
        None if nothing is close.

    """
    lower = {other.lower().replace("-", "_"): other for other in sorted(known)}
    wanted = name.lower().replace("-", "_")
    found = get_close_matches(wanted, lower, n=1, cutoff=0.6)
    return lower[found[0]] if found else None
