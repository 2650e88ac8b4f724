"""What every zone does of the claims that are divided, and with how much land.

Figures are those of the plan, whatever it was bound to, so that a plan of the whole
and one in which every zone has its own part can be set side by side.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from model.check import Verdict
from model.constraints.claim import Claim
from model.partition import Partition
from model.problem import Problem
from scenarios.document.missed import missed_part
from scenarios.json_text import finite
from scenarios.made import Made
from scenarios.row_name import row_name
from scenarios.schema.scenario import Scenario
from scenarios.translation.division import Divided

Floats = NDArray[np.float64]


def division_part(made: Made) -> dict[str, Any] | None:
    """Say what each zone does; None where nothing is divided or nothing was found."""
    divided, verdict = made.translated.divided, made.plan.verdict
    allocation = made.plan.result.allocation
    if divided is None or allocation is None or verdict is None:
        return None
    problem, scenario = made.translated.problem, made.loaded.scenario
    division = scenario.division
    assert division is not None  # nothing is divided without one
    return {
        "layer": division.layer,
        "shift": None if division.shift is None else division.shift.value,
        "points_whole": _points_whole(problem, allocation, divided, verdict),
        "zones": _zones(problem, allocation, divided.zones),
        "claims": [
            _claim(problem, allocation, scenario, (name, divided, made))
            for name in divided.claims
        ],
    }


def _points_whole(
    problem: Problem, allocation: Allocation, divided: Divided, verdict: Verdict
) -> float:
    """Return what the plan is worth if only the whole counts, not who does it."""
    bound = {name for name in divided.claims}
    paid = sum(
        missed.cost for missed in verdict.shortfalls if _claim_of(missed.name) in bound
    )
    short = sum(
        missed.cost
        for whole, _ in divided.claims.values()
        for missed in whole.violations(problem, allocation)
        if not missed.hard
    )
    return verdict.objective + paid - short


def _claim_of(row: str) -> str:
    """Return the claim that a row ``claim[id, zone]`` is of; empty for others."""
    kind, claim, _zone = row_name(row)
    return claim if kind == "claim" else ""


def _zones(
    problem: Problem, allocation: Allocation, zones: Partition
) -> list[dict[str, Any]]:
    """Say what land changes in every zone, and into what."""
    land = zones.totals(problem.land_ha)
    per_use = {
        use.name: zones.totals(problem.land_ha * (allocation.use == number))
        for number, use in enumerate(problem.uses)
        if number
    }
    cells = np.arange(problem.grid.n_cells)
    points = zones.totals(problem.score[allocation.use, cells].astype(np.float64))
    return [
        {
            "zone": label,
            "land_ha": round(float(land[zone]), 3),
            "changed_ha": round(sum(float(ha[zone]) for ha in per_use.values()), 3),
            "points": float(points[zone]),
            "uses": {
                use: round(float(ha[zone]), 3)
                for use, ha in per_use.items()
                if ha[zone] > 0
            },
        }
        for zone, label in enumerate(zones.labels)
    ]


def _claim(
    problem: Problem,
    allocation: Allocation,
    scenario: Scenario,
    of: tuple[str, Divided, Made],
) -> dict[str, Any]:
    """Say what every zone was to do of a claim, and does."""
    name, divided, made = of
    whole, shares = divided.claims[name]
    prices = made.plan.result.row_price
    done = _done(problem, allocation, whole, divided.zones)
    in_all = whole.achieved(problem, allocation)
    return {
        "id": name,
        "unit": whole.unit,
        "key": scenario.claims[name].divided_by,
        "min": finite(whole.least),
        "max": finite(whole.most),
        "achieved": in_all,
        **missed_part(in_all, whole.least, whole.most),
        "price": _price(prices.get(whole.row_name)),
        "zones": [
            {
                "zone": label,
                "share": share,
                "achieved": float(done[zone]),
                "price": _price(prices.get(f"claim[{name}, {label}]")),
            }
            for zone, (label, share) in enumerate(
                zip(divided.zones.labels, shares, strict=True)
            )
        ],
    }


def _price(price: float | None) -> float | None:
    return None if price is None else finite(abs(price))


def _done(
    problem: Problem, allocation: Allocation, whole: Claim, zones: Partition
) -> Floats:
    """Return what land and supply of every zone provide, shape ``(n_zones,)``."""
    per_ha = problem.density(whole.quantity)
    done = zones.totals(per_ha[allocation.use] * problem.land_ha)
    number = {label: zone for zone, label in enumerate(zones.labels)}
    for supply, amount in zip(problem.supplies, allocation.supply, strict=True):
        if supply.quantity == whole.quantity and supply.zone in number:
            done[number[supply.zone]] += float(amount)
    return done
