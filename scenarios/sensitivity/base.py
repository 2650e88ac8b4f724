"""The scenario and the plan that numbers are moved around."""

from dataclasses import dataclass
from pathlib import Path

from grids.layers import Province
from scenarios.cache import cached_province
from scenarios.explain.explained_run import ExplainedRun, read_explained
from scenarios.inputs import inputs_of
from scenarios.load import LoadedScenario
from scenarios.province import make_province
from scenarios.translation.problem import Translated, translate
from solver.compile import to_instance
from solver.instance import Instance


@dataclass(frozen=True, eq=False)
class Base:
    """A scenario with its run.

    Parameters
    ----------
    loaded
        The scenario.
    province
        Cells and layers.
    translated
        Its problem.
    instance
        The same as arrays, without the limits that strict ladders lead to.
    run
        Its run, with plan and prices.

    """

    loaded: LoadedScenario
    province: Province
    translated: Translated
    instance: Instance
    run: ExplainedRun


def base_of(loaded: LoadedScenario, folder: Path) -> Base:
    """Return a scenario with its run.

    Parameters
    ----------
    loaded
        The scenario.
    folder
        Its run folder.

    Raises
    ------
    NotExplainableError
        If the run has no plan or no prices.
    ScenarioError, OSError
        If the scenario does not fit its data, or a file cannot be read.

    """
    run = read_explained(folder)
    inputs = inputs_of(loaded)
    province, _ = cached_province(folder.parent, inputs, lambda: make_province(loaded))
    translated = translate(loaded, province)
    instance = to_instance(translated.problem)
    return Base(loaded, province, translated, instance, run)
