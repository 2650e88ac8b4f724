"""Why a search ended."""

from enum import StrEnum


class Status(StrEnum):
    """What is known about an instance after solving."""

    OPTIMAL = "optimal"
    """The gap is within the one asked for, and proven."""
    FEASIBLE = "feasible"
    """An answer and a bound, stopped before the asked gap."""
    INFEASIBLE = "infeasible"
    """Proven: no allocation keeps the hard limits."""
    NO_SOLUTION = "no_solution"
    """Stopped before any answer was found."""
