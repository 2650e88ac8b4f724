"""Sheets of a comparison: runs, uses, claims, and from use to use."""

from collections.abc import Sequence

from atlas.comparison import Comparison
from atlas.document import said
from atlas.scenario_difference import Difference
from atlas.sheets.changes import changes_sheet, rule_changes_sheet
from atlas.sheets.indicators import indicators_sheet
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words


def compared_sheets(
    comparison: Comparison, changes: Sequence[Difference], words: Words
) -> tuple[Sheet, ...]:
    """Return all sheets of a comparison.

    Parameters
    ----------
    comparison
        The runs.
    changes
        What differs in their scenarios.
    words
        The reader's language.

    """
    documents = [run.document for run in comparison.runs]
    return (
        _runs(comparison, words),
        _uses(comparison, words),
        _claims(comparison, words),
        _from_to(comparison, words),
        indicators_sheet(documents, comparison.names, words),
        changes_sheet(changes, comparison.names, words),
        rule_changes_sheet(documents, comparison.names, words),
    )


def _runs(comparison: Comparison, words: Words) -> Sheet:
    """Return which runs are compared."""
    columns = [
        Column(words.say("col.run"), width=34),
        Column(words.say("col.status")),
        Column(words.say("col.gap"), "share"),
        Column(words.say("col.objective"), "number"),
        Column(words.say("col.folder"), width=44),
    ]
    rows = [
        (
            name,
            words.known("status", run.document.status),
            run.document.gap,
            run.document.objective,
            run.path.name,
        )
        for name, run in zip(comparison.names, comparison.runs, strict=True)
    ]
    note = words.say("note.compare.runs")
    return Sheet("runs", words.say("sheet.runs"), note, columns, rows)


def _uses(comparison: Comparison, words: Words) -> Sheet:
    """Return the hectares of every use in every run."""
    columns = [
        Column(words.say("col.use"), width=34),
        *(Column(f"{name} [ha]", "ha", 20) for name in comparison.names),
        Column(f"{words.say('compare.change')} [ha]", "ha"),
        Column(words.say("col.id")),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            said(compared.use.label, words.lang, compared.use.id),
            *compared.ha,
            compared.change_ha,
            compared.use.id,
        )
        for compared in comparison.uses
    ]
    note = words.say("note.compare.uses")
    return Sheet("uses", words.say("sheet.uses"), note, columns, rows)


def _claims(comparison: Comparison, words: Words) -> Sheet:
    """Return what every run reached of every claim."""
    columns = [
        Column(words.say("col.claim"), width=34),
        Column(words.say("col.zone")),
        Column(words.say("col.unit")),
        Column(words.say("col.least"), "number"),
        Column(words.say("col.most"), "number"),
        *(Column(name, "number", 20) for name in comparison.names),
        Column(words.say("col.id")),
    ]
    rows = [
        (
            said(compared.claim.label, words.lang, compared.claim.id),
            compared.claim.zone,
            words.known("unit", compared.claim.unit),
            compared.claim.least,
            compared.claim.most,
            *compared.achieved,
            compared.claim.id,
        )
        for compared in comparison.claims
    ]
    note = words.say("note.compare.claims")
    return Sheet("claims", words.say("sheet.claims"), note, columns, rows)


def _from_to(comparison: Comparison, words: Words) -> Sheet:
    """Return the hectares from the first run's use to the last run's."""
    names = [
        said(compared.use.label, words.lang, compared.use.id)
        for compared in comparison.uses
    ]
    columns = [
        Column(words.say("col.use"), width=34),
        *(Column(f"{name} [ha]", "ha") for name in names),
    ]
    rows: list[tuple[Value, ...]] = [
        (name, *row)
        for name, row in zip(names, comparison.from_to.tolist(), strict=True)
    ]
    ends = {"first": comparison.names[0], "last": comparison.names[-1]}
    note = words.say("note.compare.from_to", **ends)
    return Sheet("from_to", words.say("sheet.from_to"), note, columns, rows)
