"""``puzzel layers``: its commands with their options; without a command it lists."""

from pathlib import Path
from typing import Annotated

import typer

from cli.default_group import DefaultGroup
from cli.failures import reported
from cli.options import AsJson, Lang, Quiet, Verbose
from cli.program import console_of

Scenario = Annotated[Path, typer.Argument(help="Scenariobestand / scenario file.")]
Runs = Annotated[
    Path | None,
    typer.Option("--out", help="Map van uitkomsten / folder of runs [runs/]."),
]


class LayersGroup(DefaultGroup):
    """``puzzel layers zeeland.yaml`` lists."""

    default = "list"


layers = typer.Typer(
    cls=LayersGroup,
    help="Kaartlagen met bereik, bron, datum en licentie / layers and their sources: "
    "puzzel layers [list] … | check | show.",
    add_completion=False,
    rich_markup_mode=None,
)


@layers.command(name="list")
def list_(
    scenario: Annotated[
        Path | None, typer.Argument(help="Scenario; zonder: de lijst / the catalogue.")
    ] = None,
    runs: Runs = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Alle kaartlagen die regels vragen of het scenario noemt, en welke ontbreken.

    All layers that rules ask for or the scenario names, and which are missing.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.layers import command

        command(console, scenario, runs)


@layers.command()
def check(
    scenario: Scenario,
    strict: Annotated[
        bool, typer.Option("--strict", help="Code 4 bij elke twijfel / at any doubt.")
    ] = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Vind verschoven, lege, afgesneden en verkeerde kaartlagen / find wrong layers."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.layers_check import command

        command(console, scenario, strict=strict)


@layers.command()
def show(
    scenario: Scenario,
    layer: Annotated[str, typer.Argument(help="Kaartlaag / layer.")],
    png: Annotated[
        Path | None, typer.Option("--png", help="Plaatje / picture [LAAG.png].")
    ] = None,
    runs: Runs = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Eén kaartlaag: eenheid, verdeling, dekking, plaatje / one layer with picture."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.layers_show import command

        command(console, scenario, layer, png, runs)
