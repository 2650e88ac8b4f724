"""Ctrl-C in a sweep: the first begins no further run, the second ends all at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from cli.console import Console


class Stop:
    """Whether somebody asked to stop."""

    def __init__(self) -> None:
        """Begin with no."""
        self._asked = False

    def ask(self) -> None:
        """Ask to stop."""
        self._asked = True

    def asked(self) -> bool:
        """Tell whether somebody did."""
        return self._asked


@contextmanager
def stopping(console: Console) -> Iterator[Stop]:
    """Let Ctrl-C stop a sweep; runs under way end first, for they are worth keeping."""
    wish = Stop()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if wish.asked():
            raise KeyboardInterrupt
        wish.ask()
        console.note(console.say("sweep_stopping"))

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, before)
