"""Sheets of hectares: per municipality and use, and from current to new use."""

from collections.abc import Sequence

from atlas.present import Shown, new_uses
from atlas.read_run import CURRENT_USE, MUNICIPALITY, Run
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.tally import Tally, per_group
from atlas.words.words import Words


def realisation_sheet(run: Run, words: Words) -> Sheet | None:
    """Return the hectares per municipality and use, None without municipalities."""
    zones = run.layer(MUNICIPALITY)
    if zones is None:
        return None
    tally, uses = per_group(run, zones), new_uses(run)
    names = [name or words.say("no_municipality") for name in tally.groups]
    rows = _rows(names, tally, uses)
    columns = _columns("col.municipality", uses, words)
    note = words.say("note.realisation")
    title, total = words.say("sheet.realisation"), _total(rows, words)
    return Sheet("realisation", title, note, columns, rows, total)


def from_to_sheet(run: Run, words: Words) -> Sheet | None:
    """Return the hectares from current to new use, None without current use."""
    layer = run.layer(CURRENT_USE)
    if layer is None:
        return None
    tally, uses = per_group(run, layer), new_uses(run)
    names = [
        words.known("current", name) if name else words.say("none")
        for name in tally.groups
    ]
    rows = _rows(names, tally, uses)
    columns = _columns("col.current_use", uses, words)
    note = words.say("note.from_to")
    title, total = words.say("sheet.from_to"), _total(rows, words)
    return Sheet("from_to", title, note, columns, rows, total)


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
