"""``puzzel solve``: solve an instance file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import BY_STATUS, ExitCode
from cli.failures import UsageError


@dataclass(frozen=True)
class SolveArguments:
    """How to solve, and where to write."""

    engine: str
    solver: str
    gap: str
    time_limit: str
    seed: int
    out: Path | None


def command(console: Console, path: Path, arguments: SolveArguments) -> None:
    """Solve, write the result file, print the document."""
    from cli.interrupt import stoppable
    from cli.progress import ProgressLines
    from solver.instance_file import read_instance, write_result
    from solver.route import ENGINES, choose, solve
    from solver.watch import Watch

    settings = _settings(arguments)
    if arguments.engine not in ("auto", *ENGINES):
        raise UsageError(
            f"engine must be one of auto, {', '.join(ENGINES)}, "
            f"got '{arguments.engine}'"
        )
    instance = read_instance(path)
    if console.verbose and arguments.engine == "auto":
        engine, reason = choose(instance)
        console.note(f"{engine}: {reason}")
    lines = ProgressLines(console, path.stem)
    watch = Watch(settings.time_limit_s, lines.step)
    with stoppable(console, watch), watch.search():
        result = solve(instance, settings, engine=arguments.engine, watch=watch)
    lines.end()
    if arguments.out is not None and result.allocation is not None:
        write_result(result, arguments.out)
    document = _document(result, instance, watch.interrupted)
    console.document(document)
    _print(console, document)
    code = ExitCode.INTERRUPTED if watch.interrupted else BY_STATUS[result.status]
    raise typer.Exit(int(code))


def _settings(arguments: SolveArguments) -> Any:
    from scenarios.quantity import QuantityError, parse_quantity
    from solver.settings import Settings

    try:
        return Settings(
            gap=parse_quantity(arguments.gap, "share").value,
            time_limit_s=parse_quantity(arguments.time_limit, "time").value,
            seed=arguments.seed,
            solver=arguments.solver,  # type: ignore[arg-type]
        )
    except (QuantityError, ValueError) as error:
        raise UsageError(f"{error}") from error


def _document(result: Any, instance: Any, interrupted: bool) -> dict[str, Any]:
    from scenarios.document.result import result_part
    from scenarios.document.versions import versions
    from solver.certificate import row_values

    rows = instance.rows
    got = None
    if result.allocation is not None:
        got = row_values(instance, result.allocation).tolist()
    claims = [
        {
            "id": name,
            "unit": "",
            "min": _number(rows.low[row]),
            "max": _number(rows.high[row]),
            "achieved": None if got is None else got[row],
            "shortfall": None if got is None else max(0.0, rows.low[row] - got[row]),
            "price": abs(result.row_price.get(name, 0.0)) if result.row_price else None,
        }
        for row, name in enumerate(rows.name)
    ]
    return {
        **result_part(result),
        "interrupted": interrupted,
        "seconds": {"solve": round(result.seconds, 3)},
        "claims": claims,
        "rules": [],
        "run_dir": None,
        "versions": versions(),
    }


def _number(value: float) -> float | None:
    from scenarios.json_text import finite

    number: float | None = finite(float(value))
    return number


def _print(console: Console, document: dict[str, Any]) -> None:
    from atlas.formats import gap, number

    console.print(console.say("status_" + document["status"]))
    for key in ("objective", "bound"):
        if document[key] is not None:
            console.print(
                f"{console.say('incumbent' if key == 'objective' else key)}: "
                f"{number(document[key], console.language, 4)}"
            )
    if document["gap"] is not None:
        console.print(f"{console.say('gap')}: {gap(document['gap'], console.language)}")
    if document["conflict"]:
        names = ", ".join(document["conflict"][:8])
        console.print(console.say("conflict", names=names))
