"""Scenarios as a workbook with a column per variant, as planners know them.

The first sheet has what is asked of every claim, in numbers that can be changed and
read back (``read_claims``); the others what differs, and all settings.
"""

from collections.abc import Sequence

from atlas.scenario_difference import differences, settings
from atlas.sheets.changes import changes_sheet
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words
from scenarios.load import LoadedScenario
from scenarios.units import base_unit

LIMITS = ("value", "min", "max")
"""Keys of a claim's target."""


def scenario_sheets(
    variants: Sequence[LoadedScenario], names: Sequence[str], words: Words
) -> tuple[Sheet, ...]:
    """Return the sheets of some scenarios.

    Parameters
    ----------
    variants
        The scenarios.
    names
        Heading of each column, all different.
    words
        The reader's language.

    """
    resolved = [variant.resolved for variant in variants]
    changes = changes_sheet(differences(resolved), names, words)
    return (
        _claims(variants, names, words),
        changes,
        changes_sheet(settings(resolved), names, words, key="settings"),
    )


def _claims(
    variants: Sequence[LoadedScenario], names: Sequence[str], words: Words
) -> Sheet:
    """Return what is asked of every claim, a row per limit."""
    columns = [
        Column(words.say("col.claim"), width=40),
        Column(words.say("col.limit")),
        *(Column(name, "number", 20) for name in names),
        Column(words.say("col.unit")),
        Column(words.say("col.id")),
        Column(words.say("col.key")),
    ]
    ids = dict.fromkeys(name for one in variants for name in one.scenario.claims)
    rows = [
        row
        for claim_id in ids
        for limit in LIMITS
        if (row := _row(variants, claim_id, limit, words)) is not None
    ]
    note = words.say("note.variants")
    return Sheet("variants", words.say("sheet.claims"), note, columns, rows)


def _row(
    variants: Sequence[LoadedScenario], claim_id: str, limit: str, words: Words
) -> tuple[Value, ...] | None:
    """Return one limit of a claim in all variants; None if no variant has it."""
    values: list[Value] = []
    label, unit = claim_id, ""
    for variant in variants:
        claim = variant.scenario.claims.get(claim_id)
        number = None if claim is None else getattr(claim.target, limit)
        values.append(None if number is None else number.value)
        if claim is not None:
            kind = variant.scenario.quantities[claim.quantity or claim_id]
            unit = words.known("unit", base_unit(str(kind.unit)))
            if claim.label is not None:
                label = getattr(claim.label, words.lang)
    if all(value is None for value in values):
        return None
    return (label, words.say(f"limit.{limit}"), *values, unit, claim_id, limit)
