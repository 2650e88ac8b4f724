"""Sheets of how uses lie: patches and edges, distances kept, and blocks covered."""

from atlas.document import Document, said
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words


def patches_sheet(document: Document, words: Words) -> Sheet:
    """Return the patches of every use, their edge and how compact they are."""
    columns = [
        Column(words.say("col.use"), width=34),
        Column(words.say("col.n_patches"), "number"),
        Column(words.say("col.cells_alone"), "number"),
        *(Column(words.say(f"col.{size}"), "ha") for size in ("small", "mid", "large")),
        Column(words.say("col.edge"), "number"),
        Column(words.say("col.compactness"), "share"),
        Column(words.say("col.id")),
    ]
    labels = {use.id: use.label for use in document.uses}
    rows = [
        (
            said(labels.get(form.use, {}), words.lang, form.use),
            form.n,
            form.cells_alone,
            form.smallest_ha,
            form.median_ha,
            form.largest_ha,
            form.edge_km,
            form.compactness,
            form.use,
        )
        for form in document.patches
    ]
    note = words.say("note.patches")
    return Sheet("patches", words.say("sheet.patches"), note, columns, rows)


def reach_sheet(document: Document, words: Words) -> Sheet:
    """Return the closest pair of every separation, and the blocks of coverage."""
    columns = [
        Column(words.say("col.rule"), width=40),
        Column(words.say("col.kind")),
        Column(words.say("col.asked"), width=60),
        Column(words.say("col.metres"), "number"),
        Column(words.say("col.closest"), "number"),
        Column(words.say("col.too_close"), "ha"),
        Column(words.say("col.blocks"), "number"),
        Column(words.say("col.covered"), "number"),
        Column(words.say("col.short"), "number"),
        Column(words.say("col.worst"), "number"),
        Column(words.say("col.unit")),
        Column(words.say("col.place")),
        Column(words.say("col.id")),
    ]
    rows = [*_separations(document, words), *_coverage(document, words)]
    note = words.say("note.reach")
    return Sheet("reach", words.say("sheet.reach"), note, columns, rows)


def _separations(document: Document, words: Words) -> list[tuple[Value, ...]]:
    return [
        (
            document.rule_label(rule.rule, words.lang),
            words.known("kind", "separation"),
            _asks(document, rule.rule, words),
            rule.asked_m,
            rule.closest_m,
            rule.too_close_ha,
            *(None,) * 5,
            None if rule.x is None else f"{rule.x:.0f} {rule.y:.0f}",
            rule.rule,
        )
        for rule in document.separations
    ]


def _coverage(document: Document, words: Words) -> list[tuple[Value, ...]]:
    return [
        (
            document.rule_label(rule.rule, words.lang),
            words.known("kind", "coverage"),
            _asks(document, rule.rule, words),
            rule.reach_m,
            None,
            None,
            rule.blocks,
            rule.covered,
            rule.short,
            rule.worst_shortfall,
            words.known("unit", rule.unit),
            rule.worst,
            rule.rule,
        )
        for rule in document.coverage
    ]


def _asks(document: Document, rule_id: str, words: Words) -> str:
    """Return what the rule asks, in words."""
    asks = {rule.id: rule.asks for rule in document.rules}
    return said(asks.get(rule_id, {}), words.lang)
