"""Where things are printed: results on stdout, progress and faults on stderr.

One ``Console`` per command holds the language and how much to say; it is the only
place that writes.
"""

import io
import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from cli.words import word

Language = Literal["nl", "en"]


def default_language() -> Language:
    """Return the language of the machine: Dutch unless it says English."""
    spoken = os.environ.get("PUZZEL_LANG") or os.environ.get("LANG") or "nl"
    return "en" if spoken.lower().startswith(("en", "c")) else "nl"


def readable() -> None:
    """Let output that the terminal or a file cannot hold come as question marks.

    Windows writes redirected output in the code page of the machine, without ≥.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@dataclass(frozen=True)
class Console:
    """How to talk to the user.

    Parameters
    ----------
    language
        ``nl`` or ``en``.
    as_json
        Print one JSON document on stdout, nothing else there.
    quiet
        No progress.
    verbose
        More on stderr: which engine and why, stack traces.

    """

    language: Language = "nl"
    as_json: bool = False
    quiet: bool = False
    verbose: bool = False

    def say(self, key: str, **values: object) -> str:
        """Return a phrase in the user's language."""
        return word(key, self.language, **values)

    def print(self, text: str = "") -> None:
        """Print a line of the result, unless the result is JSON."""
        if not self.as_json:
            print(text)

    def document(self, document: Any) -> None:
        """Print the result as JSON, if that was asked for."""
        if self.as_json:
            from scenarios.json_text import json_text

            sys.stdout.write(json_text(document, ascii_only=True) + "\n")

    def note(self, text: str) -> None:
        """Tell on stderr how it goes, unless quiet."""
        if not self.quiet:
            print(text, file=sys.stderr)

    def fault(self, text: str) -> None:
        """Tell on stderr what is wrong."""
        print(text, file=sys.stderr)

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        left: Collection[int] = (0,),
    ) -> None:
        """Print a table; columns of text stand left, the others right."""
        if self.as_json or not rows:
            return
        widths = [
            max(len(line[at]) for line in (head, *rows)) for at in range(len(head))
        ]
        for line in (head, ["─" * width for width in widths], *rows):
            cells = [
                text.ljust(width) if at in left else text.rjust(width)
                for at, (text, width) in enumerate(zip(line, widths, strict=True))
            ]
            print("  ".join(cells).rstrip())
