"""The program itself: its name, and mistakes in its arguments.

Typer writes such a mistake as text; who asked for JSON gets a document.
"""

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from cli.console import Console, Language, default_language


class Program(TyperGroup):
    """The group of all commands."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; a mistake in its arguments has a document too."""
        alone = extra.get("standalone_mode", True)
        extra["standalone_mode"] = False
        given = extra.get("args", args[0] if args else None)
        try:
            code = super().main(*args, **extra)
        except Exception as error:
            if not hasattr(error, "format_message"):
                raise
            code = _told(error, as_json="--json" in (given or sys.argv))
        if alone:
            sys.exit(code or 0)
        return code


def _told(error: Any, *, as_json: bool) -> int:
    """Tell a mistake in the arguments; return the exit code."""
    error.show()
    code: int = error.exit_code
    document = {
        "status": "error",
        "exit_code": code,
        "faults": [error.format_message()],
    }
    Console(as_json=as_json).document(document)
    return code


app = typer.Typer(
    name="puzzel",
    cls=Program,
    help="De ruimtelijke puzzel: alle claims samen op de kaart, met bewezen gat / "
    "fit all claims on the land at once, with a proven gap.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def console_of(
    as_json: bool, lang: Language | None, quiet: bool, verbose: bool
) -> Console:
    """Return the console that the options of a command ask for."""
    return Console(lang or default_language(), as_json, quiet or as_json, verbose)
