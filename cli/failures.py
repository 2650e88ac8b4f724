"""From an exception to words and an exit code."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode


class UsageError(ValueError):
    """Something wrong with the arguments of a command."""


class RunError(ValueError):
    """A run folder that cannot be read."""


@contextmanager
def reported(console: Console) -> Iterator[None]:
    """Run a command's work; turn what it raises into words and an exit code."""
    try:
        yield
    except typer.Exit:
        raise
    except KeyboardInterrupt:
        document = stopped(console, console.say("aborted"))
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(int(ExitCode.SOLVED)) from None
    except Exception as error:
        document = failure(console, error)
    else:
        return
    console.document(document)
    raise typer.Exit(document["exit_code"])


def failure(console: Console, error: Exception) -> dict[str, Any]:
    """Tell on stderr what went wrong; return it as a document."""
    code, lines = _judged(console, error)
    if console.verbose or code is ExitCode.BUG:
        console.fault("".join(traceback.format_exception(error)))
    return _told(console, code, [*lines, *_notes(console, error)])


def stopped(console: Console, text: str) -> dict[str, Any]:
    """Tell on stderr what Ctrl-C ended; return it as a document."""
    return _told(console, ExitCode.INTERRUPTED, [text])


def _told(console: Console, code: ExitCode, lines: list[str]) -> dict[str, Any]:
    for line in lines:
        console.fault(line)
    return {"status": "error", "exit_code": int(code), "faults": lines}


def _notes(console: Console, error: Exception) -> list[str]:
    """Return what was added to an exception; of a fetch in the user's language."""
    from grids.fetch.address import FetchError
    from scenarios.dutch import fetch_in_dutch, said

    notes: list[str] = getattr(error, "__notes__", [])
    if isinstance(error, FetchError) and console.language == "nl":
        return [fetch_in_dutch(text) for text in notes]
    return [said(note, console.language) for note in notes]


def _judged(console: Console, error: Exception) -> tuple[ExitCode, list[str]]:
    """Say which exit code an exception means, and its lines of text."""
    from atlas.sheets.read_claims import SheetError
    from benchmarks.unknown import UnknownError
    from grids.archive import ArchiveError
    from grids.data_set_list import DataSetError
    from grids.fetch.address import FetchError
    from scenarios.dutch import fetch_in_dutch, said
    from scenarios.faults import ScenarioError
    from scenarios.not_applied import NotAppliedError
    from scenarios.pack.layout import PackError
    from scenarios.province import DataError
    from scenarios.quantity import QuantityError
    from scenarios.solve_settings import SettingError
    from solver.instance_file import InstanceError

    language = console.language
    if isinstance(error, ScenarioError):
        is_data = isinstance(error, DataError)
        code = ExitCode.DATA if is_data else ExitCode.INVALID
        return code, error.text(language).splitlines()
    if isinstance(error, DataSetError):
        return ExitCode.INVALID, [said(fault, language) for fault in error.faults]
    if isinstance(error, SettingError):
        return ExitCode.USAGE, [error.texts[language]]
    if isinstance(error, UnknownError | QuantityError):
        return ExitCode.USAGE, [error.text(language)]
    if isinstance(error, FetchError):
        text = f"{error}"
        return ExitCode.DATA, [fetch_in_dutch(text) if language == "nl" else text]
    codes: tuple[tuple[type[Exception], ExitCode], ...] = (
        (NotAppliedError, ExitCode.DATA),
        (InstanceError, ExitCode.INVALID),
        (UsageError, ExitCode.USAGE),
        (RunError, ExitCode.DATA),
        (ArchiveError, ExitCode.DATA),
        (PackError, ExitCode.DATA),
        (SheetError, ExitCode.INVALID),
        (OSError, ExitCode.DATA),
    )
    for kind, code in codes:
        if isinstance(error, kind):
            return code, [said(error, language)]
    return ExitCode.BUG, [console.say("bug", error=f"{type(error).__name__}: {error}")]
