"""What solving all claims at once gains over serving them one after the other."""

from collections.abc import Sequence

from benchmarks.formats import NOTHING, gap_text, number_text
from benchmarks.markdown import table
from benchmarks.record import Record
from benchmarks.words import say

SEQUENCE = "sequential"
"""Name of the engine that serves claims one after the other."""

SHOWN = 3
"""How many limits a cell names."""


def against_sequence(records: Sequence[Record], lang: str) -> list[str]:
    """Write a section on the gain over the sequence; empty without a sequence.

    Parameters
    ----------
    records
        Of one run.
    lang
        ``nl`` or ``en``.

    """
    sequences = {one["case"]: one for one in records if one["method"] == SEQUENCE}
    rows = [
        _cells(sequences[one["case"]], one, lang)
        for one in records
        if one["case"] in sequences
        and one["method"] != SEQUENCE
        and one["status"] in ("optimal", "feasible")
    ]
    if not rows:
        return []
    words = ("case", "method", "gain", "gain_share", "unmet_sequence", "unmet")
    return [
        f"## {say('against', lang)}\n",
        table([say(w, lang) for w in words], rows, 2),
    ]


def unmet(record: Record) -> list[str]:
    """Name the limits that a plan misses: at a price, or so that it is no plan."""
    names = [*(record.get("missed") or []), *(record.get("conflict") or [])]
    return [name.partition(": ")[0] for name in names]


def few_of(names: Sequence[str]) -> str:
    """Write the first names of a list, with dots if there are more."""
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")


def _cells(sequence: Record, record: Record, lang: str) -> list[str]:
    before, after = sequence["objective"], record["objective"]
    is_known = before is not None and before == before  # not NaN
    gain = after - before if is_known else None
    share = None if gain is None else gain / max(1e-12, abs(before))
    return [
        record["case"],
        record["method"],
        number_text(gain, lang, 2),
        gap_text(share, lang),
        _listed(unmet(sequence)),
        _listed(unmet(record)),
    ]


def _listed(names: list[str]) -> str:
    return f"{len(names)}: {few_of(names)}" if names else NOTHING
