"""The least land that all hard claims need together, against the land there is.

    minimise sum_k h[k]  subject to  sum_k density[q, k] * h[k] + supply[q] >= least[q]
                                     0 <= h[k] <= allowed land of k            [ha]

Where this exceeds the land that may change, no plan exists; where it does not, one may
still not exist, for the places are left out. A use that serves two claims counts once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.constraints.claim import Claim
from model.problem import Problem
from scenarios.amounts import amount
from scenarios.words import Language


@dataclass(frozen=True)
class Crowded:
    """Claims that fit each alone, but not together on all land.

    Parameters
    ----------
    rows
        Names of their rows.
    needed_ha, land_ha
        The least land that they need, and the land that may change [ha].
    uses
        Uses that take most of it, with their hectares.

    """

    rows: tuple[str, ...]
    needed_ha: float
    land_ha: float
    uses: tuple[tuple[str, float], ...]
    hard: bool = True

    def text(self, language: Language = "en") -> str:
        """Write the sentence, without a full stop."""
        uses = ", ".join(f"{use} {amount(ha, language)}" for use, ha in self.uses)
        needed = amount(self.needed_ha, language)
        land = amount(self.land_ha, language)
        if language == "nl":
            return (
                f"de claims samen vragen ten minste {needed} ha ({uses}), maar er is "
                f"{land} ha land dat mag veranderen; verlaag een claim, sta een tekort "
                f"toe of sluit minder uit"
            )
        return (
            f"the claims together need at least {needed} ha ({uses}), but there are "
            f"{land} ha of land that may change; lower a claim, allow a shortfall or "
            f"exclude less"
        )


def crowded(problem: Problem, claims: Sequence[Claim]) -> Crowded | None:
    """Return what hard claims need beyond the land; None if that is not known."""
    from scipy.optimize import linprog

    wanted = _wanted(claims)
    if not wanted:
        return None
    asked = np.array([least for _, _, least in wanted])
    provided = [
        np.append(problem.density(quantity)[1:], _supply(problem, quantity, supplied))
        for quantity, supplied, _ in wanted
    ]
    room = np.array([problem.land_ha[here].sum() for here in problem.allowed[1:]])
    cost = np.append(np.ones(room.size), 0.0)
    bounds = [(0.0, float(most)) for most in (*room, 1.0)]
    found = linprog(cost, A_ub=-np.array(provided), b_ub=-asked, bounds=bounds)
    land_ha = float(problem.land_ha[problem.allowed[1:].any(axis=0)].sum())
    if found.x is None or found.fun is None or found.fun <= land_ha * (1 + 1e-9):
        return None
    rows = tuple(claim.row_name for claim in claims if claim.least > 0)
    return Crowded(rows, float(found.fun), land_ha, _largest(problem, found.x))


def _wanted(claims: Sequence[Claim]) -> list[tuple[str, bool, float]]:
    """Return quantity, whether supply counts, and least; zones summed."""
    most: dict[tuple[str, int | None, bool], dict[int, float]] = {}
    for claim in claims:
        within = None if claim.partition is None else id(claim.partition)
        supplied = claim.partition is None or claim.is_part
        zones = most.setdefault((claim.quantity, within, supplied), {})
        zones[claim.zone] = max(claim.least, zones.get(claim.zone, 0.0))
    return [
        (quantity, supplied, sum(zones.values()))
        for (quantity, _, supplied), zones in most.items()
    ]


def _supply(problem: Problem, quantity: str, supplied: bool) -> float:
    """Return the most that comes without land, where that counts."""
    caps = [supply.cap for supply in problem.supplies if supply.quantity == quantity]
    return sum(caps) if supplied else 0.0


def _largest(problem: Problem, x: NDArray[np.float64]) -> tuple[tuple[str, float], ...]:
    """Return the uses that take most land, at most six."""
    taken = [
        (use.name, float(ha)) for use, ha in zip(problem.uses[1:], x, strict=False)
    ]
    return tuple(sorted(taken, key=lambda use: -use[1])[:6])
