"""Whether every rule was applied, was missed, and at what price."""

from collections.abc import Mapping
from typing import Any

from model.check import Verdict
from scenarios.document.texts import texts
from scenarios.json_text import finite
from scenarios.row_name import row_name
from scenarios.translation.outcome import RuleState
from scenarios.words import Language
from solver.result import Result


def rules_part(
    states: tuple[RuleState, ...],
    result: Result,
    verdict: Verdict | None,
    language: Language,
) -> list[dict[str, Any]]:
    """Say of every rule whether it was applied, broken, and at what price."""
    return [
        {
            "id": state.id,
            "kind": state.kind,
            "hardness": state.hardness,
            "applied": state.applied,
            "reason": state.reason.text(language) if state.reason else None,
            "reason_code": state.reason.code if state.reason else None,
            "violated": _missed(verdict, state.id),
            "price": _dearest(result.row_price, state.id),
            "asks": texts(state.asks) if state.applied else None,
            "label": texts(state.label),
            "explanation": texts(state.explanation),
            "statements": list(state.source.statements),
            "quote": state.source.quote,
            "section": state.source.section,
        }
        for state in states
    ]


def _missed(verdict: Verdict | None, rule_id: str) -> float:
    if verdict is None:
        return 0.0
    return float(
        sum(
            violation.missed
            for violation in verdict.shortfalls
            if row_name(violation.name).id == rule_id
        )
    )


def _dearest(prices: Mapping[str, float], rule_id: str) -> float | None:
    found = [abs(price) for row, price in prices.items() if row_name(row).id == rule_id]
    return finite(max(found)) if found else None
