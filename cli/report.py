"""``puzzel report``: a run as a page that opens by double click."""

from pathlib import Path

from cli.console import Console
from cli.failures import RunError, UsageError


def command(console: Console, run: Path, out: Path | None) -> None:
    """Write the report of a run folder."""
    from atlas.page.report import NAME, write_report
    from atlas.words.words import Words

    if not run.is_dir():
        raise UsageError(console.say("no_file", path=run))
    try:
        path = write_report(run, out or run / NAME, Words(console.language))
    except ValueError as error:
        raise RunError(f"{error}") from error
    console.print(f"{console.say('report')}: {path}")
    console.document({"run": str(run), "files": [str(path)]})
