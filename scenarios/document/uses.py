"""How much land every use got."""

from typing import Any

from model.problem import Problem
from scenarios.document.texts import texts
from scenarios.schema.scenario import Scenario
from solver.result import Result


def uses_part(
    scenario: Scenario, problem: Problem, result: Result
) -> list[dict[str, Any]]:
    """Say how much land every use got."""
    found = []
    for number, use in enumerate(problem.uses):
        settings = scenario.uses.get(use.name)
        label, colour = _look(scenario, use.name)
        ha = 0.0
        if result.allocation is not None:
            ha = float(problem.land_ha[result.allocation.use == number].sum())
        found.append(
            {
                "id": use.name,
                "label": texts(settings.label) if settings else label,
                "colour": colour,
                "ha": round(ha, 3),
                "parts": list(use.parts),
            }
        )
    return found


def _look(scenario: Scenario, use: str) -> tuple[dict[str, str], str | None]:
    """Return label and colour; a combined use has those of its rule."""
    if use in scenario.uses:
        settings = scenario.uses[use]
        return texts(settings.label) or {"nl": use, "en": use}, settings.colour
    for rule in scenario.rules.values():
        if rule.kind == "combination" and rule.use == use:
            return texts(rule.label) or {"nl": use, "en": use}, rule.colour
    return {"nl": "blijft zoals het is", "en": "stays as it is"}, None
