"""``puzzel run``: from scenario files to run folders."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from cli.console import Console
from cli.exit_codes import BY_STATUS, ExitCode
from cli.failures import UsageError, failure, stopped

if TYPE_CHECKING:
    from cli.workers import Workers


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
    workers: "Workers | None" = None


def run_all(
    console: Console, scenarios: list[Path], arguments: RunArguments
) -> list[dict[str, Any]]:
    """Run scenarios one after the other; return their documents.

    What goes wrong in one ends that one; Ctrl-C ends all.
    """
    from solver.watch import Watch

    documents: list[dict[str, Any]] = []
    for path, loaded in _load_all(console, scenarios, arguments):
        watch = Watch()
        try:
            documents.append(_run_one(console, loaded, path, arguments, watch))
        except Exception as error:
            documents.append(failure(console, error))
        left = [path.name for path in scenarios[len(documents) :]]
        if watch.interrupted and left:
            names = ", ".join(left)
            documents.append(stopped(console, console.say("left", names=names)))
            break
    return documents


def _load_all(
    console: Console, scenarios: list[Path], arguments: RunArguments
) -> list[tuple[Path, Any]]:
    """Load all before the first is run; the faults of all come together."""
    from scenarios.load import ScenarioError, load_scenario
    from scenarios.solve_settings import with_solve

    names = ("engine", "solver", "gap", "time_limit", "seed")
    changes = {name: getattr(arguments, name) for name in names}
    loaded: list[tuple[Path, Any]] = []
    faults: list[Any] = []
    for path in scenarios:
        if not path.is_file():
            raise UsageError(console.say("no_file", path=path))
        try:
            loaded.append((path, with_solve(load_scenario(path), **changes)))
        except ScenarioError as error:
            faults += error.faults
    if faults:
        raise ScenarioError(faults)
    return loaded


def _run_one(
    console: Console, loaded: Any, path: Path, arguments: RunArguments, watch: Any
) -> dict[str, Any]:
    from cli.interrupt import stoppable
    from cli.progress import ProgressLines
    from cli.summary import print_summary
    from scenarios.run import run_scenario

    lines = ProgressLines(console, path.stem)
    options = _options(console, path, arguments, lines)
    try:
        with stoppable(console, watch):
            outcome = run_scenario(loaded, options, watch)
    finally:
        lines.end()
    document = outcome.document | {"run_dir": str(outcome.folder)}
    if outcome.reused:
        console.note(f"{outcome.folder.name}: {console.say('reused')}")
    print_summary(console, document)
    return document


def _options(console: Console, path: Path, arguments: RunArguments, lines: Any) -> Any:
    from atlas.publish import publish
    from scenarios.options import Options

    return Options(
        arguments.runs or path.parent / "runs",
        console.language,
        strict=arguments.strict,
        force=arguments.force,
        publish=lambda folder: publish(folder, console.language),
        on_stage=lines.stage,
        on_progress=lines.step,
        on_note=lines.note,
    )


def exit_code(documents: list[dict[str, Any]]) -> ExitCode:
    """Return the exit code of several runs: the first that is not 0."""
    for document in documents:
        code = _exit_code(document)
        if code is not ExitCode.SOLVED:
            return code
    return ExitCode.SOLVED


def _exit_code(document: dict[str, Any]) -> ExitCode:
    if document["status"] == "error":
        return ExitCode(document["exit_code"])
    if document.get("interrupted"):
        return ExitCode.INTERRUPTED
    return BY_STATUS[document["status"]]


def command(console: Console, scenarios: list[Path], arguments: RunArguments) -> None:
    """Run, print, and exit with the code of the contract."""
    if arguments.workers is None:
        documents = run_all(console, scenarios, arguments)
    else:
        from cli.run_many import run_many

        loaded = [path for path, _ in _load_all(console, scenarios, arguments)]
        documents = run_many(console, loaded, arguments, arguments.workers)
    console.document(documents[0] if len(documents) == 1 else documents)
    raise typer.Exit(int(exit_code(documents)))
