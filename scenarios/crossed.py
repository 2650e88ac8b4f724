"""Two claims on the same land, of which one asks more than the other allows.

Whatever the land, the least of the one and the most of the other cannot both hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from model.constraints.claim import Claim
from scenarios.amounts import amount
from scenarios.words import Language


@dataclass(frozen=True)
class Crossed:
    """A least above a most.

    Parameters
    ----------
    claim, other
        Ids of the claims or rules: one asks the least, the other sets the most.
    least, most
        The two limits [unit].
    unit
        Unit of both.
    hard
        Whether neither may be missed.

    """

    claim: str
    other: str
    least: float
    most: float
    unit: str
    hard: bool

    @property
    def rows(self) -> tuple[str, ...]:
        """Names of the rows that cannot hold together."""
        return (f"claim[{self.claim}]", f"claim[{self.other}]")

    @property
    def rules(self) -> tuple[str, ...]:
        """Rules that are to blame."""
        return (self.claim, self.other)

    def text(self, language: Language = "en") -> str:
        """Write the sentence, without a full stop."""
        least, most = (amount(value, language) for value in (self.least, self.most))
        if language == "nl":
            return (
                f"{self.claim} vraagt ten minste {least} {self.unit}, maar "
                f"{self.other} laat hoogstens {most} {self.unit} toe; verlaag de een "
                f"of verhoog de ander"
            )
        return (
            f"{self.claim} asks at least {least} {self.unit}, but {self.other} allows "
            f"at most {most} {self.unit}; lower the one or raise the other"
        )


def crossed(claims: Sequence[Claim]) -> Iterator[Crossed]:
    """Find pairs of claims that cannot both hold, whatever the land.

    Yields
    ------
    Crossed
        One a pair.

    """
    for claim, other in permutations(claims, 2):
        if claim.quantity != other.quantity or not _same_land(claim, other):
            continue
        if claim.least > other.most:
            hard = bool(np.isinf(claim.price) and np.isinf(other.price))
            yield Crossed(
                claim.name, other.name, claim.least, other.most, claim.unit, hard
            )


def _same_land(claim: Claim, other: Claim) -> bool:
    """Tell whether the first holds on land where the other sets the most."""
    if other.partition is None:
        return True
    return claim.partition is other.partition and claim.zone == other.zone
