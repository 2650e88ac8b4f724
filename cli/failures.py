"""From an exception to words and an exit code."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from cli.console import Console
from cli.exit_codes import ExitCode


class UsageError(ValueError):
    """Something wrong with the arguments of a command."""


@contextmanager
def reported(console: Console) -> Iterator[None]:
    """Run a command's work; turn what it raises into words and an exit code."""
    try:
        yield
    except typer.Exit:
        raise
    except KeyboardInterrupt:
        _end(console, ExitCode.INTERRUPTED, [console.say("status_no_solution")])
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(int(ExitCode.SOLVED)) from None
    except Exception as error:
        code, lines = _judged(console, error)
        if console.verbose or code is ExitCode.BUG:
            console.fault(traceback.format_exc())
        _end(console, code, lines)


def _judged(console: Console, error: Exception) -> tuple[ExitCode, list[str]]:
    """Say which exit code an exception means, and its lines of text."""
    from scenarios.faults import ScenarioError
    from scenarios.not_applied import NotAppliedError
    from scenarios.province import DataError
    from solver.instance_file import InstanceError

    language = console.language
    if isinstance(error, DataError):
        return ExitCode.DATA, error.text(language).splitlines()
    if isinstance(error, ScenarioError):
        return ExitCode.INVALID, error.text(language).splitlines()
    if isinstance(error, NotAppliedError):
        return ExitCode.DATA, [f"{error}"]
    if isinstance(error, InstanceError):
        return ExitCode.INVALID, [f"{error}"]
    if isinstance(error, UsageError):
        return ExitCode.USAGE, [f"{error}"]
    if isinstance(error, OSError):
        return ExitCode.DATA, [f"{error}"]
    return ExitCode.BUG, [console.say("bug", error=f"{type(error).__name__}: {error}")]


def _end(console: Console, code: ExitCode, lines: list[str]) -> NoReturn:
    console.document({"status": "error", "exit_code": int(code), "faults": lines})
    for line in lines:
        console.fault(line)
    raise typer.Exit(int(code))
