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
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", help="Processen tegelijk / processes at once."),
]
Scheduler = Annotated[
    str | None, typer.Option(help="Dask: adres / address, tcp://host:8786.")
]
Cluster = Annotated[
    str | None, typer.Option(help="Dask: local, slurm, met --jobs werkers / workers.")
]
