"""What every claim got, and what came without land."""

from typing import Any

import numpy as np

from model.problem import Problem
from model.supply import Supply
from scenarios.document.missed import missed_part
from scenarios.document.texts import texts
from scenarios.json_text import finite
from scenarios.schema.scenario import Scenario
from scenarios.translation.problem import Translated
from solver.result import Result


def claims_part(
    scenario: Scenario, translated: Translated, result: Result
) -> list[dict[str, Any]]:
    """Say what every claim got."""
    found = []
    for claim in translated.claims:
        claim_id, _, zone = claim.name.partition(", ")
        settings = scenario.claims[claim_id]
        achieved = None
        if result.allocation is not None:
            achieved = claim.achieved(translated.problem, result.allocation)
        zone_name = zone or (claim.partition.labels[0] if claim.partition else None)
        found.append(
            {
                "id": claim_id,
                "zone": zone_name,
                "label": texts(settings.label),
                "quantity": claim.quantity,
                "unit": claim.unit,
                "min": finite(claim.least),
                "max": finite(claim.most),
                "achieved": achieved,
                **missed_part(achieved, claim.least, claim.most),
                "price": _price(result, claim.row_name),
            }
        )
    return found


def _price(result: Result, row: str) -> float | None:
    price = result.row_price.get(row)
    return None if price is None else finite(abs(price))


def _id(supply: Supply) -> str:
    """Return the id of a supply in the scenario, without its zone."""
    return supply.name.removesuffix(f", {supply.zone}") if supply.zone else supply.name


def supplies_part(
    scenario: Scenario, problem: Problem, result: Result
) -> list[dict[str, Any]]:
    """Say how much came without land."""
    amounts = (
        np.zeros(len(problem.supplies))
        if result.allocation is None
        else result.allocation.supply
    )
    return [
        {
            "id": supply.name,
            "zone": supply.zone or None,
            "label": texts(scenario.supplies[_id(supply)].label),
            "unit": str(scenario.quantities[supply.quantity].unit),
            "amount": float(amount),
            "cap": supply.cap,
        }
        for supply, amount in zip(problem.supplies, amounts, strict=True)
    ]
