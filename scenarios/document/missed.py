"""How far an amount lies outside its limits, below and above told apart."""

from typing import Any

from scenarios.json_text import finite
from solver.result import Result

SMALL = 1e-6
"""Relative distance from a limit that still counts as on it."""


def missed_part(achieved: float | None, least: float, most: float) -> dict[str, Any]:
    """Say how much is short of the least, and how much is over the most.

    Parameters
    ----------
    achieved
        What was reached; None without an answer.
    least, most
        The limits, infinite where there is none.

    """
    if achieved is None:
        return {"shortfall": None, "over": None}
    on_it = SMALL * max(1.0, abs(achieved))
    short, over = max(0.0, least - achieved), max(0.0, achieved - most)
    return {
        "shortfall": short if short > on_it else 0.0,
        "over": over if over > on_it else 0.0,
    }


def attempt_part(result: Result) -> dict[str, Any] | None:
    """Say which hard rows a sequence left unmet; None if there is no attempt."""
    attempt = result.attempt
    if attempt is None:
        return None
    return {
        "points": finite(attempt.points),
        "unmet": [
            {
                "id": row.row,
                "min": finite(row.low),
                "max": finite(row.high),
                "achieved": row.value,
            }
            for row in attempt.unmet
        ],
    }
