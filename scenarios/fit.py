"""Whether a scenario fits its province, without making a plan.

The relaxation allows fractions of cells: if even that fails, no plan exists, and the
rows that cannot hold together are named. If it succeeds, whole cells nearly always do.
"""

from dataclasses import dataclass
from pathlib import Path

from scenarios.cache import cached_province
from scenarios.cited import cited
from scenarios.inputs import inputs_of
from scenarios.load import LoadedScenario
from scenarios.presolve import Excess, excesses
from scenarios.province import make_province
from scenarios.schema.scenario import Scenario
from scenarios.store import prepare
from scenarios.translation.outcome import RuleState
from scenarios.translation.problem import translate
from scenarios.words import Language
from solver.compile import to_instance
from solver.conflict import conflicting_rows
from solver.highs import relax
from solver.program import to_program
from solver.watch import Watch


@dataclass(frozen=True)
class Fit:
    """What is known before a plan is made.

    Parameters
    ----------
    fits
        Whether the limits can hold together; None if not known in time.
    excess
        Claims above what the land can give.
    conflict
        Rows that cannot hold together.
    rules
        Every rule with its state.
    scenario
        What it is about.

    """

    fits: bool | None
    excess: tuple[Excess, ...]
    conflict: tuple[str, ...]
    rules: tuple[RuleState, ...]
    scenario: Scenario

    def said(self, language: Language) -> list[str]:
        """Say what asks too much, with the sentences of the rules behind it."""
        return [cited(found, self.scenario, language) for found in self.excess]


def fit_of(loaded: LoadedScenario, runs: Path, time_limit_s: float) -> Fit:
    """Find out whether a scenario fits.

    Parameters
    ----------
    loaded
        The scenario.
    runs
        Folder whose cache holds the grid.
    time_limit_s
        How long the relaxation may take [s].

    """
    prepare(runs)
    province, _ = cached_province(
        runs, inputs_of(loaded), lambda: make_province(loaded)
    )
    translated = translate(loaded, province)
    excess = excesses(translated.problem)
    if any(claim.hard for claim in excess):
        return Fit(False, excess, (), translated.rules, loaded.scenario)
    instance = to_instance(translated.problem)
    program = to_program(instance)
    relaxed = relax(program, Watch(time_limit_s))
    if relaxed.infeasible:
        conflict = conflicting_rows(instance, Watch(time_limit_s))
        return Fit(False, excess, conflict, translated.rules, loaded.scenario)
    known = True if relaxed.value.size else None
    return Fit(known, excess, (), translated.rules, loaded.scenario)
