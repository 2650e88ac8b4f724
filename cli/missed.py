"""Rows that a plan or an attempt leaves outside their limits, in lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from atlas.formats import number
from cli.console import Console

SHOWN = 12
"""Rows that are named; the document has all."""


def status_words(document: Mapping[str, Any]) -> str:
    """Return the key of the words for how a search ended.

    A sequence proves nothing, and did not stop for want of time.
    """
    if document["attempt"] is not None:
        return "status_attempt"
    if document["status"] == "feasible" and document["bound"] is None:
        return "status_unproven"
    return f"status_{document['status']}"


def attempt_lines(console: Console, document: Mapping[str, Any]) -> Iterator[str]:
    """Name the hard rows that a sequence left unmet."""
    attempt = document["attempt"]
    if attempt is None:
        return
    yield from missed_lines(console, attempt["unmet"], "rows_unmet")
    points = number(attempt["points"], console.language, 1)
    yield console.say("attempt_points", points=points)


def missed_lines(
    console: Console, rows: Sequence[Mapping[str, Any]], heading: str
) -> Iterator[str]:
    """Name the rows that miss their limits, with value and limit.

    Parameters
    ----------
    console
        For the language.
    rows
        Mappings with ``id``, ``min``, ``max`` and ``achieved``.
    heading
        Key of the words that open the list; they take ``n``.

    """
    if not rows:
        return
    yield console.say(heading, n=len(rows))
    for row in rows[:SHOWN]:
        yield "  " + _line(console, row)
    if len(rows) > SHOWN:
        yield "  " + console.say("and_more", n=len(rows) - SHOWN)


def _line(console: Console, row: Mapping[str, Any]) -> str:
    """Say ``claim[homes]: 12,000, at least 16,500``."""
    least, most, got = row["min"], row["max"], row["achieved"]
    lacks = least is not None and got < least
    limit = least if lacks else most
    words = "row_short" if lacks else "row_over"
    return console.say(
        words,
        row=row["id"],
        got=_figure(got, console.language),
        limit=_figure(limit, console.language),
    )


def _figure(value: float, language: str) -> str:
    return number(value, language, 0 if abs(value) >= 1000 else 2)
