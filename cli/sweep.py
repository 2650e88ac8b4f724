"""``puzzel sweep``: many runs of one scenario with some values changed."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from cli.console import Console
from cli.exit_codes import BY_STATUS, ExitCode
from cli.failures import UsageError
from cli.stop import Stop, stopping
from cli.sweep_lines import SweepLines, print_runs
from cli.workers import BY_KIND, Workers, pool_of

if TYPE_CHECKING:
    from scenarios.options import Options
    from scenarios.sweep.record import Planned, Record
    from scenarios.sweep.variants import Variant

WORST_FIRST = (
    ExitCode.BUG,
    ExitCode.DATA,
    ExitCode.INVALID,
    ExitCode.NO_ANSWER,
    ExitCode.INFEASIBLE,
    ExitCode.SOLVED,
)
"""A sweep ends with the first of these that one of its runs has."""


@dataclass(frozen=True)
class SweepArguments:
    """What the user asked of a sweep; None leaves the scenario's own setting."""

    vary: tuple[str, ...] = ()
    rows: Path | None = None
    design: str | None = None
    draws: int | None = None
    draw_seed: int | None = None
    name: str | None = None
    runs: Path | None = None
    solve: tuple[tuple[str, str | int | None], ...] = ()
    strict: bool = False
    force: bool = False
    workers: Workers = field(default_factory=Workers)


def command(console: Console, scenario: Path, arguments: SweepArguments) -> None:
    """Make the runs, print what came of them, exit with the worst run's code."""
    from scenarios.sweep.sweep import sweep

    variants = _variants(console, scenario, arguments)
    options = _options(console, scenario, arguments)
    name = arguments.name or scenario.stem
    console.note(console.say("sweep_begins", n=len(variants)))
    lines = SweepLines(console, len(variants))
    with stopping(console) as stop, pool_of(console, arguments.workers) as pool:
        swept = sweep(
            name, variants, options, pool, on_done=lines.done, stopped=stop.asked
        )
    document = _document(console, swept.record, stop)
    document["files"] = _publish(console, swept.record)
    console.document(document)
    raise typer.Exit(document["exit_code"])


def _variants(
    console: Console, scenario: Path, arguments: SweepArguments
) -> "list[Variant]":
    from scenarios.sweep.ask import Ask, asked_points
    from scenarios.sweep.design import DESIGNS
    from scenarios.sweep.variants import variants

    for path in (scenario, arguments.rows):
        if path is not None and not path.is_file():
            raise UsageError(console.say("no_file", path=path))
    if arguments.rows is not None and arguments.vary:
        raise UsageError(console.say("sweep_both"))
    design = next((one for one in DESIGNS if one == arguments.design), None)
    if design is None and arguments.design is not None:
        known = ", ".join(DESIGNS)
        raise UsageError(console.say("design", known=known, got=arguments.design))
    ask = Ask(
        arguments.vary, arguments.rows, design, arguments.draws, arguments.draw_seed
    )
    always = solve_overrides(arguments.solve)
    runs = arguments.runs or scenario.parent / "runs"
    return variants(scenario, asked_points(scenario, ask), runs, always)


def solve_overrides(solve: tuple[tuple[str, str | int | None], ...]) -> Any:
    """Return the settings of the search that the command line gives, as overrides."""
    from scenarios.faults import Place
    from scenarios.sweep.override import Override
    from scenarios.tree import Tree

    def override(key: str, value: str | int) -> Override:
        place = Place(Path(f"--{key.replace('_', '-')}"), 0, 0)
        return Override(f"solve.{key}", Tree(value, place, place))

    return tuple(override(key, value) for key, value in solve if value is not None)


def _options(console: Console, scenario: Path, arguments: SweepArguments) -> "Options":
    from atlas.publish import publish
    from scenarios.options import Options

    return Options(
        arguments.runs or scenario.parent / "runs",
        console.language,
        strict=arguments.strict,
        force=arguments.force,
        publish=partial(publish, lang=console.language),
    )


def _document(console: Console, record: "Record", stop: Stop) -> dict[str, Any]:
    """Print what came of a sweep, and return it."""
    codes = [_code(run) for run in record.runs if run.state != "waiting"]
    code = next((code for code in WORST_FIRST if code in codes), ExitCode.SOLVED)
    if stop.asked():
        code = ExitCode.INTERRUPTED
    print_runs(console, record)
    if stop.asked():
        left = sum(run.state == "waiting" for run in record.runs)
        console.print(console.say("sweep_stopped", n=left))
    console.print(f"{console.say('folder')}: {record.folder}")
    return {
        "status": "stopped" if stop.asked() else "done",
        "exit_code": int(code),
        "sweep_dir": str(record.folder),
        "runs": [_run_part(console, run) for run in record.runs],
    }


def _publish(console: Console, record: "Record") -> list[str]:
    """Write page, tables and figures of the runs that are there."""
    from atlas.publish_sweep import has_parquet, publish_sweep

    if not record.done:
        return []
    files = publish_sweep(record.folder, console.language)
    console.print(f"{console.say('report')}: {files[0]}")
    if not has_parquet() and console.verbose:
        console.note(console.say("no_parquet"))
    return [str(path) for path in files]


def _code(run: "Planned") -> ExitCode:
    if run.document is not None:
        return BY_STATUS[run.document["status"]]
    return BY_KIND[run.failure["kind"]] if run.failure else ExitCode.SOLVED


def _run_part(console: Console, run: "Planned") -> dict[str, Any]:
    document = run.document or {}
    keys = ("objective", "bound", "gap", "seconds")
    failed = run.failure if run.document is None else None
    return {
        "number": run.number,
        "values": run.values,
        "status": run.state,
        **{key: document.get(key) for key in keys},
        "run_dir": str(run.folder),
        "error": failed["texts"][console.language] if failed else None,
    }
