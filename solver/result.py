"""What a solve returns: an answer, its worth, what is proven, and at what price.

A result with an allocation is only made by ``solver.certificate``, which has
checked it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.allocation import Allocation
from solver.status import Status
from solver.watch import relative_gap


@dataclass(frozen=True)
class Missed:
    """A row outside its limits.

    Parameters
    ----------
    row
        Its name.
    value, low, high
        What it has, and its limits [unit of the row].

    """

    row: str
    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """Write name, value and limits."""
        return f"{self.row}: {self.value:g} not in [{self.low:g}, {self.high:g}]"


@dataclass(frozen=True)
class Attempt:
    """Where a search ended that found no answer but tells how near it came.

    Parameters
    ----------
    points
        What it would be worth if the rows below were met [points].
    unmet
        The hard rows that it leaves unmet.

    """

    points: float
    unmet: tuple[Missed, ...]


@dataclass(frozen=True, eq=False)
class Result:
    """A checked answer.

    Parameters
    ----------
    status
        What is known.
    allocation
        The best legal answer; None if there is none.
    objective
        Its points, recomputed from the allocation; NaN without one.
    bound
        Proven: no legal answer has more points; NaN if nothing is known.
    row_price
        Price per row name [points/unit]: above 0 where the high limit binds, below 0
        where the low limit does; its size is what the objective gains per unit by
        which that limit gives way. From the relaxation (fractions of cells allowed).
    seconds
        Wall time of the solve [s].
    engine
        Name of the engine, with the solver it used.
    work
        Counts: nodes, iterations, columns.
    conflict
        Names of rows that cannot hold together, if the status is infeasible.
    attempt
        What a sequence left unmet, if it has no answer.

    """

    status: Status
    allocation: Allocation | None
    objective: float
    bound: float
    row_price: Mapping[str, float]
    seconds: float
    engine: str
    work: Mapping[str, int] = field(default_factory=dict)
    conflict: tuple[str, ...] = ()
    attempt: Attempt | None = None

    @property
    def gap(self) -> float:
        """(bound - objective) / abs(objective), NaN without an answer."""
        if self.allocation is None:
            return float("nan")
        return relative_gap(self.objective, self.bound)
