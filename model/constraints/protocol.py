"""What every kind of constraint offers: rows for engines, a check in plain words."""

from typing import TYPE_CHECKING, Protocol

from model.allocation import Allocation
from model.rows import Row
from model.violation import Violation

if TYPE_CHECKING:
    from model.problem import Problem


class Constraint(Protocol):
    """Something every allocation must satisfy, or pay for."""

    @property
    def name(self) -> str:
        """Id of the claim or rule."""
        ...

    def rows(self, problem: "Problem") -> list[Row]:
        """State it as zonal rows."""
        ...

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Check an answer without looking at the rows."""
        ...
