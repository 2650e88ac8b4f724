"""What the claims of a run cost, in sentences for its report: ``explain.json``."""

from collections.abc import Mapping
from typing import Any

from scenarios.amounts import amount
from scenarios.words import Language

FILE = "explain.json"
"""Name of the file in a run folder."""

DUTCH_UNITS = {
    "homes": "woningen",
    "jobs": "arbeidsplaatsen",
    "persons": "inwoners",
    "sites": "locaties",
}
"""Units that are words."""

MOST = 5
"""Claims that are named."""

TEXTS = {
    ("min", "nl"): "{label}: {step} minder vragen maakt het plan ongeveer {points} "
    "punten beter; dat is {share} van wat alle claims samen kosten.",
    ("min", "en"): "{label}: asking {step} less makes the plan about {points} points "
    "better; that is {share} of what all claims cost together.",
    ("max", "nl"): "{label}: {step} meer toestaan maakt het plan ongeveer {points} "
    "punten beter; dat is {share} van wat alle claims samen kosten.",
    ("max", "en"): "{label}: allowing {step} more makes the plan about {points} points "
    "better; that is {share} of what all claims cost together.",
}
"""By the limit that binds and the language."""


def cost_sentences(document: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return a sentence per claim that costs most, the dearest first.

    Parameters
    ----------
    document
        What ``run.json`` holds; prices are per unit, so a claim of much land counts
        by its price times what was achieved.

    """
    claims = [claim for claim in document.get("claims") or () if claim.get("price")]
    cost = {
        id(claim): float(claim["price"]) * abs(float(claim.get("achieved") or 0.0))
        for claim in claims
    }
    total = sum(cost.values())
    dearest = sorted(claims, key=lambda claim: -cost[id(claim)])
    if not total:
        return []
    return [
        {
            "nl": _filled(claim, cost[id(claim)] / total, "nl"),
            "en": _filled(claim, cost[id(claim)] / total, "en"),
        }
        for claim in dearest[:MOST]
    ]


def _filled(claim: Mapping[str, Any], share: float, language: Language) -> str:
    """Fill in a claim; a step is one per cent of what it achieved."""
    step = abs(float(claim["achieved"])) / 100
    unit = str(claim["unit"])
    unit = DUTCH_UNITS.get(unit, unit) if language == "nl" else unit
    return TEXTS[_binding(claim), language].format(
        label=(claim["label"] or {}).get(language, claim["id"]),
        step=f"{amount(round(step, 1), language)} {unit}",
        points=amount(round(step * float(claim["price"]), 1), language),
        share=f"{100 * share:.0f}%",
    )


def _binding(claim: Mapping[str, Any]) -> str:
    """Tell which limit the plan is at: the nearer one."""
    least, most = claim.get("min"), claim.get("max")
    if least is None or most is None:
        return "min" if most is None else "max"
    got = float(claim["achieved"])
    return "max" if abs(most - got) < abs(got - least) else "min"
