"""What every peer is: a function from an instance to an answer, like an engine."""

from dataclasses import dataclass
from typing import Protocol

from solver.certificate import Answer
from solver.instance import Instance
from solver.settings import Settings
from solver.watch import Watch


class Solve(Protocol):
    """Solves an instance as well as it can within the limit of the watch."""

    def __call__(
        self, instance: Instance, settings: Settings, watch: Watch
    ) -> Answer: ...


@dataclass(frozen=True)
class Peer:
    """A way to solve that is no engine of ours.

    Parameters
    ----------
    name
        What a user calls it.
    solve
        The function.
    relaxes
        Whether it allows fractions of cells: it has a bound and no allocation.
    compiles
        Whether it has kernels of its own, to be compiled before the clock runs.

    """

    name: str
    solve: Solve
    relaxes: bool = False
    compiles: bool = False
