"""``puzzel frontier``: how much of one number another costs."""

from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError
from cli.interrupt import stoppable
from cli.told import print_told

LEAST, MOST = 2, 101
"""Plans that may be asked for."""


def command(
    console: Console,
    scenario: Path,
    between: list[str],
    points: int | None,
    runs: Path | None,
) -> None:
    """Draw a frontier."""
    if not scenario.is_file():
        raise UsageError(console.say("no_file", path=scenario))
    if points is not None and not LEAST <= points <= MOST:
        raise UsageError(
            console.say("frontier_points", least=LEAST, most=MOST, got=points)
        )
    from atlas.frontier_image import write_frontier
    from scenarios.dutch import text_of
    from scenarios.frontier.find import NoPlanError, find_frontier, write_plans
    from scenarios.frontier.goals import NotAGoalError
    from scenarios.frontier.words import told_frontier
    from scenarios.json_text import json_text
    from scenarios.load import load_scenario
    from solver.watch import Watch

    loaded = load_scenario(scenario)
    own = loaded.scenario.frontier
    wanted = points or (own.points if own else 9)
    runs = runs or scenario.parent / "runs"
    watch = Watch()

    def step(kind: str, number: int) -> None:
        console.note(console.say(f"frontier_{kind}", n=number, of=wanted))

    try:
        with stoppable(console, watch), watch.search():
            found = find_frontier(loaded, runs, between, wanted, watch, step)
    except NotAGoalError as error:
        raise UsageError(text_of(error)) from error
    except NoPlanError as error:
        console.fault(text_of(error))
        raise typer.Exit(int(ExitCode.NO_ANSWER)) from error
    data = found.data()
    told = told_frontier(data)
    names = f"{found.first.name}-{found.second.name}"
    folder = runs / f"{loaded.scenario.name}-frontier-{names}"
    document: dict[str, Any] = {**data, "folder": str(folder)}
    if found.points:
        folder.mkdir(parents=True, exist_ok=True)
        text = json_text({**data, "sentences": list(told.sentences)}) + "\n"
        (folder / "frontier.json").write_text(text, encoding="utf-8")
        write_plans(folder, found)
        for form in ("png", "svg"):
            write_frontier(data, folder / f"frontier.{form}", console.language)
    print_told(console, told)
    if data["invented_layers"]:
        invented, every = data["invented_layers"], data["layers"]
        console.print()
        console.print(console.say("invented", n=invented, all=every))
    console.print()
    console.print(console.say("frontier_where", folder=folder))
    console.document(document)
    if found.interrupted:
        raise typer.Exit(int(ExitCode.INTERRUPTED))
