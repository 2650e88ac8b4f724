"""The commands that show runs: compare, report, view, with their options."""

from pathlib import Path
from typing import Annotated

import typer

from cli.failures import reported
from cli.options import AsJson, Lang, Quiet, Verbose
from cli.program import app, console_of


@app.command()
def compare(
    runs: Annotated[list[Path], typer.Argument(help="Uitkomsten / run folders.")],
    out: Annotated[
        Path, typer.Option("--out", help="Map / folder for picture and tables.")
    ] = Path("comparison"),
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Zet uitkomsten naast elkaar / put runs side by side."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.compare import command

        command(console, runs, out)


@app.command()
def explain(
    run: Annotated[Path, typer.Argument(help="Uitkomst / run folder.")],
    cell: Annotated[
        str | None,
        typer.Option("--cell", help="Waarom hier / why here: X,Y in RD [m]."),
    ] = None,
    prices: Annotated[
        bool,
        typer.Option("--prices", help="Wat claims en regels kosten / what they cost."),
    ] = False,
    use: Annotated[
        str | None,
        typer.Option("--use", help="Met --cell: wat dit kost / what it would cost."),
    ] = None,
    ranges: Annotated[
        bool,
        typer.Option("--ranges", help="Hoe ver prijzen gelden / how far prices hold."),
    ] = False,
    rules: Annotated[
        bool,
        typer.Option(
            "--rules", help="Winst zonder elke regel / gain without each rule."
        ),
    ] = False,
    form: Annotated[
        bool, typer.Option("--form", help="Wat vlakken en samenhang kosten / form.")
    ] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            help="Uitkomst met elk gebied zijn deel / run with division.shift 0 %."
        ),
    ] = None,
    time_limit: Annotated[
        float,
        typer.Option("--time-limit", help="Voor zoeken / for searching [s]."),
    ] = 600.0,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Leg een uitkomst uit / explain a run: why here, and what it costs."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.explain import Asked, command

        asked = Asked(cell, use, prices, ranges, rules, form, against, time_limit)
        command(console, run, asked)


@app.command()
def frontier(
    scenario: Annotated[Path, typer.Argument(help="Scenario.")],
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Twee getallen / two numbers: A B, A:more B:less."),
    ] = None,
    points: Annotated[
        int | None, typer.Option(help="Hoeveel plannen / how many plans [9].")
    ] = None,
    runs: Annotated[
        Path | None, typer.Option("--out", help="Map / folder [runs beside it].")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Teken een afruil / draw a frontier: how much of one number another costs."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.frontier import command

        command(console, scenario, list(between or ()), points, runs)


@app.command()
def portfolio(
    run: Annotated[Path, typer.Argument(help="Uitkomst / run folder.")],
    within: Annotated[
        str, typer.Option(help="Hoe ver van de grens / how far from the bound: 2%.")
    ] = "2%",
    plans: Annotated[int, typer.Option(help="Hoeveel plannen / how many plans.")] = 20,
    time_limit: Annotated[
        float, typer.Option("--time-limit", help="Per plan / of each plan [s].")
    ] = 120.0,
    seed: Annotated[int, typer.Option(help="Toeval / chance.")] = 1,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Hoe zeker / how sure: plannen die bijna zo goed zijn, plans nearly as good."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.portfolio import Wanted, command

        command(console, run, Wanted(within, plans, time_limit, seed))


@app.command()
def sensitivity(
    scenario: Annotated[Path, typer.Argument(help="Scenariobestand / scenario file.")],
    runs: Annotated[
        Path | None,
        typer.Option("--out", help="Map voor uitkomsten / folder of runs [runs/]."),
    ] = None,
    most: Annotated[
        int, typer.Option(help="Getallen om voor te zoeken / numbers to search for.")
    ] = 20,
    time_limit: Annotated[
        float, typer.Option("--time-limit", help="Per zoektocht / of each search [s].")
    ] = 20.0,
    only: Annotated[
        list[str] | None,
        typer.Option(help="Alleen sleutels die zo beginnen / keys that begin so."),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Welk aangenomen getal of gewicht het plan het meest verschuift.

    Which assumed number or weight moves the plan most.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.sensitivity import Wanted, command

        wanted = Wanted(runs, most, time_limit, tuple(only or ()))
        command(console, scenario, wanted)


@app.command()
def report(
    run: Annotated[Path, typer.Argument(help="Uitkomst / run folder.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Bestand / file [RUN/report.html].")
    ] = None,
    map_file: Annotated[
        Path | None,
        typer.Option("--map", help="Ook de kaart / the map too: .png, .svg, .pdf."),
    ] = None,
    palette: Annotated[
        str, typer.Option(help="Kleuren van de kaart / colours of the map: plan, safe.")
    ] = "plan",
    hatch: Annotated[
        bool, typer.Option("--hatch", help="Arcering per functie / a hatch per use.")
    ] = False,
    csv: Annotated[
        str | None,
        typer.Option("--csv", help="Ook tabellen als CSV / tables as CSV too: nl, en."),
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Verslag van een uitkomst als webpagina, zonder internet te openen.

    Report of a run as one web page that opens without internet.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.report import ReportArguments, command

        arguments = ReportArguments(out, map_file, palette, hatch, csv)
        command(console, run, arguments)


@app.command()
def view(
    folder: Annotated[Path, typer.Argument(help="Map / folder of runs.")] = Path("."),
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Geen browser openen / no browser.")
    ] = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Bekijk en vergelijk uitkomsten in de browser / look at runs in the browser."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.view import command

        command(console, folder, browse=not no_open)
