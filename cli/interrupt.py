"""Ctrl-C: the first keeps the best plan, the second aborts."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from cli.console import Console
from solver.watch import Watch


@contextmanager
def stoppable(console: Console, watch: Watch) -> Iterator[Watch]:
    """Let Ctrl-C stop a search; outside a search it aborts at once.

    ``watch.searching`` tells which of the two it is.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if watch.interrupted or not watch.searching:
            raise KeyboardInterrupt
        watch.interrupt()
        console.note(console.say("stopping"))

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield watch
    finally:
        signal.signal(signal.SIGINT, before)
