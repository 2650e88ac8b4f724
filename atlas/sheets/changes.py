"""Sheets of what differs between runs: settings of the scenarios, and rules."""

from collections.abc import Sequence

from atlas.document import Document, Rule
from atlas.formats import figures
from atlas.scenario_difference import Difference
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words

LEAST = 1e-4
"""What a rule misses below which it is met; the rest is rounding."""


def changes_sheet(
    changes: Sequence[Difference],
    names: Sequence[str],
    words: Words,
    key: str = "changes",
) -> Sheet:
    """Return settings, a column per scenario; ``changes`` are those that differ."""
    columns = [
        Column(words.say("col.part"), width=16),
        Column(words.say("col.key"), width=40),
        *(Column(name, width=30) for name in names),
    ]
    rows: list[tuple[Value, ...]] = [
        (words.known("part", one.part), ".".join(one.path[1:]), *one.values)
        for one in changes
    ]
    title, note = words.say(f"sheet.{key}"), words.say(f"note.{key}")
    return Sheet(key, title, note, columns, rows)


def rule_changes_sheet(
    documents: Sequence[Document], names: Sequence[str], words: Words
) -> Sheet:
    """Return the rules that do not do the same in all runs."""
    tables = [{rule.id: rule for rule in one.rules} for one in documents]
    columns = [
        Column(words.say("col.rule"), width=40),
        *(Column(name, width=30) for name in names),
        Column(words.say("col.id")),
    ]
    rows: list[tuple[Value, ...]] = []
    for rule_id in dict.fromkeys(name for table in tables for name in table):
        rules = [table.get(rule_id) for table in tables]
        shown = [_state(rule, words) for rule in rules]
        if len(set(shown)) > 1:
            label = documents[_first(rules)].rule_label(rule_id, words.lang)
            rows.append((label, *shown, rule_id))
    note = words.say("note.rule_changes")
    return Sheet("rule_changes", words.say("sheet.rule_changes"), note, columns, rows)


def _first(rules: Sequence[Rule | None]) -> int:
    """Return the first run that has the rule."""
    return next(at for at, rule in enumerate(rules) if rule is not None)


def _state(rule: Rule | None, words: Words) -> str:
    """Say what a rule does in a run."""
    if rule is None:
        return words.say("rule.absent")
    if not rule.applied:
        return words.say("rule.not_applied", reason=rule.reason or "–")
    parts = [words.known("hardness", rule.hardness)]
    missed = rule.violated if isinstance(rule.violated, int | float) else 0.0
    if missed > LEAST:
        amount = figures(missed, words.lang)
        parts.append(words.say("rule.missed", amount=amount))
    else:
        parts.append(words.say("rule.met"))
    if rule.price:
        price = figures(rule.price, words.lang)
        parts.append(words.say("rule.price", price=price))
    return ", ".join(parts)
