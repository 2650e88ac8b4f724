"""Options that every command has, stated once."""

from typing import Annotated

import typer

from cli.console import Language

AsJson = Annotated[
    bool,
    typer.Option("--json", help="Eén JSON-document op stdout / one JSON document."),
]
Lang = Annotated[
    Language | None, typer.Option("--lang", help="Taal / language: nl, en.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Geen voortgang / no progress.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Meer vertellen / say more.")
]
