"""The stages of a run: their times, their events, and who is told."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scenarios.events import Events
from solver.watch import Progress

FILE = "events.jsonl"
"""Name of the file of events in a run folder."""


class Stages:
    """Goes through stages, one after the other.

    Parameters
    ----------
    events
        Where everything that happens is written.
    on_stage
        Called with the name of every stage as it begins.
    on_progress
        Called with the steps of the search.

    """

    def __init__(
        self,
        events: Events,
        on_stage: Callable[[str], None] | None,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        """Begin with nothing done."""
        self._events = events
        self._on_stage, self._on_progress = on_stage, on_progress
        self._seconds: dict[str, float] = {}

    @property
    def seconds(self) -> Mapping[str, float]:
        """Time of every stage so far [s]."""
        return self._seconds

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Tell that a stage begins, and keep its time."""
        if self._on_stage is not None:
            self._on_stage(name)
        began = time.perf_counter()
        yield
        self._seconds[name] = round(time.perf_counter() - began, 3)
        self.event("stage", name=name, seconds=self._seconds[name])

    def event(self, event: str, /, **values: Any) -> None:
        """Write an event."""
        self._events.add(event, **values)

    def progress(self, step: Progress) -> None:
        """Write a step of the search, and tell it."""
        self.event(
            "progress",
            phase=step.phase,
            seconds=round(step.seconds, 3),
            incumbent=step.incumbent,
            bound=step.bound,
            gap=step.gap,
        )
        if self._on_progress is not None:
            self._on_progress(step)


@contextmanager
def stages_in(
    folder: Path,
    on_stage: Callable[[str], None] | None,
    on_progress: Callable[[Progress], None] | None,
) -> Iterator[Stages]:
    """Give stages that write their events to a run folder."""
    events = Events(folder / FILE)
    try:
        yield Stages(events, on_stage, on_progress)
    finally:
        events.close()
