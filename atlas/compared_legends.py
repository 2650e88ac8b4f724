"""The legends below compared maps: uses, claims, and what the difference means.

The difference has colours that readers with colour blindness can tell apart (Okabe and
Ito 2008), and none of the uses' own.
"""

import numpy as np

from atlas.colours import Rgb
from atlas.comparison import OTHER, SAME, Comparison
from atlas.document import STAYS, Claim, said
from atlas.drawing.legend import Entry, Legend
from atlas.formats import hectares, number
from atlas.use_colours import use_colours
from atlas.words.words import Words

DIFFERENCES: tuple[Rgb, ...] = (
    (165, 165, 165),
    (60, 50, 70),
    (213, 94, 0),
    (0, 114, 178),
)
"""Colours of same, other, only in the first, only in the second."""

LETTERS = 38
"""Letters of a claim on one line."""

PLAIN: Rgb = (244, 242, 238)
"""Land below the difference."""


def compared_legends(comparison: Comparison, words: Words) -> tuple[Legend, ...]:
    """Return the legends of uses, claims and the difference."""
    return (
        _uses(comparison, words),
        _claims(comparison, words),
        _differences(comparison, words),
    )


def letter(run: int) -> str:
    """Return the letter by which a run is called: A, B, C."""
    return chr(ord("A") + run)


def _claims(comparison: Comparison, words: Words) -> Legend:
    """Return what every run reached of every claim."""
    entries = [
        Entry(
            None,
            _claimed(row.claim, words),
            tuple(_reached(value, words) for value in row.achieved),
        )
        for row in comparison.claims
    ]
    letters = tuple(letter(run) for run in range(len(comparison.runs)))
    return Legend(words.say("compare.claims"), entries, letters, LETTERS)


def _claimed(claim: Claim, words: Words) -> str:
    """Return a claim with its unit."""
    name = said(claim.label, words.lang, claim.id)
    return f"{name} [{words.known('unit', claim.unit)}]"


def _reached(value: float | None, words: Words) -> str:
    """Write what was reached; small numbers with a digit."""
    if value is None:
        return "–"
    return number(value, words.lang, 1 if 0 < abs(value) < 10 else 0)


def _uses(comparison: Comparison, words: Words) -> Legend:
    """Return the hectares of every use in every run, and the difference."""
    colours = use_colours([compared.use for compared in comparison.uses])
    shown = [
        (compared, colour)
        for compared, colour in zip(comparison.uses, colours, strict=True)
        if compared.use.id != STAYS and any(compared.ha)
    ]
    entries = [
        Entry(
            colour,
            said(compared.use.label, words.lang, compared.use.id),
            _figures(compared.ha, words),
        )
        for compared, colour in shown
    ]
    sums = (
        np.sum([compared.ha for compared, _ in shown], axis=0).tolist() if shown else []
    )
    if sums:
        entries.append(
            Entry(None, words.say("map.total"), _figures(sums, words), is_sum=True)
        )
    letters = tuple(letter(run) for run in range(len(comparison.runs)))
    columns = (*letters, words.say("compare.change"))
    return Legend(words.say("map.new"), entries, columns)


def _figures(ha: list[float] | tuple[float, ...], words: Words) -> tuple[str, ...]:
    """Write hectares per run, and the difference of the two that are shown."""
    change = round(ha[-1]) - round(ha[0])
    sign = "+" if change > 0 else "−" if change < 0 else ""
    last = f"{sign}{number(abs(change), words.lang)}\u00a0ha"
    return (*(hectares(value, words.lang) for value in ha), last)


def _differences(comparison: Comparison, words: Words) -> Legend:
    """Return what the colours of the difference mean, with hectares."""
    two = len(comparison.runs) == 2
    names = {
        SAME: words.say("compare.same"),
        OTHER: words.say("compare.other" if two else "compare.differs"),
    }
    if two:
        for run in range(2):
            names[OTHER + 1 + run] = words.say("compare.only", name=letter(run))
    areas = comparison.difference_ha
    entries = [
        Entry(DIFFERENCES[code - 1], name, (hectares(areas[code], words.lang),))
        for code, name in names.items()
    ]
    entries.append(
        Entry(PLAIN, words.say("map.stays"), (hectares(areas[0], words.lang),))
    )
    return Legend(words.say("compare.difference"), entries, ("",))
