"""The rules of a scenario on its province, as ``puzzel rules`` tells of them."""

from pathlib import Path

from grids.layers import Province
from scenarios.cache import cached_province
from scenarios.inputs import inputs_of
from scenarios.load import LoadedScenario, load_scenario
from scenarios.province import make_province
from scenarios.rule_book import state_of
from scenarios.schema.rules.kinds import AnyRule
from scenarios.translation.outcome import RuleState
from scenarios.translation.problem import Translated, translate

_BY_REASON = {
    "layer": "layer",
    "number": "number",
    "disabled": "off",
    "uses": "uses",
    "unasked": "uses",
    "elsewhere": "elsewhere",
}


def on_province(
    path: Path, runs: Path | None
) -> tuple[LoadedScenario, Province, Translated]:
    """Load a scenario and translate its rules.

    Parameters
    ----------
    path
        Scenario file.
    runs
        Folder of runs, whose cache is used; by default beside the scenario.

    """
    loaded = load_scenario(path)
    folder = runs or path.parent / "runs"
    province, _ = cached_province(
        folder, inputs_of(loaded), lambda: make_province(loaded)
    )
    return loaded, province, translate(loaded, province)


def state_here(rule: AnyRule, state: RuleState) -> str:
    """Say what a rule is in this province: a key of ``STATES``."""
    if state.applied or state.reason is None:
        return state_of(rule) if rule.kind == "reporting" else "works"
    return _BY_REASON.get(state.reason.code, state_of(rule))
