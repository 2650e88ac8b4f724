"""What every engine is: a function from an instance to an answer."""

from typing import Protocol

from model.allocation import Allocation
from solver.certificate import Answer
from solver.instance import Instance
from solver.settings import Settings
from solver.watch import Watch


class Engine(Protocol):
    """A way to solve an instance."""

    def __call__(
        self,
        instance: Instance,
        settings: Settings,
        watch: Watch,
        start: Allocation | None = None,
    ) -> Answer:
        """Search until the gap, the limit or an interrupt; return the best.

        ``start`` is an answer to begin with; it may be ignored if it is not legal.
        """
        ...
