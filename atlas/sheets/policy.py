"""Sheet of what programmes ask to report: a number each, or why there is none."""

from atlas.document import Document, said
from atlas.sheets.sheet import Column, Sheet
from atlas.words.words import Words


def policy_sheet(document: Document, words: Words) -> Sheet:
    """Return all indicators of the programmes in the order of the run."""
    columns = [
        Column(words.say("col.indicator"), width=44),
        Column(words.say("col.value"), "number"),
        Column(words.say("col.unit")),
        Column(words.say("col.no_number"), width=60),
        Column(words.say("col.statements"), width=30),
        Column(words.say("col.id")),
    ]
    rows = [
        (
            said(indicator.label, words.lang, indicator.indicator),
            indicator.value,
            indicator.unit,
            None if indicator.computed else indicator.reason,
            ", ".join(indicator.statements),
            indicator.id,
        )
        for indicator in document.indicators
    ]
    return Sheet(
        "policy", words.say("sheet.policy"), words.say("note.policy"), columns, rows
    )
