"""When a search was how far: from its steps to the time to a gap."""

from collections.abc import Iterable
from dataclasses import dataclass

from solver.watch import relative_gap

GAPS = (0.1, 0.01, 0.001)
"""Gaps whose time is recorded: 10, 1 and 0.1 %."""


@dataclass(frozen=True)
class Step:
    """Where a search stood at a time; None for what was not known yet."""

    seconds: float
    phase: str
    incumbent: float | None
    bound: float | None


def time_to_gap(steps: Iterable[Step], gap: float) -> float | None:
    """Return the first time at which a gap was proven [s], None if it never was."""
    for step in steps:
        if step.incumbent is None or step.bound is None:
            continue
        if relative_gap(step.incumbent, step.bound) <= gap:
            return step.seconds
    return None


def first_of_phases(steps: Iterable[Step]) -> dict[str, float]:
    """Return when each phase began [s]."""
    began: dict[str, float] = {}
    for step in steps:
        began.setdefault(step.phase, step.seconds)
    return began
