"""The commands that hand a scenario to a colleague, with their options."""

from pathlib import Path
from typing import Annotated

import typer

from cli.failures import reported
from cli.options import AsJson, Lang, Quiet, Verbose
from cli.program import app, console_of

Force = Annotated[
    bool, typer.Option("--force", help="Vervang wat er is / replace what is there.")
]


@app.command()
def pack(
    what: Annotated[Path, typer.Argument(help="Scenario of run / scenario or run.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Archief / archive [NAME.zip].")
    ] = None,
    force: Force = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Scenario, gegevens en run in één archief / all in one archive."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.pack import pack as command

        command(console, what, out, force=force)


@app.command()
def unpack(
    archive: Annotated[Path, typer.Argument(help="Archief van pack / packed archive.")],
    folder: Annotated[
        Path | None, typer.Argument(help="Map / folder [naam van het archief].")
    ] = None,
    force: Force = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Pak een archief van een collega uit / unpack a colleague's archive."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.pack import unpack as command

        command(console, archive, folder, force=force)
