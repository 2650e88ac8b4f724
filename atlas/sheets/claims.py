"""Sheets of claims, and of what is provided without land."""

from atlas.document import Document, said
from atlas.sheets.sheet import Column, Sheet
from atlas.words.words import Words


def claims_sheet(document: Document, words: Words) -> Sheet:
    """Return what is asked and what is reached."""
    numbers = ("least", "most", "achieved", "shortfall", "over")
    columns = [
        Column(words.say("col.claim"), width=34),
        Column(words.say("col.zone")),
        Column(words.say("col.unit")),
        *(Column(words.say(f"col.{name}"), "number") for name in numbers),
        Column(words.say("col.price"), "number"),
        Column(words.say("col.id")),
    ]
    rows = [
        (
            said(claim.label, words.lang, claim.id),
            claim.zone,
            words.known("unit", claim.unit),
            claim.least,
            claim.most,
            claim.achieved,
            claim.shortfall,
            claim.over,
            claim.price,
            claim.id,
        )
        for claim in document.claims
    ]
    note = words.say("note.claims")
    return Sheet("claims", words.say("sheet.claims"), note, columns, rows)


def supplies_sheet(document: Document, words: Words) -> Sheet:
    """Return what is provided without land."""
    columns = [
        Column(words.say("col.supply"), width=34),
        Column(words.say("col.unit")),
        Column(words.say("col.amount"), "number"),
        Column(words.say("col.cap"), "number"),
        Column(words.say("col.id")),
    ]
    rows = [
        (
            said(supply.label, words.lang, supply.id),
            words.known("unit", supply.unit),
            supply.amount,
            supply.cap,
            supply.id,
        )
        for supply in document.supplies
    ]
    note = words.say("note.supplies")
    return Sheet("supplies", words.say("sheet.supplies"), note, columns, rows)
