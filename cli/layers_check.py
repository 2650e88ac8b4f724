"""``puzzel layers check``: layers that are not what they seem, and what to do."""

from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError


def command(console: Console, scenario: Path, *, strict: bool) -> None:
    """Look at every layer; tell what is doubtful and what cannot be read."""
    from scenarios.dutch import said
    from scenarios.inspected import inspected
    from scenarios.load import load_scenario

    if not scenario.is_file():
        raise UsageError(console.say("no_file", path=scenario))
    found: list[dict[str, Any]] = []
    for one in inspected(load_scenario(scenario)):
        console.note(console.say("looked_at", name=one.name))
        doubts = [
            {"rule": doubt.rule, "text": said(doubt.text, console.language)}
            for doubt in one.doubts
        ]
        found.append(
            {
                "name": one.name,
                "ok": not doubts,
                "readable": one.layer is not None,
                "doubts": doubts,
            }
        )
    wrong = [one for one in found if not one["ok"]]
    for layer in wrong:
        console.print(f"{layer['name']}:")
        for doubt in layer["doubts"]:
            heading = console.say(f"doubt_{doubt['rule']}")
            console.print(f"  {heading}: {doubt['text']}")
    n_read = sum(not one["readable"] for one in found)
    counts = {"n": len(found), "wrong": len(wrong), "unread": n_read}
    console.print(console.say("layers_checked", **counts))
    console.document({"layers": found, "doubtful": len(wrong), "unreadable": n_read})
    if n_read or (strict and wrong):
        raise typer.Exit(int(ExitCode.DATA))
