"""Numbers that programmes ask to report: what a plan tells beside its claims."""

from typing import Any

from scenarios.document.texts import texts
from scenarios.json_text import finite
from scenarios.made import Made
from scenarios.schema.rules.reporting import Reporting
from scenarios.words import Language


def indicators_part(made: Made, language: Language) -> list[dict[str, Any]]:
    """Say of every indicator its number, or why there is none."""
    states = {state.id: state for state in made.translated.rules}
    found = []
    for name, rule in made.loaded.scenario.rules.items():
        if not isinstance(rule, Reporting):
            continue
        reason = states[name].reason
        found.append(
            {
                "id": name,
                "indicator": rule.indicator,
                "label": texts(rule.label),
                "unit": rule.unit,
                "value": _value(made, name, rule),
                "computed": states[name].applied,
                "reason": reason.text(language) if reason else None,
                "statements": list(rule.source.statements),
            }
        )
    return found


def _value(made: Made, name: str, rule: Reporting) -> float | None:
    """Return the number in the unit of the rule; None without one."""
    indicator = made.translated.indicators.get(name)
    allocation = made.plan.result.allocation
    if indicator is None or allocation is None:
        return None
    value = indicator.value(made.translated.problem, allocation)
    if value is None:
        return None
    shown: float | None = finite(100 * value if rule.unit == "%" else value)
    return shown
