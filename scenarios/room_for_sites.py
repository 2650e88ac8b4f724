"""Whether the land that a use may take has room for its sites, before solving.

A site lies within one piece of allowed land in one candidate area, so a piece has room
for no more than its land divided by the least of a site. Where that is too few in all,
no plan exists; where it is not, one may still not exist.
"""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import label

from model.constraints.sites import Sites
from model.problem import Problem
from scenarios.amounts import amount
from scenarios.words import Language

ROUNDING = 1e-6
"""Part of a site that may lack, as in the check of an answer."""


@dataclass(frozen=True)
class NoRoom:
    """Sites that are asked, and how many the land can hold.

    Parameters
    ----------
    rule, use
        Id of the rule and name of the use.
    asked, fits
        Sites that must be, and that there is room for at most.
    least_ha, largest_ha
        Land of a site, and of the largest piece of allowed land [ha].

    """

    rule: str
    use: str
    asked: int
    fits: int
    least_ha: float
    largest_ha: float
    hard: bool = True

    @property
    def rows(self) -> tuple[str, ...]:
        """Name of what cannot hold."""
        return (f"sites[{self.rule}]",)

    def text(self, language: Language = "en") -> str:
        """Write the sentence, without a full stop."""
        least, largest = (
            amount(value, language) for value in (self.least_ha, self.largest_ha)
        )
        if language == "nl":
            return (
                f"regel {self.rule} vraagt {self.asked} locaties van {self.use} van "
                f"ten minste {least} ha, maar er is ruimte voor hoogstens {self.fits}: "
                f"het grootste stuk toegestaan land is {largest} ha; vraag minder of "
                f"sluit minder uit"
            )
        return (
            f"rule {self.rule} asks for {self.asked} sites of {self.use} of at least "
            f"{least} ha, but there is room for at most {self.fits}: the largest piece "
            f"of allowed land is {largest} ha; ask for less or exclude less"
        )


def no_room(problem: Problem) -> tuple[NoRoom, ...]:
    """Return the rules whose sites have no room."""
    rules = [rule for rule in problem.constraints if isinstance(rule, Sites)]
    return tuple(found for rule in rules if (found := _no_room(problem, rule)))


def _no_room(problem: Problem, rule: Sites) -> NoRoom | None:
    allowed = problem.allowed[problem.number(rule.use)]
    zone = (rule.candidates or problem.province).zone
    fits, largest = 0, 0.0
    for area in np.unique(zone[(zone >= 0) & allowed]):
        plane, count = label(problem.grid.to_plane(allowed & (zone == area), False))
        piece = problem.grid.from_plane(plane)
        land_ha = np.bincount(piece, problem.land_ha, count + 1)[1:]
        cells = np.bincount(piece, minlength=count + 1)[1:]
        room = cells
        if rule.least_ha > 0:
            room = np.floor(land_ha / rule.least_ha + ROUNDING).astype(np.int64)
        fits += int(room.sum())
        largest = max(largest, float(land_ha.max()))
    if fits >= rule.fewest:
        return None
    return NoRoom(rule.name, rule.use, rule.fewest, fits, rule.least_ha, largest)
