"""What claims and rules cost: the prices of a run's rows, as data.

A price is what the objective would gain by one unit by which a limit gives way, at the
relaxation (parts of cells allowed) and for a small step only.
"""

from typing import Any

import numpy as np

from scenarios.explain.explained_run import ExplainedRun
from scenarios.explain.row import owner_of
from scenarios.json_text import finite
from solver.certificate import row_values

LEAST = 1e-6
"""Prices below this count as none [points/unit]."""


def explain_prices(run: ExplainedRun) -> list[dict[str, Any]]:
    """Return the rows that cost something, those that cost most first.

    Returns
    -------
    list[dict]
        ``row``, ``id``, ``label``, ``zone``; ``limit`` (``min`` or ``max``) and its
        ``at``, ``value``, ``unit``, ``price`` [points/unit] and ``cost``, price times
        limit, which orders them [points].

    """
    rows, price = run.instance.rows, run.row_price
    value = row_values(run.instance, run.allocation)
    found = []
    for at in np.nonzero(np.abs(price) > LEAST)[0].tolist():
        owner = owner_of(run, rows.name[at])
        binds = float(rows.high[at] if price[at] > 0 else rows.low[at])
        much = abs(float(price[at]))
        found.append(
            {
                "row": rows.name[at],
                "id": owner.id,
                "is_claim": owner.is_claim,
                "label": owner.label,
                "zone": owner.zone or None,
                "unit": _unit(run, owner.id) if owner.is_claim else None,
                "limit": "max" if price[at] > 0 else "min",
                "at": finite(binds),
                "value": float(value[at]),
                "price": much,
                "cost": much * max(abs(binds), 1.0) if np.isfinite(binds) else much,
            }
        )
    return sorted(found, key=lambda one: -float(one["cost"]))


def _unit(run: ExplainedRun, claim: str) -> str | None:
    for entry in run.document.get("claims") or ():
        if entry["id"] == claim:
            return str(entry["unit"])
    return None
