"""A limit that an answer breaks, in numbers and in words."""

import math
from dataclasses import dataclass

TOLERANCE = 1e-6
"""Relative distance from a limit that still counts as on it."""


@dataclass(frozen=True)
class Violation:
    """One limit missed.

    Parameters
    ----------
    name
        Name of the row or rule, as in ``Row.name``.
    subject
        What is measured, in the user's words.
    got, low, high
        Value reached and limits [unit].
    unit
        Unit of the three.
    price
        Cost per unit missed [points/unit]; infinite if the limit is hard.

    """

    name: str
    subject: str
    got: float
    low: float
    high: float
    unit: str
    price: float = math.inf

    @property
    def missed(self) -> float:
        """Distance from the limits [unit]."""
        return max(0.0, self.low - self.got) + max(0.0, self.got - self.high)

    @property
    def hard(self) -> bool:
        """Whether no price allows it."""
        return math.isinf(self.price)

    @property
    def cost(self) -> float:
        """Points that the shortfall costs, 0 for a hard limit."""
        return 0.0 if self.hard else self.price * self.missed

    def __str__(self) -> str:
        """Say what is missed by how much."""
        return (
            f"{self.name}: {self.subject} must be {limits(self.low, self.high)} "
            f"{self.unit}, got {self.got:,.6g}"
        )


def limits(low: float, high: float) -> str:
    """Say two limits in words."""
    if math.isinf(high):
        return f"at least {low:,.6g}"
    if math.isinf(low):
        return f"at most {high:,.6g}"
    return f"{low:,.6g} to {high:,.6g}"


def outside(violation: Violation) -> bool:
    """Tell whether the limit is missed by more than the tolerance."""
    return violation.missed > TOLERANCE * max(1.0, abs(violation.got))
