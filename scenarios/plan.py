"""Find a plan for a problem: ladders first, then the search, then its judgement."""

from collections.abc import Callable
from dataclasses import dataclass

from model.allocation import Allocation
from model.check import Verdict, check
from model.problem import Problem
from scenarios.faults import ScenarioError, fault
from scenarios.load import LoadedScenario
from scenarios.translation.problem import Translated
from solver.certificate import CertificateError
from solver.instance import Instance
from solver.ladder import Kept, Rungs, keep_ladders
from solver.result import Result
from solver.route import solve, unfit
from solver.settings import Settings
from solver.status import Status
from solver.watch import Progress, Watch

SAME = 1e-5
"""Relative difference below which two objectives are one and the same."""


@dataclass(frozen=True, eq=False)
class Plan:
    """What the search found, checked.

    Parameters
    ----------
    instance
        What was solved, with the limits that strict ladders led to.
    result
        The answer, or that there is none.
    verdict
        Its judgement in the words of the rules; None without an answer.
    kept
        What the ladders reached.
    interrupted
        Whether somebody stopped the search.

    """

    instance: Instance
    result: Result
    verdict: Verdict | None = None
    kept: tuple[Kept, ...] = ()
    interrupted: bool = False


def impossible(instance: Instance, conflict: tuple[str, ...]) -> Plan:
    """Say that there is no plan, because of rows that cannot hold together."""
    nan = float("nan")
    result = Result(
        Status.INFEASIBLE, None, nan, nan, {}, 0.0, "presolve", conflict=conflict
    )
    return Plan(instance, result)


def find_plan(
    loaded: LoadedScenario,
    translated: Translated,
    instance: Instance,
    watch: Watch,
    on_progress: Callable[[Progress], None],
    start: Allocation | None = None,
) -> Plan:
    """Search for the best plan.

    Parameters
    ----------
    loaded
        The scenario, for its settings.
    translated
        The problem.
    instance
        The same as arrays.
    watch
        Who may stop the search; it also ends at the scenario's time limit.
    on_progress
        Called with its steps.
    start
        A plan to begin with, such as that of a scenario a little different.

    Raises
    ------
    ScenarioError
        If the engine asked for does not keep what the scenario restricts.
    CertificateError
        If the answer is not what the search says it is: a bug.

    """
    engine = loaded.scenario.solve.engine
    if why := unfit(engine, instance):
        path = "solve", "engine"
        raise ScenarioError(
            [fault(loaded.place(path), path, f"engine_{why}", got=engine)]
        )
    settings = to_settings(loaded)
    limited = Watch(settings.time_limit_s, on_progress)
    limited.follow(watch)
    ladders = tuple(_rungs(translated))
    instance, kept = keep_ladders(instance, ladders, settings, limited)
    result = solve(instance, settings, engine=engine, watch=limited, start=start)
    verdict = _verdict(translated.problem, result)
    return Plan(instance, result, verdict, kept, limited.interrupted)


def to_settings(loaded: LoadedScenario) -> Settings:
    """Return the settings of the search that a scenario asks for."""
    given = loaded.scenario.solve
    return Settings(
        gap=given.gap.value,
        time_limit_s=given.time_limit.value,
        seed=given.seed,
        solver=given.solver,
    )


def _rungs(translated: Translated) -> list[Rungs]:
    problem = translated.problem
    return [
        Rungs(
            ladder.name,
            ladder.labels,
            ladder.rung,
            tuple(problem.number(use) for use in ladder.uses),
            problem.land_ha,
        )
        for ladder in translated.ladders
    ]


def _verdict(problem: Problem, result: Result) -> Verdict | None:
    """Judge the answer once more, in the words of the rules and without the rows."""
    if result.allocation is None:
        return None
    verdict = check(problem, result.allocation)
    if verdict.violations:
        raise CertificateError(
            f"answer breaks {len(verdict.violations)} rules, "
            f"first: {verdict.violations[0]}"
        )
    apart = abs(verdict.objective - result.objective)
    if apart > SAME * max(1.0, abs(result.objective)):
        raise CertificateError(
            f"objective is {verdict.objective:.9g} points by the rules, but "
            f"{result.objective:.9g} by the rows"
        )
    return verdict
