"""Sheet of indicators: figures of a whole plan, for one run or several side by side."""

from collections.abc import Iterator, Sequence

from atlas.document import Document, said
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words


def indicators_sheet(
    documents: Sequence[Document], names: Sequence[str], words: Words
) -> Sheet:
    """Return the indicators of runs, a column each.

    Parameters
    ----------
    documents
        Their documents.
    names
        Heading of each column.
    words
        The reader's language.

    """
    found = [dict(_indicators(document, words)) for document in documents]
    order = dict.fromkeys(key for values in found for key in values)
    columns = [
        Column(words.say("col.indicator"), width=44),
        Column(words.say("col.unit")),
        *(Column(name, "number", 20) for name in names),
    ]
    rows = [
        (name, unit, *(values.get((name, unit)) for values in found))
        for name, unit in order
    ]
    note = words.say("note.indicators")
    return Sheet("indicators", words.say("sheet.indicators"), note, columns, rows)


def _indicators(
    document: Document, words: Words
) -> Iterator[tuple[tuple[str, str], Value]]:
    """Give name, unit and value of all that can be said of a whole plan."""
    yield (words.say("ind.gap"), "%"), _percent(document.gap)
    yield (words.say("ind.objective"), words.say("ind.points")), document.objective
    changed = sum(use.ha for use in document.uses[1:])
    yield (words.say("ind.changed"), "ha"), round(changed, 1)
    short = sum((claim.shortfall or 0) > 0 for claim in document.claims)
    yield (words.say("ind.short"), ""), short
    yield (words.say("ind.not_applied"), ""), len(document.not_applied)
    missed = sum(bool(rule.violated) for rule in document.rules if rule.applied)
    yield (words.say("ind.missed"), ""), missed
    yield (words.say("ind.assumed"), ""), len(document.assumed)
    yield from _form(document, words)
    for covered in document.coverage:
        name = document.rule_label(covered.rule, words.lang)
        share = covered.covered / covered.blocks if covered.blocks else None
        yield (words.say("ind.covered", name=name), "%"), _percent(share)
    for pair in document.separations:
        name = document.rule_label(pair.rule, words.lang)
        yield (words.say("ind.closest", name=name), "m"), pair.closest_m
    for indicator in document.indicators:
        if indicator.value is not None:
            name = said(indicator.label, words.lang, indicator.indicator)
            yield (name, words.known("unit", indicator.unit)), indicator.value


def _form(document: Document, words: Words) -> Iterator[tuple[tuple[str, str], Value]]:
    """Give how patches lie, together and per use."""
    if not document.patches:
        return
    n = sum(form.n for form in document.patches)
    yield (words.say("ind.patches"), ""), n
    alone = sum(form.cells_alone for form in document.patches)
    yield (words.say("ind.alone"), ""), alone
    edge = sum(form.edge_km for form in document.patches)
    yield (words.say("ind.edge"), "km"), round(edge, 1)
    labels = {use.id: use.label for use in document.uses}
    for form in document.patches:
        name = said(labels.get(form.use, {}), words.lang, form.use)
        yield (words.say("ind.median", name=name), "ha"), form.median_ha


def _percent(share: float | None) -> float | None:
    """Return a share as a percentage."""
    return None if share is None else round(100 * share, 3)
