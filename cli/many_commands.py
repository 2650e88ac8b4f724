"""The commands that make many runs, with their options."""

from pathlib import Path
from typing import Annotated

import typer

from cli.failures import reported
from cli.options import AsJson, Cluster, Jobs, Lang, Quiet, Scheduler, Verbose
from cli.program import app, console_of


@app.command()
def sweep(
    scenario: Annotated[Path, typer.Argument(help="Scenariobestand / scenario file.")],
    vary: Annotated[
        list[str] | None,
        typer.Option(
            "--vary",
            help="Weg=waarden / way=values: claims.power.target=600,900 of 0..3:4.",
        ),
    ] = None,
    rows: Annotated[
        Path | None,
        typer.Option("--rows", help="CSV met een rij per berekening / a row per run."),
    ] = None,
    design: Annotated[
        str | None,
        typer.Option(
            help="Opzet / design: grid, list, one_at_a_time, latin_hypercube."
        ),
    ] = None,
    draws: Annotated[
        int | None, typer.Option(min=1, help="Aantal / runs of a latin_hypercube.")
    ] = None,
    draw_seed: Annotated[
        int | None, typer.Option(min=0, help="Toevalsgetal van de opzet / its seed.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="Naam van de reeks / name.")] = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    cluster: Cluster = None,
    runs: Annotated[
        Path | None,
        typer.Option("--out", help="Map voor uitkomsten / folder of runs [runs/]."),
    ] = None,
    engine: Annotated[str | None, typer.Option(help="Rekenmethode / engine.")] = None,
    solver: Annotated[str | None, typer.Option(help="highs, scip, cp-sat.")] = None,
    gap: Annotated[str | None, typer.Option(help="Gat / gap: '1 %'.")] = None,
    time_limit: Annotated[
        str | None, typer.Option(help="Tijd per berekening / time limit of a run.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Toevalsgetal / seed.")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Elke regel / every rule must apply.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Opnieuw, ook als het er is / again.")
    ] = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Reken veel varianten van een scenario door / run many variants of a scenario.

    Wat er al is, blijft; een afgebroken reeks gaat verder met wat ontbreekt.
    What is there stays; a sweep that was stopped goes on with what is missing.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.sweep import SweepArguments, command
        from cli.workers import Workers

        solve = (
            *(("engine", engine), ("solver", solver), ("gap", gap)),
            *(("time_limit", time_limit), ("seed", seed)),
        )
        arguments = SweepArguments(
            *(tuple(vary or ()), rows, design, draws, draw_seed, name, runs, solve),
            strict=strict,
            force=force,
            workers=Workers(jobs, scheduler, cluster),
        )
        command(console, scenario, arguments)
