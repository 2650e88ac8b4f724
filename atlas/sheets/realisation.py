"""Hectares per municipality and use, and from current to new use.

A page has them wide, a column per use, to read; a workbook has them long, a row per
municipality and use, to filter and pivot.
"""

from collections.abc import Sequence

from atlas.present import Shown, new_uses, present
from atlas.read_run import CURRENT_USE, MUNICIPALITY, Run
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.tally import Tally, per_group
from atlas.words.words import Words


def realisation_sheet(run: Run, words: Words, *, wide: bool = False) -> Sheet | None:
    """Return the hectares per municipality and use, None without municipalities."""
    zones = run.layer(MUNICIPALITY)
    if zones is None:
        return None
    tally = per_group(run, zones)
    names = [name or words.say("no_municipality") for name in tally.groups]
    return _sheet(run, words, "realisation", "col.municipality", (names, tally), wide)


def from_to_sheet(run: Run, words: Words, *, wide: bool = False) -> Sheet | None:
    """Return the hectares from current to new use, None without current use."""
    layer = run.layer(CURRENT_USE)
    if layer is None:
        return None
    tally = per_group(run, layer)
    names = [
        words.known("current", name) if name else words.say("none")
        for name in tally.groups
    ]
    return _sheet(run, words, "from_to", "col.current_use", (names, tally), wide)


def _sheet(
    run: Run,
    words: Words,
    key: str,
    first: str,
    groups: tuple[Sequence[str], Tally],
    wide: bool,
) -> Sheet:
    """Return the sheet in one of its two forms."""
    names, tally = groups
    title, note = words.say(f"sheet.{key}"), words.say(f"note.{key}")
    if wide:
        uses = new_uses(run)
        rows, columns = _rows(names, tally, uses), _columns(first, uses, words)
        return Sheet(key, title, note, columns, rows, _total(rows, words))
    shown = present(run)
    columns = [
        Column(words.say(first), width=28),
        Column(words.say("col.id"), width=18),
        Column(words.say("col.new_use"), width=28),
        Column(words.say("col.ha"), "ha"),
        Column(words.say(f"col.share.{key}"), "share"),
    ]
    long = _long(names, tally, shown, words)
    total = (words.say("total"), None, None, float(tally.ha.sum()), None)
    return Sheet(key, title, note, columns, long, total)


def _long(
    names: Sequence[str], tally: Tally, uses: Sequence[Shown], words: Words
) -> list[tuple[Value, ...]]:
    """Return one row per group and use, those of no hectares too."""
    return [
        (
            name,
            use.id,
            use.name(words.lang),
            float(ha[use.code]),
            float(ha[use.code] / ha.sum()) if ha.sum() else None,
        )
        for name, ha in zip(names, tally.ha, strict=True)
        for use in uses
    ]


def _columns(first: str, uses: Sequence[Shown], words: Words) -> list[Column]:
    """Return the headings: group, uses, and the two sums."""
    return [
        Column(words.say(first), width=28),
        *(Column(f"{use.name(words.lang)} [ha]", "ha") for use in uses),
        Column(words.say("col.changed"), "ha"),
        Column(words.say("col.stays"), "ha"),
        Column(words.say("col.total"), "ha"),
    ]


def _rows(
    names: Sequence[str], tally: Tally, uses: Sequence[Shown]
) -> list[tuple[Value, ...]]:
    """Return one row per group."""
    return [
        (
            name,
            *(float(ha[use.code]) for use in uses),
            float(ha[1:].sum()),
            float(ha[0]),
            float(ha.sum()),
        )
        for name, ha in zip(names, tally.ha, strict=True)
    ]


def _total(rows: list[tuple[Value, ...]], words: Words) -> tuple[Value, ...]:
    """Return the sum of every column."""
    columns = zip(*(row[1:] for row in rows), strict=True)
    sums = [sum(float(value or 0) for value in column) for column in columns]
    return (words.say("total"), *sums)
