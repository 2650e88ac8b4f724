"""``puzzel bench``: its commands with their options; without a command it measures."""

from pathlib import Path
from typing import Annotated

import typer

from cli.default_group import DefaultGroup
from cli.failures import reported
from cli.options import AsJson, Lang, Quiet, Verbose
from cli.program import console_of


class BenchGroup(DefaultGroup):
    """``puzzel bench compact-n=160000`` measures."""

    default = "run"


Instances = Annotated[
    list[str] | None,
    typer.Argument(help="Opgaven: naam, .nc, scenario / instances: id, .nc, scenario."),
]
Set = Annotated[
    str | None, typer.Option("--set", help="Reeks / set: quick, province, full.")
]
Engines = Annotated[
    str, typer.Option(help="Rekenmethoden / engines: all, none, flow,prices,….")
]
Peers = Annotated[
    str, typer.Option(help="Ter vergelijking / peers: none, all, highs-ipm,….")
]
Gap = Annotated[str, typer.Option(help="Gat / gap.")]
Limit = Annotated[str, typer.Option("--time-limit", help="Tijd / time limit.")]
Seed = Annotated[int, typer.Option(help="Toevalsgetal / seed.")]

bench = typer.Typer(
    cls=BenchGroup,
    help="Meet rekenmethoden op opgaven / measure engines on instances: "
    "puzzel bench [run] … | compare A B | gate | list.",
    add_completion=False,
    rich_markup_mode=None,
)


@bench.command()
def run(
    instances: Instances = None,
    chosen: Set = None,
    engines: Engines = "all",
    peers: Peers = "none",
    gap: Gap = "0.1 %",
    time_limit: Limit = "2 min",
    seed: Seed = 1,
    out: Annotated[
        Path, typer.Option("--out", help="Map voor uitkomsten / folder of results.")
    ] = Path("puzzel-bench"),
    force: Annotated[
        bool, typer.Option("--force", help="Vervang uitkomsten / replace results.")
    ] = False,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Meet, en schrijf JSON-regels en een tabel / measure, write lines and a table."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.bench import Measured, command

        measured = Measured(
            tuple(instances or ()), chosen, engines, peers, gap, time_limit, seed
        )
        command(console, measured, out, force=force)


@bench.command()
def compare(
    before: Annotated[Path, typer.Argument(help="Map A / folder A.")],
    after: Annotated[Path, typer.Argument(help="Map B / folder B.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Bestand (.md) / file.")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Verhoudingen van twee metingen / ratios of two measurements."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.bench_compare import command

        command(console, before, after, out)


@bench.command()
def gate(
    instances: Instances = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Peiling / baseline file.")
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Schrijf de peiling / write the baseline.")
    ] = False,
    chosen: Set = None,
    engines: Engines = "all",
    peers: Peers = "none",
    gap: Gap = "0.1 %",
    time_limit: Limit = "10 min",
    seed: Seed = 1,
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Zeg of er iets slechter is geworden / tell whether anything got worse.

    De opties voor het meten gelden alleen met --update: een peiling noemt haar eigen.
    The options for measuring hold with --update only: a baseline names its own.
    """
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.bench import Measured
        from cli.bench_gate import command

        measured = Measured(
            tuple(instances or ()), chosen, engines, peers, gap, time_limit, seed
        )
        command(console, measured, baseline, update=update)


@bench.command(name="list")
def list_(
    as_json: AsJson = False,
    lang: Lang = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Opgaven, reeksen en methoden / instances, sets and methods."""
    console = console_of(as_json, lang, quiet, verbose)
    with reported(console):
        from cli.bench_list import command

        command(console)
