"""What can be said before solving: claims that ask for more than the land can give.

First every claim and site rule by itself, then, if each fits alone, all hard claims
together.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.constraints.claim import Claim
from model.problem import Problem
from scenarios.amounts import amount
from scenarios.crossed import Crossed, crossed
from scenarios.land_needed import Crowded, crowded
from scenarios.room_for_sites import NoRoom, no_room
from scenarios.words import Language


@dataclass(frozen=True)
class TooMuch:
    """A claim above what is available, with both numbers.

    Parameters
    ----------
    claim
        Id of the claim, with its zone.
    asked, available
        Least of the claim, and the most that allowed land and supply give [unit].
    unit
        Unit of both.
    land_ha
        Land that any use providing it may take [ha].
    hard
        Whether the claim forbids a shortfall.
    excluders
        Rules that keep its uses from most land, with their hectares.

    """

    claim: str
    asked: float
    available: float
    unit: str
    land_ha: float
    hard: bool
    excluders: tuple[tuple[str, float], ...] = ()

    @property
    def rows(self) -> tuple[str, ...]:
        """Name of the row that cannot hold."""
        return (f"claim[{self.claim}]",)

    @property
    def rules(self) -> tuple[str, ...]:
        """Rules that are to blame."""
        return (self.claim, *(rule for rule, _ in self.excluders))

    def text(self, language: Language = "en") -> str:
        """Write the sentence, without a full stop."""
        asked, got, land = (
            amount(value, language)
            for value in (self.asked, self.available, self.land_ha)
        )
        if language == "nl":
            return (
                f"claim {self.claim} vraagt ten minste {asked} {self.unit}, maar op "
                f"{land} ha toegestaan land is hoogstens {got} {self.unit} mogelijk; "
                f"verlaag de claim of sluit minder uit"
            )
        return (
            f"claim {self.claim} needs at least {asked} {self.unit}, but the {land} ha "
            f"of allowed land give at most {got} {self.unit}; lower the claim or "
            f"exclude less"
        )


Excess = TooMuch | Crossed | Crowded | NoRoom
"""A claim that asks too much, two against each other, several together, or sites."""

MOST_NAMED = 2
"""Rules that are named for keeping a claim from land."""


def excesses(problem: Problem) -> tuple[Excess, ...]:
    """Return what claims and sites ask beyond the land there is."""
    claims = [rule for rule in problem.constraints if isinstance(rule, Claim)]
    alone: list[Excess] = [
        found for claim in claims if (found := _too_much(problem, claim))
    ]
    rooms, pairs = no_room(problem), tuple(crossed(claims))
    if rooms or any(found.hard for found in (*alone, *pairs)):
        return (*alone, *pairs, *rooms)
    alone += pairs
    together = crowded(problem, [claim for claim in claims if np.isinf(claim.price)])
    return (*alone, together) if together else tuple(alone)


def _too_much(problem: Problem, claim: Claim) -> TooMuch | None:
    """Compare a claim with all land that uses providing it may take."""
    density = problem.density(claim.quantity)
    best = np.zeros(problem.grid.n_cells)
    for number in np.nonzero(density > 0)[0]:
        best = np.maximum(best, density[number] * problem.allowed[number])
    if claim.partition is not None:
        best[claim.partition.zone != claim.zone] = 0.0
    supply = sum(supply.cap for supply in problem.supplies if claim.counts(supply))
    most = float(best @ problem.land_ha) + supply
    if most >= claim.least:
        return None
    land_ha = float(problem.land_ha[best > 0].sum())
    hard = bool(np.isinf(claim.price))
    kept_out = _excluders(problem, claim, best)
    return TooMuch(claim.name, claim.least, most, claim.unit, land_ha, hard, kept_out)


def _excluders(
    problem: Problem, claim: Claim, best: NDArray[np.float64]
) -> tuple[tuple[str, float], ...]:
    """Name the rules that keep the claim from most land, largest first."""
    density = problem.density(claim.quantity)
    uses = {
        use.name for use, per_ha in zip(problem.uses, density, strict=True) if per_ha
    }
    denied = best < density.max()
    if claim.partition is not None:
        denied &= claim.partition.zone == claim.zone
    found = [
        (rule.name, float(problem.land_ha[rule.cells & denied].sum()))
        for rule in problem.exclusions
        if uses & set(rule.uses)
    ]
    largest = sorted(found, key=lambda rule: -rule[1])[:MOST_NAMED]
    return tuple((name, ha) for name, ha in largest if ha)
