"""The first sheet: what this is, how good it is, and what to mind."""

from collections.abc import Sequence

from atlas.captions import gap_sentence
from atlas.document import Document, Label, Unmet, said
from atlas.formats import date, number
from atlas.layer_name import layer_name
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words

NAMED = 12
"""Names that a warning lists before it says how many more there are."""


def read_me_sheet(
    document: Document,
    sheets: tuple[Sheet, ...],
    words: Words,
    sentences: Sequence[Label] = (),
    notes: Sequence[str] = (),
) -> Sheet:
    """Return the facts of the run, its warnings, and what the other sheets hold.

    Parameters
    ----------
    document
        Of the run.
    sheets
        The other sheets.
    words
        The reader's language.
    sentences
        What the run says about itself.
    notes
        Warnings beside those that the document gives.

    """
    rows = [
        (words.say(key), value)
        for key, value in _facts(document, words)
        if value not in (None, "")
    ]
    rows += [(words.say("read.why"), text) for text in why_lines(document, words)]
    rows += [(words.say("read.explained"), said(one, words.lang)) for one in sentences]
    mind = [*notes, *warning_lines(document, words)] or [words.say("read.nothing")]
    rows += [(words.say("read.warnings"), text) for text in mind]
    rows += [(sheet.title, sheet.note) for sheet in sheets]
    columns = [
        Column(words.say("col.what"), width=28),
        Column(words.say("col.value"), "any", width=100),
    ]
    title = words.say("sheet.read_me")
    return Sheet("read_me", title, document.name, columns, rows)


def _facts(document: Document, words: Words) -> list[tuple[str, Value]]:
    """Return what the run is and how good."""
    return [
        ("read.what", words.say("read.is")),
        ("read.scenario", document.name),
        ("read.description", said(document.description, words.lang)),
        ("read.province", document.province),
        ("read.status", words.known("status", document.status)),
        ("read.gap", gap_sentence(document, words)),
        ("read.gap_number", document.gap),
        ("read.objective", document.objective),
        ("read.bound", document.bound),
        ("read.engine", document.engine),
        ("read.price_kind", words.known("price_kind", document.price_kind)),
        ("read.cell", document.cell_m),
        ("read.created", _created(document, words)),
    ]


def why_lines(document: Document, words: Words) -> list[str]:
    """Return one line per reason why the claims do not fit."""
    return [*document.excess, *(_unmet(row, words) for row in document.unmet)]


def _unmet(row: Unmet, words: Words) -> str:
    """Say what a row got and what it asks."""
    lacks = row.least is not None and row.achieved < row.least
    limit = row.least if lacks else row.most
    return words.say(
        "read.short" if lacks else "read.over",
        row=row.id,
        got=number(row.achieved, words.lang, 1),
        limit=number(limit or 0.0, words.lang, 1),
    )


def warning_lines(document: Document, words: Words) -> list[str]:
    """Return one line per thing to mind, with names."""
    lang = words.lang
    missed = [
        said(claim.label, lang, claim.id)
        for claim in document.claims
        if (claim.shortfall or 0) > 0
    ]
    over = [
        said(claim.label, lang, claim.id)
        for claim in document.claims
        if (claim.over or 0) > 0
    ]
    rules = [said(rule.label, lang, rule.id) for rule in document.not_applied]
    every = len(document.invented) == len(document.layers)
    invented = [layer_name(layer.name, words) for layer in document.invented]
    found = [
        (missed, "read.shortfall", ""),
        (over, "read.past", ""),
        (rules, "read.not_applied", words.say("sheet.rules")),
        ([] if every else invented, "read.invented", ""),
        (
            [layer_name(name, words) for name in document.not_taken_off],
            "read.not_taken_off",
            "",
        ),
    ]
    lines = [
        words.say(key, names=_names(names, words), sheet=sheet)
        for names, key, sheet in found
        if names
    ]
    if every and invented:
        lines.append(words.say("read.invented.all", n=len(invented)))
    if document.assumed:
        sheet, n = words.say("sheet.assumed"), len(document.assumed)
        lines.append(words.say("read.assumed", n=n, sheet=sheet))
    return lines


def _names(names: list[str], words: Words) -> str:
    """Join names; of very many only the first."""
    shown = names[:NAMED]
    more = len(names) - len(shown)
    tail = [words.say("map.more", n=more)] if more else []
    return "; ".join([*shown, *tail])


def _created(document: Document, words: Words) -> str:
    """Return the day on which the run was made."""
    return date(str(document.provenance.get("created") or ""), words.lang)
