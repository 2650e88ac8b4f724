"""Whether a scenario fits its province, without making a plan.

Cells that nothing tells apart are taken together and may be divided in any fractions:
if even that fails, no plan exists; the rows that cannot hold together are named, with
the rules in the way, the smallest change of targets that fits, and the rules without
which it fits. If it succeeds, whole cells nearly always do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.cache import cached_province
from scenarios.cited import cited
from scenarios.fitting.document import both_languages, fit_part
from scenarios.fitting.reasons import Reasons, reasons_of
from scenarios.fitting.sentences import fit_sentences
from scenarios.inputs import inputs_of
from scenarios.load import LoadedScenario
from scenarios.presolve import Excess, excesses
from scenarios.province import make_province
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text
from scenarios.store import prepare
from scenarios.translation.outcome import RuleState
from scenarios.translation.problem import translate
from scenarios.words import Language
from solver.compile import to_instance
from solver.watch import Watch


@dataclass(frozen=True)
class Fit:
    """What is known before a plan is made.

    Parameters
    ----------
    reasons
        Whether the limits can hold together, and why not.
    excess
        Claims above what the land can give.
    rules
        Every rule with its state.
    scenario
        What it is about.

    """

    reasons: Reasons
    excess: tuple[Excess, ...]
    rules: tuple[RuleState, ...]
    scenario: Scenario

    @property
    def fits(self) -> bool | None:
        """Whether everything fits in fractions of cells; None if not known in time."""
        too_much = any(claim.hard for claim in self.excess)
        return False if too_much else self.reasons.fits

    def told(self, language: Language) -> list[str]:
        """Say why it does not fit and what would, the proposals last."""
        found = fit_sentences(
            self.reasons, self.scenario, asks_of(self.rules), language
        )
        known = self.reasons.fits is False
        lines = [
            cited(one, self.scenario, language)
            for one in self.excess
            if not (known and one.hard)  # the sentences above say it already
        ]
        return [*lines, *found]

    def said(self, language: Language) -> list[str]:
        """Say what asks too much, with the sentences of the rules behind it."""
        return [cited(found, self.scenario, language) for found in self.excess]

    def document(self) -> dict[str, Any]:
        """Return what is known as data, and in sentences."""
        asks = asks_of(self.rules)
        return {
            "fit": fit_part(self.reasons, self.scenario),
            "sentences": both_languages(self.reasons, self.scenario, asks),
        }


def fit_of(loaded: LoadedScenario, runs: Path, time_limit_s: float) -> Fit:
    """Find out whether a scenario fits.

    Parameters
    ----------
    loaded
        The scenario.
    runs
        Folder whose cache holds the grid.
    time_limit_s
        How long the question may take [s].

    """
    prepare(runs)
    province, _ = cached_province(
        runs, inputs_of(loaded), lambda: make_province(loaded)
    )
    translated = translate(loaded, province)
    excess = excesses(translated.problem)
    instance = to_instance(translated.problem)
    watch = Watch(time_limit_s)
    reasons = reasons_of(loaded.scenario, translated, instance, watch)
    return Fit(reasons, excess, translated.rules, loaded.scenario)


def asks_of(rules: tuple[RuleState, ...]) -> Mapping[str, Text | None]:
    """Return what rules about patches, sites and distances ask, by id."""
    return {rule.id: rule.asks for rule in rules}
