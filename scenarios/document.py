"""The document of a run: what ``run --json`` prints and ``run.json`` holds."""

import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

from grids.layers import Province
from model.check import Verdict
from model.constraints.claim import Claim
from model.problem import Problem
from scenarios.assumed import assumed_numbers
from scenarios.cache import Inputs
from scenarios.events import finite
from scenarios.load import LoadedScenario
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text
from scenarios.translation.outcome import RuleState
from scenarios.translation.problem import Translated
from scenarios.words import Language
from solver.result import Result

PACKAGES = (
    *("ruimtepuzzel", "numpy", "numba", "scipy", "ortools", "highspy"),
    *("xarray", "rasterio", "geopandas", "shapely", "exactextract", "pydantic"),
)
"""Packages whose versions a run records."""

PRICE_KIND = "relaxation: fractions of cells allowed"
"""Where row prices come from."""


def versions() -> dict[str, str]:
    """Return the versions of this program and what it stands on."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def scenario_part(loaded: LoadedScenario, province: Province) -> dict[str, Any]:
    """Say what the run is about."""
    scenario = loaded.scenario
    return {
        "name": scenario.name,
        "description": texts(scenario.description),
        "province": scenario.province,
        "cell_m": province.grid.cell_m,
        "n_cells": province.grid.n_cells,
        "available_ha": round(float(province.available_ha.sum()), 3),
    }


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
        "price_kind": PRICE_KIND,
    }


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
                "shortfall": _shortfall(claim, achieved),
                "price": _price(result, claim.row_name),
            }
        )
    return found


def _shortfall(claim: Claim, achieved: float | None) -> float | None:
    if achieved is None:
        return None
    missed = max(0.0, claim.least - achieved)
    return missed if missed > 1e-6 * max(1.0, achieved) else 0.0


def _price(result: Result, row: str) -> float | None:
    price = result.row_price.get(row)
    return None if price is None else finite(abs(price))


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
            "label": texts(state.label),
            "explanation": texts(state.explanation),
            "statements": list(state.source.statements),
            "quote": state.source.quote,
            "section": state.source.section,
        }
        for state in states
    ]


def _of_rule(row: str, rule_id: str) -> bool:
    """Tell whether a row ``kind[id, zone]`` is of a rule."""
    name = row.partition("[")[2].removesuffix("]")
    return name == rule_id or name.startswith(f"{rule_id}, ")


def _missed(verdict: Verdict | None, rule_id: str) -> float:
    if verdict is None:
        return 0.0
    return float(
        sum(
            violation.missed
            for violation in verdict.shortfalls
            if _of_rule(violation.name, rule_id)
        )
    )


def _dearest(prices: Mapping[str, float], rule_id: str) -> float | None:
    found = [abs(price) for row, price in prices.items() if _of_rule(row, rule_id)]
    return finite(max(found)) if found else None


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


def data_part(
    loaded: LoadedScenario, province: Province, inputs: Inputs
) -> dict[str, Any]:
    """Say what the figures rest on: layers, assumed numbers, input files."""
    return {
        "layers": [
            {
                "name": layer.name,
                "kind": layer.kind,
                "unit": layer.unit,
                "source": layer.origin.source,
                "date": layer.origin.date,
                "licence": layer.origin.licence,
                "invented": layer.origin.invented,
                "note": layer.origin.note,
            }
            for layer in province.layers.values()
        ],
        "assumed": [
            {
                "path": number.key,
                "value": number.value,
                "unit": number.unit,
                "text": number.text,
                "reason": number.reason,
            }
            for number in assumed_numbers(loaded.scenario)
        ],
        "inputs": [
            {"file": path.name, "sha256": checksum} for path, checksum in inputs.files
        ],
    }


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
            "label": texts(scenario.supplies[supply.name].label),
            "unit": str(scenario.quantities[supply.quantity].unit),
            "amount": float(amount),
            "cap": supply.cap,
        }
        for supply, amount in zip(problem.supplies, amounts, strict=True)
    ]


def texts(text: Text | None) -> dict[str, str] | None:
    """Return both languages of a text."""
    return None if text is None else {"nl": text.nl, "en": text.en}
