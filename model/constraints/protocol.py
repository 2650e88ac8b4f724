"""What every kind of constraint offers: rows for engines, a check in plain words.

Patches, sites and separations have no rows: what they ask cannot be summed over cells.
The solver takes their limits as they are (``solver/restrict.py``).
"""

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
        """State it as zonal rows; none where it restricts where uses lie."""
        ...

    def violations(self, problem: "Problem", allocation: Allocation) -> list[Violation]:
        """Check an answer without looking at the rows."""
        ...
