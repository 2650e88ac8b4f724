"""Whether a scenario fits its province, without making a plan.

Cells that nothing tells apart are taken together and may be divided in any fractions:
if even that fails, no plan exists; the rows that cannot hold together are named, and
the smallest change of limits that fits. If it succeeds, whole cells nearly always do.
"""

from dataclasses import dataclass
from pathlib import Path

from scenarios.cache import cached_province
from scenarios.cited import cited
from scenarios.inputs import inputs_of
from scenarios.load import LoadedScenario
from scenarios.presolve import Excess, excesses
from scenarios.proposal import proposal
from scenarios.province import make_province
from scenarios.schema.scenario import Scenario
from scenarios.store import prepare
from scenarios.translation.outcome import RuleState
from scenarios.translation.problem import translate
from scenarios.words import Language
from solver.compile import to_instance
from solver.fit import Change, fit
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
    changes
        The smallest change of their limits that fits.
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
    changes: tuple[Change, ...] = ()

    def proposed(self, language: Language) -> list[str]:
        """Say which limits to change so that it fits."""
        return [proposal(change, self.scenario, language) for change in self.changes]

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
    found = fit(to_instance(translated.problem), Watch(time_limit_s))
    too_much = any(claim.hard for claim in excess)
    return Fit(
        False if too_much else found.fits,
        excess,
        found.conflict,
        translated.rules,
        loaded.scenario,
        found.changes,
    )
