"""Records as a table for readers: Markdown, in Dutch or English."""

from collections.abc import Sequence

from atlas.formats import number
from benchmarks.against import against_sequence, few_of
from benchmarks.formats import gap_text, number_text
from benchmarks.markdown import table
from benchmarks.record import Record
from benchmarks.trace import GAPS
from benchmarks.words import say

TEXTS = ("case", "method", "status")
"""Columns of text, at the left."""

NUMBERS = (
    *("cells", "uses", "rows", "objective", "bound", "gap", "seconds", "times"),
    *(f"to_{gap:g}" for gap in GAPS),
    *("passes", "iterations", "nodes", "peak", "above", "remark"),
)
"""The other columns."""


def report(records: Sequence[Record], lang: str) -> str:
    """Write records as a page in Markdown.

    Parameters
    ----------
    records
        Of one run: gap, limit, seed and machine are those of the first.
    lang
        ``nl`` or ``en``.

    """
    if not records:
        return f"# {say('title', lang)}\n"
    first = records[0]
    how = say(
        "how",
        lang,
        gap=gap_text(first["asked_gap"], lang),
        limit=number(first["time_limit_s"], lang),
        seed=first["seed"],
        threads=first["threads"],
        machine=first["machine"],
        code=first["code"],
    )
    names = ", ".join(f"{name} {text}" for name, text in first["versions"].items())
    versions = say("versions", lang, names=names)
    head = [say(key, lang) for key in (*TEXTS, *NUMBERS)]
    unit = first_seconds(records)
    rows = [cells_of(record, lang, unit[record["case"]]) for record in records]
    body = table(head, rows, len(TEXTS))
    parts = [f"# {say('title', lang)}\n", f"{how}\n", f"{versions}\n", body]
    return "\n".join([*parts, *against_sequence(records, lang)])


def first_seconds(records: Sequence[Record]) -> dict[str, float]:
    """Return the time of the first method on every instance, the unit of the ratios."""
    first: dict[str, float] = {}
    for record in records:
        if record["status"] != "unsuited":
            first.setdefault(record["case"], record["seconds"])
    return {record["case"]: 0.0 for record in records} | first


def cells_of(record: Record, lang: str, unit_s: float = 0.0) -> list[str]:
    """Return the texts of one record, in the order of the columns.

    Parameters
    ----------
    record
        The record.
    lang
        ``nl`` or ``en``.
    unit_s
        Time that its own is divided by [s]; 0: no ratio.

    """
    times = record.get("time_to_gap") or {}
    figures = {
        **{key: (record.get(key), 0) for key in ("cells", "uses", "rows")},
        **{key: (record.get(key), 2) for key in ("objective", "bound")},
        "seconds": (record["seconds"], 2),
        "times": (record["seconds"] / unit_s if unit_s else None, 2),
        **{f"to_{gap:g}": (times.get(f"{gap:g}"), 2) for gap in GAPS},
        **{key: (record.get(key), 0) for key in ("passes", "iterations", "nodes")},
        "peak": (record.get("peak_memory_mb"), 0),
        "above": (record.get("above_instance_mb"), 0),
    }
    texts = {key: number_text(value, lang, n) for key, (value, n) in figures.items()}
    texts["gap"] = gap_text(record.get("gap"), lang)
    texts["remark"] = record.get("remark") or _conflict(record, lang)
    left = [record["case"], record["method"], say(record["status"], lang)]
    return left + [texts[key] for key in NUMBERS]


def _conflict(record: Record, lang: str) -> str:
    """Name the limits that a method could not meet, the first of them."""
    names = record.get("conflict") or []
    shown = few_of([name.partition(": ")[0] for name in names])
    return say("conflict", lang, n=len(names), names=shown) if names else ""
