"""Progress on stderr: the stage, and incumbent, bound and gap of the search.

A live line on a terminal, plain lines elsewhere; nothing when quiet.
"""

import sys
import time

from cli.console import Console
from solver.watch import Progress

EVERY_S = 2.0
"""Least time between two plain lines of one phase of a search [s]."""


class ProgressLines:
    """Draws the steps of one run."""

    def __init__(self, console: Console, name: str = "") -> None:
        """Draw nothing yet."""
        self._console, self._name = console, name
        self._live = sys.stderr.isatty() and not console.quiet
        self._shown_at, self._phase = -EVERY_S, ""
        self._width = 0

    def stage(self, stage: str) -> None:
        """Tell that a stage begins."""
        self._line(self._console.say(f"stage_{stage}"), keep=True)

    def note(self, text: str) -> None:
        """Tell something on a line of its own."""
        self._line(text, keep=True)

    def step(self, step: Progress) -> None:
        """Tell where the search stands."""
        now = time.monotonic()
        news = step.phase != self._phase
        if not self._live and not news and now - self._shown_at < EVERY_S:
            return
        self._shown_at, self._phase = now, step.phase
        self._line(describe(self._console, step), keep=not self._live)

    def end(self) -> None:
        """Leave the live line."""
        if self._live and self._width:
            sys.stderr.write("\n")
            self._width = 0

    def _line(self, text: str, *, keep: bool) -> None:
        if self._console.quiet:
            return
        text = f"{self._name}  {text}" if self._name else text
        if not self._live:
            self._console.note(text)
            return
        sys.stderr.write("\r" + text.ljust(self._width) + ("\n" if keep else ""))
        sys.stderr.flush()
        self._width = 0 if keep else len(text)


def describe(console: Console, step: Progress) -> str:
    """Write one step: ``00:41  searching  objective 812.3  bound 815.0  gap …``."""
    from atlas.formats import number

    lang = console.language
    minutes, seconds = divmod(int(step.seconds), 60)
    parts = [f"{minutes:02d}:{seconds:02d}", console.say(f"phase_{step.phase}")]
    if step.incumbent is not None:
        parts.append(f"{console.say('incumbent')} {number(step.incumbent, lang, 1)}")
    if step.bound is not None:
        parts.append(f"{console.say('bound')} {number(step.bound, lang, 1)}")
    if step.gap is not None:
        parts.append(f"{console.say('gap')} {number(100 * step.gap, lang, 3)} %")
    return "  ".join(parts)
