"""``puzzel portfolio``: plans nearly as good, and how sure the plan is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import RunError, UsageError
from cli.interrupt import stoppable
from cli.told import print_told

LEAST, MOST = 2, 100
"""Plans that may be asked for."""


@dataclass(frozen=True)
class Wanted:
    """What is asked.

    Parameters
    ----------
    within
        Distance to the bound, such as ``2%``.
    plans
        Number of plans.
    time_limit_s
        Of each search [s].
    seed
        Of chance.

    """

    within: str
    plans: int
    time_limit_s: float
    seed: int


def command(console: Console, run: Path, wanted: Wanted) -> None:
    """Find plans and tell how sure the run's plan is."""
    if not (run / "run.json").is_file():
        raise UsageError(console.say("no_file", path=run / "run.json"))
    within = _share(console, wanted.within)
    if not LEAST <= wanted.plans <= MOST:
        raise UsageError(
            console.say("portfolio_plans", least=LEAST, most=MOST, got=wanted.plans)
        )
    from atlas.formats import number
    from atlas.publish import publish
    from scenarios.dutch import text_of
    from scenarios.explain.explained_run import NotExplainableError, read_explained
    from scenarios.explain.sure import find_sure, sure_data, write_sure
    from scenarios.explain.sure_words import told_sure
    from scenarios.explain.told import keep
    from solver.settings import Settings
    from solver.watch import Watch

    def on_plan(count: int, points: float) -> None:
        text = number(points, console.language, 1)
        console.note(
            console.say("portfolio_plan", n=count, of=wanted.plans, points=text)
        )

    watch = Watch()
    settings = Settings(time_limit_s=wanted.time_limit_s, seed=wanted.seed)
    try:
        found = read_explained(run)
        with stoppable(console, watch), watch.search():
            sure = find_sure(found, within, wanted.plans, settings, watch, on_plan)
        write_sure(run, found, sure)
        told = told_sure(sure_data(found, sure))
        keep(run, told)
        publish(run, console.language)
    except (NotExplainableError, OSError, KeyError) as error:
        raise RunError(text_of(error)) from error
    print_told(console, told)
    console.print()
    console.print(console.say("portfolio_where", folder=run))
    document: dict[str, Any] = {"run": str(run), "interrupted": watch.interrupted}
    console.document(document | told.data)


def _share(console: Console, text: str) -> float:
    """Read ``2%`` or ``0.02``."""
    try:
        plain = text.strip().replace(",", ".")
        share = float(plain.rstrip("% "))
    except ValueError:
        raise UsageError(console.say("portfolio_within", got=text)) from None
    share = share / 100 if plain.endswith("%") else share
    if not 0 < share < 1:
        raise UsageError(console.say("portfolio_within", got=text))
    return share
