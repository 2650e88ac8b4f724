"""``puzzel report``: a run as a page that opens by double click, as map and tables."""

from dataclasses import dataclass
from pathlib import Path

from cli.console import Console
from cli.failures import RunError, UsageError
from grids.sentence import Sentence


@dataclass(frozen=True)
class ReportArguments:
    """What the user asked of a report."""

    out: Path | None = None
    map_file: Path | None = None
    palette: str = "plan"
    hatch: bool = False
    csv: str | None = None


def command(console: Console, run: Path, arguments: ReportArguments) -> None:
    """Write the report of a run folder, and what else was asked for."""
    from scenarios.dutch import text_of

    _check(console, run, arguments)
    try:
        files = _write(console, run, arguments)
    except ValueError as error:
        raise RunError(text_of(error)) from error
    for path in files:
        console.print(f"{console.say('written')}: {path}")
    console.document({"run": str(run), "files": [str(path) for path in files]})


def _check(console: Console, run: Path, arguments: ReportArguments) -> None:
    """Refuse what cannot be written before anything is."""
    from atlas.look import PALETTES
    from atlas.map_image import FORMS

    if not run.is_dir():
        raise UsageError(console.say("no_file", path=run))
    forms = [".png"] if arguments.map_file is None else [arguments.map_file.suffix]
    asked = {
        "--map": (forms[0].lower(), FORMS),
        "--palette": (arguments.palette, PALETTES),
        "--csv": (arguments.csv or "nl", ("nl", "en")),
    }
    for option, (got, choices) in asked.items():
        if got not in choices:
            names = ", ".join(choices)
            raise UsageError(
                console.say("one_of", option=option, choices=names, got=got)
            )


def _write(console: Console, run: Path, arguments: ReportArguments) -> list[Path]:
    """Write all that was asked for; return the files."""
    from atlas.page.report import NAME, write_report
    from atlas.sheets.csv import write_csv
    from atlas.words.words import Words

    words = Words(console.language)
    files = [write_report(run, arguments.out or run / NAME, words)]
    if arguments.map_file is not None:
        files.append(_map(console, run, arguments.map_file, arguments))
    if arguments.csv is not None:
        files += write_csv(run, run / "csv", words, arguments.csv)
    return files


def _map(console: Console, run: Path, target: Path, arguments: ReportArguments) -> Path:
    """Draw the map of a run."""
    from atlas.look import Look
    from atlas.map_image import draw_map
    from atlas.read_run import read_run
    from atlas.words.words import Words

    found = read_run(run)
    if not found.has_allocation:
        raise ValueError(
            Sentence(
                "run must have an allocation to be drawn, got none: {path}", path=run
            )
        )
    look = Look(arguments.palette, arguments.hatch)
    draw_map(found, target, Words(console.language), look)
    return target
