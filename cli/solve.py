"""``puzzel solve``: solve an instance file."""

import os
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
    from solver.instance_file import read_instance, write_result
    from solver.route import choose

    settings = _settings(arguments)
    _refuse(console, path, arguments)
    instance = read_instance(path)
    _refuse_unfit(console, instance, arguments.engine)
    if console.verbose and arguments.engine == "auto":
        console.note(": ".join(choose(instance)))
    result, interrupted = _solve(console, path.stem, instance, settings, arguments)
    document = _document(result, instance, interrupted)
    if arguments.out is not None and result.allocation is not None:
        write_result(result, arguments.out)
    console.document(document)
    _print(console, document)
    code = ExitCode.INTERRUPTED if interrupted else BY_STATUS[result.status]
    raise typer.Exit(int(code))


def _refuse(console: Console, path: Path, arguments: SolveArguments) -> None:
    """Refuse what cannot be, before the search and not after."""
    from solver.route import AUTO, ENGINES

    if not path.is_file():
        raise UsageError(console.say("no_file", path=path))
    known = (AUTO, *ENGINES)
    if arguments.engine not in known:
        text = console.say("engine", known=", ".join(known), got=arguments.engine)
        raise UsageError(text)
    if arguments.out is not None and not os.access(arguments.out.parent, os.W_OK):
        raise UsageError(console.say("out_folder", path=arguments.out.parent))


def _refuse_unfit(console: Console, instance: Any, engine: str) -> None:
    """Refuse an engine that cannot solve the instance."""
    from solver.route import unfit

    if why := unfit(engine, instance):
        raise UsageError(console.say(f"engine_{why}", got=engine))


def _solve(
    console: Console, name: str, instance: Any, settings: Any, arguments: SolveArguments
) -> tuple[Any, bool]:
    from cli.interrupt import stoppable
    from cli.progress import ProgressLines
    from solver.route import solve
    from solver.watch import Watch

    lines = ProgressLines(console, name)
    watch = Watch(settings.time_limit_s, lines.step)
    with stoppable(console, watch), watch.search():
        result = solve(instance, settings, engine=arguments.engine, watch=watch)
    lines.end()
    return result, watch.interrupted


def _settings(arguments: SolveArguments) -> Any:
    from scenarios.dutch import text_of
    from scenarios.quantity import QuantityError, parse_quantity
    from solver.settings import Settings

    try:
        return Settings(
            gap=parse_quantity(arguments.gap, "share").value,
            time_limit_s=parse_quantity(arguments.time_limit, "time").value,
            seed=arguments.seed,
            solver=arguments.solver,  # type: ignore[arg-type]
        )
    except QuantityError:
        raise
    except ValueError as error:
        raise UsageError(text_of(error)) from error


def _document(result: Any, instance: Any, interrupted: bool) -> dict[str, Any]:
    from scenarios.document.result import result_part
    from scenarios.document.versions import versions

    return {
        **result_part(result),
        "interrupted": interrupted,
        "seconds": {"solve": round(result.seconds, 3)},
        "claims": _rows(result, instance),
        "rules": [],
        **_form(result, instance),
        "run_dir": None,
        "versions": versions(),
    }


def _rows(result: Any, instance: Any) -> list[dict[str, Any]]:
    """Say what every row of the instance got, in the form of claims."""
    from scenarios.document.missed import missed_part
    from solver.certificate import row_values

    rows, got = instance.rows, [None] * instance.n_rows
    if result.allocation is not None:
        got = row_values(instance, result.allocation).tolist()
    return [
        {
            "id": name,
            "unit": "",
            "min": _number(rows.low[row]),
            "max": _number(rows.high[row]),
            "achieved": got[row],
            **missed_part(got[row], float(rows.low[row]), float(rows.high[row])),
            "price": abs(result.row_price.get(name, 0.0)) if result.row_price else None,
        }
        for row, name in enumerate(rows.name)
    ]


def _form(result: Any, instance: Any) -> dict[str, Any]:
    """Say how the uses lie: the instance knows neither labels nor coordinates."""
    from scenarios.document.instance_form import instance_form_part

    part: dict[str, Any] = instance_form_part(instance, result.allocation)
    return part


def _number(value: float) -> float | None:
    from scenarios.json_text import finite

    number: float | None = finite(float(value))
    return number


def _print(console: Console, document: dict[str, Any]) -> None:
    from atlas.formats import gap, number
    from cli.form import form_lines
    from cli.missed import attempt_lines, missed_lines, status_words

    console.print(console.say(status_words(document)))
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
    for line in form_lines(console, document):
        console.print(line)
    missed = [row for row in document["claims"] if row["shortfall"] or row["over"]]
    for line in missed_lines(console, missed, "rows_missed"):
        console.print(line)
    for line in attempt_lines(console, document):
        console.print(line)
