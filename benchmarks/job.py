"""What one measurement is: an instance on disk, a method, and how to search."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.methods import Method
from solver.settings import Settings

GRACE_S = 30.0
"""Time beyond the limit that a method may take to come to an end [s]."""

GRACE_SHARE = 0.25
"""The same, as a part of the limit."""


@dataclass(frozen=True)
class Job:
    """One measurement.

    Parameters
    ----------
    case
        Id of the instance.
    instance
        File that holds it, as ``pickle`` writes it: loads without a copy.
    method
        Who solves it.
    settings
        Gap, time limit, seed.
    grace_s
        Time beyond the limit before it is killed, beside a share of the limit [s].

    """

    case: str
    instance: Path
    method: Method
    settings: Settings
    grace_s: float = GRACE_S

    @property
    def hard_limit_s(self) -> float:
        """After this the process is killed, counted from the start of the clock [s]."""
        return self.settings.time_limit_s * (1 + GRACE_SHARE) + self.grace_s
