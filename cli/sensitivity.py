"""``puzzel sensitivity``: which number moves the plan most."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import BY_STATUS, ExitCode
from cli.failures import RunError, UsageError
from cli.interrupt import stoppable
from cli.told import print_told


@dataclass(frozen=True)
class Wanted:
    """What is asked.

    Parameters
    ----------
    runs
        Folder of runs; beside the scenario by default.
    most
        Numbers for which the plan is searched again.
    time_limit_s
        Of each search [s].
    only
        Beginnings of keys to look at; none means all.

    """

    runs: Path | None
    most: int
    time_limit_s: float
    only: tuple[str, ...]


def command(console: Console, scenario: Path, wanted: Wanted) -> None:
    """Run the scenario if it was not, move its numbers, tell and keep what comes."""
    if not scenario.is_file():
        raise UsageError(console.say("no_file", path=scenario))
    if wanted.most < 0:
        raise UsageError(console.say("sensitivity_most", got=wanted.most))
    if not wanted.time_limit_s > 0:
        raise UsageError(console.say("sensitivity_time", got=wanted.time_limit_s))
    from atlas.sensitivity import write_sensitivity
    from scenarios.dutch import text_of
    from scenarios.explain.explained_run import NotExplainableError
    from scenarios.load import load_scenario
    from scenarios.sensitivity.base import base_of
    from scenarios.sensitivity.find import Asked, find_sensitivity
    from scenarios.sensitivity.numbers import numbers_of
    from scenarios.sensitivity.search import FINER, Effort
    from scenarios.sensitivity.words import told_sensitivity
    from scenarios.store import question_folder
    from solver.watch import Watch

    loaded = load_scenario(scenario)
    keys = [number.key for number in numbers_of(loaded.scenario)]
    if wanted.only and not any(key.startswith(wanted.only) for key in keys):
        got = ", ".join(wanted.only)
        raise UsageError(console.say("sensitivity_only", got=got))
    watch = Watch()
    runs = wanted.runs or scenario.parent / "runs"
    outcome = _run(console, loaded, runs, scenario.stem, watch)
    solve = loaded.scenario.solve
    effort = Effort(wanted.time_limit_s, solve.gap.value / FINER, solve.seed)
    try:
        base = base_of(loaded, outcome.folder)
        with stoppable(console, watch), watch.search():
            data = find_sensitivity(
                base,
                Asked(wanted.most, effort, wanted.only),
                watch,
                _step(console, "sensitivity_screen", 20),
                _step(console, "sensitivity_search", 1),
            )
        told = told_sensitivity(data)
        folder = question_folder(runs, loaded.scenario.name, "sensitivity")
        write_sensitivity(told, folder, console.language)
    except (NotExplainableError, OSError) as error:
        raise RunError(text_of(error)) from error
    print_told(console, told)
    console.print()
    console.print(console.say("sensitivity_where", folder=folder))
    console.document({"run": str(outcome.folder), "folder": str(folder), **data})
    if data["interrupted"]:
        raise typer.Exit(int(ExitCode.INTERRUPTED))


def _run(console: Console, loaded: Any, runs: Path, name: str, watch: Any) -> Any:
    """Return the scenario's run; make it if it is not there."""
    from atlas.publish import publish
    from cli.progress import ProgressLines
    from scenarios.options import Options
    from scenarios.run import run_scenario

    lines = ProgressLines(console, name)
    options = Options(
        runs,
        console.language,
        publish=lambda folder: publish(folder, console.language),
        on_stage=lines.stage,
        on_progress=lines.step,
        on_note=lines.note,
    )
    try:
        with stoppable(console, watch):
            outcome = run_scenario(loaded, options, watch)
    finally:
        lines.end()
    code = BY_STATUS[outcome.document["status"]]
    if outcome.interrupted:
        code = ExitCode.INTERRUPTED
    if code is not ExitCode.SOLVED:
        from cli.summary import print_summary

        print_summary(console, outcome.document | {"run_dir": str(outcome.folder)})
        console.document(outcome.document)
        raise typer.Exit(int(code))
    return outcome


def _step(console: Console, key: str, every: int) -> Callable[[int, int], None]:
    def step(done: int, of: int) -> None:
        if done % every == 0 or done == of:
            console.note(console.say(key, done=done, of=of))

    return step
