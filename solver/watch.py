"""What goes out of and into a running search: progress, and the wish to stop.

An engine calls ``watch.report`` at every step it makes and asks ``watch.stopped``
often; it then returns its best answer. The clock starts when the watch is made.
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """Where a search stands.

    Parameters
    ----------
    seconds
        Since the search began [s].
    phase
        What the engine does: ``relaxation``, ``search``, ``ladder``.
    incumbent
        Objective of the best legal answer so far [points]; None before the first.
    bound
        No answer can exceed this [points]; None before it is known.

    """

    seconds: float
    phase: str
    incumbent: float | None = None
    bound: float | None = None

    @property
    def gap(self) -> float | None:
        """Gap between the two, None until both are known."""
        if self.incumbent is None or self.bound is None:
            return None
        return relative_gap(self.incumbent, self.bound)


def relative_gap(objective: float, bound: float) -> float:
    """Return (bound - objective) / abs(objective), never below 0; NaN stays NaN."""
    if math.isnan(objective) or math.isnan(bound):
        return math.nan
    return max(0.0, bound - objective) / max(1e-12, abs(objective))


class Watch:
    """A clock, a listener and a switch.

    Parameters
    ----------
    time_limit_s
        Wall time after which ``stopped`` is true [s].
    on_progress
        Called with every step; by default nobody listens.

    """

    def __init__(
        self,
        time_limit_s: float = float("inf"),
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        """Start the clock."""
        self._began = time.monotonic()
        self._limit_s = time_limit_s
        self._on_progress = on_progress
        self._interrupted = threading.Event()
        self.incumbent: float | None = None
        self.bound: float | None = None
        self.searching = False
        self._phase = ""

    @contextmanager
    def search(self) -> Iterator[None]:
        """Mark that a search is under way, which an interrupt ends gently."""
        self.searching = True
        try:
            yield
        finally:
            self.searching = False

    @property
    def seconds(self) -> float:
        """Time since the search began [s]."""
        return time.monotonic() - self._began

    @property
    def left_s(self) -> float:
        """Time until the limit, never below 0 [s]."""
        return max(0.0, self._limit_s - self.seconds)

    @property
    def interrupted(self) -> bool:
        """Whether somebody asked to stop."""
        return self._interrupted.is_set()

    @property
    def stopped(self) -> bool:
        """Whether the search should end with what it has."""
        return self.interrupted or self.left_s == 0.0

    def follow(self, other: "Watch") -> None:
        """Be interrupted whenever the other watch is."""
        self._interrupted = other._interrupted

    def interrupt(self) -> None:
        """Ask the search to end; safe from a signal handler or another thread."""
        self._interrupted.set()

    def report(
        self,
        phase: str,
        incumbent: float | None = None,
        bound: float | None = None,
    ) -> None:
        """Tell the listener if a figure got better; the best ones are kept."""
        before = self.incumbent, self.bound
        if incumbent is not None and math.isfinite(incumbent):
            self.incumbent = max(float(incumbent), _or(self.incumbent, incumbent))
        if bound is not None and math.isfinite(bound):
            self.bound = min(float(bound), _or(self.bound, bound))
        news = (self.incumbent, self.bound) != before or phase != self._phase
        self._phase = phase
        if self._on_progress is not None and news:
            step = Progress(self.seconds, phase, self.incumbent, self.bound)
            self._on_progress(step)


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
