"""The best answer and the lowest bound of a search, each judged before it is kept."""

from dataclasses import dataclass

import numpy as np

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance
from solver.watch import Watch, relative_gap


@dataclass
class Incumbent:
    """What a search has so far.

    Parameters
    ----------
    instance
        What is answered.
    gap
        Relative gap at which the search may end.
    watch
        Hears of every better figure.
    phase
        What the watch is told that the search does.

    """

    instance: Instance
    gap: float
    watch: Watch
    phase: str
    best: Allocation | None = None
    objective: float = -np.inf
    bound: float = np.inf

    @property
    def done(self) -> bool:
        """Whether to end: the gap is proven, or somebody stops."""
        if self.watch.stopped:
            return True
        if self.best is None:
            return False
        return relative_gap(self.objective, self.bound) <= self.gap

    def offer(self, allocation: Allocation | None) -> bool:
        """Keep an answer if it is legal and better; tell whether it is."""
        if allocation is None:
            return False
        worth = judge(self.instance, allocation)
        if worth.broken or worth.objective <= self.objective:
            return False
        self.best, self.objective = allocation, worth.objective
        self.watch.report(self.phase, self.objective, self.bound)
        return True

    def lower(self, bound: float) -> bool:
        """Keep a bound if it is lower than the last; tell whether it is."""
        if not bound < self.bound:
            return False
        self.bound = bound
        self.watch.report(self.phase, bound=bound)
        return True
