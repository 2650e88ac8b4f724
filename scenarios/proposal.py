"""A proposal in words: which limit to move, and how far."""

import math

from scenarios.amounts import EXACT_BELOW, amount
from scenarios.schema.scenario import Scenario
from scenarios.words import Language
from solver.fit import Change

TEXTS = {
    ("low", "nl"): "voorstel: vraag van {label} ten minste {new} in plaats van {old}",
    ("low", "en"): "proposal: ask at least {new} of {label} instead of {old}",
    ("high", "nl"): "voorstel: sta van {label} hoogstens {new} toe in plaats van {old}",
    ("high", "en"): "proposal: allow at most {new} of {label} instead of {old}",
}
"""By the limit that moves and the language."""


def proposal(change: Change, scenario: Scenario, language: Language) -> str:
    """Write one change of a limit, without a full stop.

    Parameters
    ----------
    change
        The row and its limits.
    scenario
        For labels and units.
    language
        ``nl`` or ``en``.

    """
    moved = "low" if change.proposed_low != change.low else "high"
    old, new = (
        (change.low, change.proposed_low)
        if moved == "low"
        else (change.high, change.proposed_high)
    )
    label, unit = _asked(change.row, scenario, language)
    return TEXTS[moved, language].format(
        label=label,
        old=f"{amount(round(old, 3), language)} {unit}".strip(),
        new=f"{amount(_rounded(new, moved), language)} {unit}".strip(),
    )


def _rounded(value: float, moved: str) -> float:
    """Round to what ``amount`` writes, to the side that fits."""
    step = 0.1 if abs(value) < EXACT_BELOW else 1.0
    whole = math.floor(value / step) if moved == "low" else math.ceil(value / step)
    return whole * step


def _asked(row: str, scenario: Scenario, language: Language) -> tuple[str, str]:
    """Return the label of whoever asks for a row, and its unit."""
    kind, _, rest = row.partition("[")
    name, _, zone = rest.removesuffix("]").partition(", ")
    where = f" ({zone})" if zone else ""
    if kind == "claim" and name in scenario.claims:
        claim = scenario.claims[name]
        quantity = scenario.quantities.get(claim.quantity or name)
        label = claim.label.in_language(language) if claim.label else name
        return f"{label}{where}", quantity.unit if quantity else ""
    rule = scenario.rules.get(name)
    label = rule.label.in_language(language) if rule and rule.label else name
    return f"{label}{where}", ""
