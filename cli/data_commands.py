"""The commands that get data, with their options."""

from pathlib import Path
from typing import Annotated

import typer

from cli.failures import reported
from cli.options import AsJson, Lang, Quiet, Verbose
from cli.program import app, console_of


@app.command()
def fetch(
    province: Annotated[str, typer.Argument(help="Provincie / province.")],
    folder: Annotated[
        Path | None, typer.Argument(help="Map van het project / project folder.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help="Alleen deze dataset of kaartlaag / only this."),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Alleen wat er al is / only what is held.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Vraag ook wat vers is / ask again.")
    ] = False,
    sources: Annotated[
        Path | None,
        typer.Option("--sources", help="Eigen datasets (YAML) / own data sets."),
    ] = None,
    cache: Annotated[
        Path | None, typer.Option("--cache", help="Map van de cache / cache folder.")
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", help="Ook het eigen netwerk / the own network too."
        ),
    ] = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Haal open data voor een provincie / get open data for a province."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.fetch import FetchArguments, command

        arguments = FetchArguments(
            folder or Path(province),
            tuple(only or ()),
            offline,
            force,
            sources,
            cache,
            allow_private,
        )
        command(console, province, arguments)
