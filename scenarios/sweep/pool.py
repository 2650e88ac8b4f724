"""Who does the runs of a sweep: processes here, or workers elsewhere.

The sweep sees futures of ``concurrent.futures`` in both cases; that is all it knows.
"""

from concurrent.futures import Future
from typing import Protocol

from scenarios.sweep.task import Done, Task


class Pool(Protocol):
    """Workers that do one task at a time each."""

    @property
    def room(self) -> int:
        """How many tasks it can take now."""

    def submit(self, task: Task) -> "Future[Done]":
        """Have a task done; ``room`` must be above 0."""

    def is_lost(self, error: BaseException) -> bool:
        """Tell whether an error means that a worker died, not that a run failed."""

    def close(self, *, now: bool = False) -> None:
        """Let the workers go; ``now``: even if they are at work."""
