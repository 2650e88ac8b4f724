"""A sweep in words: a line for every run as it ends, and a table of all."""

import time
from typing import TYPE_CHECKING

from atlas.formats import gap, number
from cli.console import Console
from scenarios.store import read_document

if TYPE_CHECKING:
    from scenarios.sweep.record import Planned, Record
    from scenarios.sweep.task import Done
    from scenarios.sweep.variants import Variant


class SweepLines:
    """Tells every run that ends, and how long the others may take."""

    def __init__(self, console: Console, n_runs: int) -> None:
        """Start the clock."""
        self._console, self._n_runs = console, n_runs
        self._began, self._n_done, self._n_made = time.monotonic(), 0, 0

    def done(self, variant: "Variant", done: "Done") -> None:
        """Tell one run."""
        say, lang = self._console.say, self._console.language
        self._n_done += 1
        self._n_made += not done.reused
        parts = [f"{self._n_done}/{self._n_runs}", variant.title]
        if done.failure is not None:
            parts.append(f"{say('sweep_failed')}: {done.failure.texts[lang]}")
        else:
            document = read_document(variant.folder) or {}
            parts.append(say(f"state_{document.get('status', 'waiting')}"))
            if document.get("gap") is not None:
                parts.append(f"{say('gap')} {gap(document['gap'], lang)}")
            if done.reused:
                parts.append(say("reused"))
        left = self._n_runs - self._n_done
        if left and self._n_made:
            each = (time.monotonic() - self._began) / self._n_made
            minutes = number(left * each / 60, lang, 1)
            parts.append(say("sweep_left", minutes=minutes))
        self._console.note("  ".join(parts))


def print_runs(console: Console, record: "Record") -> None:
    """Print a table of all runs, and the errors below it."""
    say = console.say
    head = [say("run"), *record.paths]
    head += [say(key) for key in ("status", "gap", "incumbent", "seconds")]
    console.print()
    console.table(head, [_row(console, record, run) for run in record.runs])
    for run in record.runs:
        if run.state == "failed" and run.failure:
            text = run.failure["texts"][console.language]
            console.print(f"{run.number} ({run.title}): {text}")


def _row(console: Console, record: "Record", run: "Planned") -> list[str]:
    lang, document = console.language, run.document or {}
    state = console.say(f"state_{run.state}")
    worth, known = document.get("objective"), document.get("gap")
    seconds = sum((document.get("seconds") or {}).values())
    return [
        str(run.number),
        *(run.values.get(path, "") for path in record.paths),
        state,
        "" if known is None else gap(known, lang),
        "" if worth is None else number(worth, lang, 1),
        number(seconds, lang, 1) if seconds else "",
    ]
