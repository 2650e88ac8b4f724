"""What was found and proven."""

from typing import Any

from scenarios.document.missed import attempt_part
from scenarios.json_text import finite
from solver.result import Result

PRICE_KIND = "relaxation: fractions of cells allowed"
"""Where row prices come from."""


def result_part(result: Result) -> dict[str, Any]:
    """Say what was found and proven."""
    return {
        "status": str(result.status),
        "objective": finite(result.objective),
        "bound": finite(result.bound),
        "gap": finite(result.gap),
        "engine": result.engine,
        "work": dict(result.work),
        "conflict": list(result.conflict),
        "attempt": attempt_part(result),
        "price_kind": PRICE_KIND,
    }
