"""Sheets of what the figures rest on: layers, assumed numbers, provenance."""

from atlas.document import Document, LayerFacts, said
from atlas.formats import date
from atlas.layer_name import layer_name
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words


def layers_sheet(document: Document, words: Words) -> Sheet:
    """Return where every layer comes from."""
    columns = [
        Column(words.say("col.layer"), width=38),
        Column(words.say("col.source"), width=50),
        Column(words.say("col.date")),
        Column(words.say("col.licence")),
        Column(words.say("col.invented")),
        Column(words.say("col.kind")),
        Column(words.say("col.unit")),
        Column(words.say("col.note"), width=50),
        Column(words.say("col.service"), width=50),
        Column(words.say("col.fetched")),
        Column(words.say("col.sha256"), width=68),
        Column(words.say("col.id")),
    ]
    rows = [_facts(layer, words) for layer in document.layers]
    note = words.say("note.layers")
    return Sheet("layers", words.say("sheet.layers"), note, columns, rows)


def assumed_sheet(document: Document, words: Words) -> Sheet:
    """Return the numbers that the programmes do not give."""
    columns = [
        Column(words.say("col.path"), width=50),
        Column(words.say("col.value"), "any"),
        Column(words.say("col.unit")),
        Column(words.say("col.reason"), width=60),
    ]
    rows = [
        (
            number.path,
            _plain(number.value),
            number.unit,
            said(number.reason, words.lang),
        )
        for number in document.assumed
    ]
    note = words.say("note.assumed")
    return Sheet("assumed", words.say("sheet.assumed"), note, columns, rows)


def provenance_sheet(document: Document, words: Words) -> Sheet:
    """Return input files, versions, seconds and settings."""
    columns = [
        Column(words.say("col.what"), width=26),
        Column(words.say("col.value"), "any", width=44),
        Column(words.say("col.sha256"), width=68),
        Column(words.say("col.source"), width=36),
        Column(words.say("col.date")),
        Column(words.say("col.licence")),
    ]
    facts = document.provenance
    rows: list[tuple[Value, ...]] = [
        (words.say(f"about.{key}"), _plain(facts.get(key)), "", "", "", "")
        for key in ("created", "seed", "platform", "hash")
        if facts.get(key) is not None
    ]
    for key, table in (("version", document.versions), ("seconds", document.seconds)):
        for name, value in table.items():
            what = words.say(f"about.{key}", name=name)
            rows.append((what, _plain(value), "", "", "", ""))
    for entry in facts.get("inputs") or ():
        keys = ("file", "sha256", "source", "date", "licence")
        rows.append((words.say("about.input"), *(entry.get(key) for key in keys)))
    note = words.say("note.provenance")
    return Sheet("provenance", words.say("sheet.provenance"), note, columns, rows)


def _facts(layer: LayerFacts, words: Words) -> tuple[Value, ...]:
    """Return one layer."""
    return (
        layer_name(layer.name, words),
        layer.source,
        date(layer.date, words.lang),
        layer.licence,
        words.yes(layer.invented),
        words.known("kind", layer.kind),
        layer.unit,
        layer.note,
        layer.service,
        date(layer.fetched, words.lang),
        "; ".join(checksum for _, checksum in layer.files),
        layer.name,
    )


def _plain(value: object) -> Value:
    """Return a number as it is, anything else as text."""
    if value is None or isinstance(value, (int, float)):
        return value
    return str(value)
