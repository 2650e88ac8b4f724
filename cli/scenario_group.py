"""``puzzel scenario``: scenarios as workbooks, and back."""

from pathlib import Path
from typing import Annotated

import typer

from cli.failures import reported
from cli.options import AsJson, Lang, Quiet, Verbose
from cli.program import console_of

scenario = typer.Typer(
    help="Scenario's als werkmap, en terug / scenarios as a workbook, and back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@scenario.command()
def table(
    scenarios: Annotated[
        list[Path], typer.Argument(help="Scenariobestanden / scenario files.")
    ],
    out: Annotated[
        Path, typer.Option("--xlsx", help="Werkmap / workbook [scenarios.xlsx].")
    ] = Path("scenarios.xlsx"),
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Scenario's naast elkaar in Excel / scenarios side by side in Excel."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.scenario_table import command

        command(console, scenarios, out)


@scenario.command()
def claims(
    sheet: Annotated[Path, typer.Argument(help="Werkmap / workbook (.xlsx).")],
    base: Annotated[
        Path, typer.Option("--base", help="Scenario dat de rest zegt / the rest.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Nieuw scenario / new scenario.")],
    variant: Annotated[
        str | None, typer.Option(help="Kolom van de tabel / column of the table.")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Ruimteclaims uit een werkmap als scenario / claims of a workbook as a scenario.

    De werkmap is tables.xlsx van een berekening, of die van puzzel scenario table.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.scenario_claims import command

        command(console, sheet, base, out, variant)
