"""``puzzel run``: from scenario files to run folders."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import BY_STATUS, ExitCode
from cli.failures import UsageError


@dataclass(frozen=True)
class RunArguments:
    """What the user asked of a run; None leaves the scenario's own setting."""

    runs: Path | None = None
    engine: str | None = None
    solver: str | None = None
    gap: str | None = None
    time_limit: str | None = None
    seed: int | None = None
    strict: bool = False
    force: bool = False


def run_all(
    console: Console, scenarios: list[Path], arguments: RunArguments
) -> list[dict[str, Any]]:
    """Run scenarios one after the other; return their documents."""
    from scenarios.load import load_scenario
    from scenarios.solve_settings import with_solve

    for path in scenarios:
        if not path.is_file():
            raise UsageError(console.say("no_file", path=path))
    changes = {
        "engine": arguments.engine,
        "solver": arguments.solver,
        "gap": arguments.gap,
        "time_limit": arguments.time_limit,
        "seed": arguments.seed,
    }
    loaded = [with_solve(load_scenario(path), **changes) for path in scenarios]
    return [
        _run_one(console, one, path, arguments)
        for one, path in zip(loaded, scenarios, strict=True)
    ]


def _run_one(
    console: Console, loaded: Any, path: Path, arguments: RunArguments
) -> dict[str, Any]:
    from atlas.publish import publish
    from cli.interrupt import stoppable
    from cli.progress import ProgressLines
    from cli.summary import print_summary
    from scenarios.run import Options, run_scenario
    from solver.watch import Watch

    lines = ProgressLines(console, path.stem)
    options = Options(
        arguments.runs or path.parent / "runs",
        console.language,
        strict=arguments.strict,
        force=arguments.force,
        publish=lambda folder: publish(folder, console.language),
        on_stage=lines.stage,
        on_progress=lines.step,
        on_note=console.note,
    )
    with stoppable(console, Watch()) as watch:
        outcome = run_scenario(loaded, options, watch)
    lines.end()
    document = outcome.document | {"run_dir": str(outcome.folder)}
    if outcome.reused:
        console.note(f"{outcome.folder.name}: {console.say('reused')}")
    print_summary(console, document)
    return document


def exit_code(documents: list[dict[str, Any]]) -> ExitCode:
    """Return the exit code of several runs: the first that is not 0."""
    for document in documents:
        if document.get("interrupted"):
            return ExitCode.INTERRUPTED
        code = BY_STATUS[document["status"]]
        if code is not ExitCode.SOLVED:
            return code
    return ExitCode.SOLVED


def command(console: Console, scenarios: list[Path], arguments: RunArguments) -> None:
    """Run, print, and exit with the code of the contract."""
    documents = run_all(console, scenarios, arguments)
    console.document(documents[0] if len(documents) == 1 else documents)
    raise typer.Exit(int(exit_code(documents)))
