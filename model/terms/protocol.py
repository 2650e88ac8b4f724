"""What every kind of term offers: points per hectare of each use."""

from typing import TYPE_CHECKING, Protocol

from model.blend import Gain

if TYPE_CHECKING:
    from model.problem import Problem


class Term(Protocol):
    """A part of the objective that sees one cell at a time."""

    @property
    def name(self) -> str:
        """Id of the use or rule it comes from."""
        ...

    def gain(self, problem: "Problem", use: str) -> Gain | None:
        """Points per hectare of a use; None if it says nothing."""
        ...
