"""The program ``puzzel``: every command with its options, nothing more.

What a command does stands in a file of its own and is imported when it is called:
``puzzel --help`` must come at once, and NumPy alone takes longer.
"""

from pathlib import Path
from typing import Annotated

import typer

from cli.bench_group import bench
from cli.console import readable
from cli.failures import reported
from cli.layers_group import layers
from cli.options import AsJson, Cluster, Jobs, Lang, Quiet, Scheduler, Verbose
from cli.program import app, console_of
from cli.scenario_group import scenario

app.add_typer(bench, name="bench")
app.add_typer(layers, name="layers")
app.add_typer(scenario, name="scenario")

Scenarios = Annotated[
    list[Path], typer.Argument(help="Scenariobestanden / scenario files.")
]
Runs = Annotated[
    Path | None,
    typer.Option("--out", help="Map voor uitkomsten / folder of runs [runs/]."),
]
Force = Annotated[
    bool, typer.Option("--force", help="Opnieuw, ook als het er is / do it again.")
]


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Map / folder.")] = Path("puzzel-demo"),
    no_run: Annotated[
        bool, typer.Option("--no-run", help="Alleen schrijven / only write.")
    ] = False,
    force: Force = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Schrijf een werkend project op Puzzelland, reken het door en vergelijk.

    Write a working project on Puzzelland, run its two scenarios and compare them.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.demo import command

        command(console, folder, run=not no_run, force=force)


@app.command()
def new(
    province: Annotated[
        str, typer.Argument(help="Provincie, of netherlands / province.")
    ],
    folder: Annotated[Path | None, typer.Argument(help="Map / folder.")] = None,
    force: Force = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Begin een project voor een echte provincie / start a real province's project."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.new import command

        command(console, province, folder or Path(province), force=force)


@app.command()
def check(
    scenarios: Scenarios,
    runs: Runs = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Elke regel / every rule must apply.")
    ] = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Alle fouten, en of het past / all faults, and whether it fits."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.check import command

        command(console, scenarios, runs, strict=strict)


@app.command()
def run(
    scenarios: Scenarios,
    runs: Runs = None,
    engine: Annotated[
        str | None, typer.Option(help="Rekenmethode / engine: auto, exact, sequential.")
    ] = None,
    solver: Annotated[str | None, typer.Option(help="highs, scip, cp-sat.")] = None,
    gap: Annotated[str | None, typer.Option(help="Gat / gap: '1 %'.")] = None,
    time_limit: Annotated[
        str | None, typer.Option(help="Tijd / time limit: '2 min'.")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Toevalsgetal / seed.")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Elke regel / every rule must apply.")
    ] = False,
    force: Force = False,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    cluster: Cluster = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Reken scenario's door: kaartlagen, opgave, plan, kaarten en tabellen.

    Run scenarios: layers, problem, plan, maps and tables.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.run import RunArguments, command
        from cli.workers import workers_of

        arguments = RunArguments(
            *(runs, engine, solver, gap, time_limit, seed, strict, force),
            workers=workers_of(jobs, scheduler, cluster),
        )
        command(console, scenarios, arguments)


@app.command()
def solve(
    instance: Annotated[Path, typer.Argument(help="Opgave (.nc) / instance file.")],
    engine: Annotated[
        str, typer.Option(help="Rekenmethode / engine: auto, exact, sequential.")
    ] = "auto",
    solver: Annotated[str, typer.Option(help="highs, scip, cp-sat.")] = "highs",
    gap: Annotated[str, typer.Option(help="Gat / gap.")] = "1 %",
    time_limit: Annotated[str, typer.Option(help="Tijd / time limit.")] = "2 min",
    seed: Annotated[int, typer.Option(help="Toevalsgetal / seed.")] = 1,
    out: Annotated[
        Path | None, typer.Option("--out", help="Uitkomst (.nc) / result file.")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Los een opgave uit een bestand op / solve an instance file."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.solve import SolveArguments, command

        arguments = SolveArguments(engine, solver, gap, time_limit, seed, out)
        command(console, instance, arguments)


@app.command()
def rules(
    rule: Annotated[
        str | None,
        typer.Argument(help="Regel of uitspraak; zonder: overzicht / one rule."),
    ] = None,
    scenario: Annotated[
        Path | None,
        typer.Option("--scenario", help="Wat regels hier doen / what they do here."),
    ] = None,
    runs: Runs = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Regels van de programma's en hun dekking / rules and what they cover."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.rules import command

        command(console, rule, scenario, runs)


@app.command()
def status(
    folder: Annotated[Path, typer.Argument(help="Map / folder.")] = Path("runs"),
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Uitkomsten in een map / runs in a folder."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.status import command

        command(console, folder)


@app.command()
def schema(
    out: Annotated[Path | None, typer.Option("--out", help="Bestand / file.")] = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """JSON-schema van scenariobestanden / JSON schema of scenario files."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.schema import command

        command(console, out)


@app.command()
def doctor(
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Probeer of alles werkt op deze machine / try whether everything works here."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.doctor import command

        command(console)


import cli.data_commands  # noqa: E402
import cli.look_commands  # noqa: E402  (adds its commands below these)
import cli.many_commands  # noqa: E402
import cli.pack_commands  # noqa: E402, F401


def main() -> None:
    """Start the program."""
    readable()
    app()


if __name__ == "__main__":
    main()
