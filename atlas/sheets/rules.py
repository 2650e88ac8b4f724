"""Sheet of the rules: applied or not and why, with the sentence behind them."""

from atlas.document import Document, Rule, said
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words


def rules_sheet(document: Document, words: Words) -> Sheet:
    """Return all rules in the order of the run."""
    columns = [
        Column(words.say("col.rule"), width=40),
        Column(words.say("col.kind")),
        Column(words.say("col.hardness")),
        Column(words.say("col.applied")),
        Column(words.say("col.reason"), width=40),
        Column(words.say("col.violated"), "number"),
        Column(words.say("col.price"), "number"),
        Column(words.say("col.quote"), width=70),
        Column(words.say("col.section"), width=30),
        Column(words.say("col.statements"), width=30),
        Column(words.say("col.id")),
    ]
    rows = [_row(rule, words) for rule in document.rules]
    return Sheet(
        "rules", words.say("sheet.rules"), words.say("note.rules"), columns, rows
    )


def _row(rule: Rule, words: Words) -> tuple[Value, ...]:
    """Return one rule."""
    violated = rule.violated
    return (
        said(rule.label, words.lang, rule.id),
        words.known("kind", rule.kind),
        words.known("hardness", rule.hardness),
        words.yes(rule.applied),
        rule.reason,
        words.yes(violated) if isinstance(violated, bool) else violated,
        rule.price,
        rule.quote,
        rule.section,
        ", ".join(rule.statements),
        rule.id,
    )
