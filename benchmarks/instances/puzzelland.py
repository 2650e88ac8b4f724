"""Scenarios on Puzzelland, the demo's own and those of ``scenarios``, at any cell size.

A strict ladder is part of a run, not of its instance: it adds limits one after
the other. These instances are those before it.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.instances import file
from scenarios.catalogue import CATALOGUE, shipped
from scenarios.load import LoadedScenario, load_scenario
from solver.instance import Instance

OWN = Path(__file__).parents[1] / "scenarios"
"""Scenarios that are only measured."""


def build(cell_m: int, scenario: str = "base.yaml") -> Instance:
    """Make the instance of a demo scenario.

    Parameters
    ----------
    cell_m
        Edge of a cell [m].
    scenario
        Name of a scenario, of the demo or of ``benchmarks/scenarios``.

    Raises
    ------
    ScenarioError
        If there is no such cell size.

    """
    return file.of_scenario(load(cell_m, scenario))


def of_size(scenario: str, size: tuple[int, ...], seed: int) -> Instance:
    """Make the instance of a scenario at a size; there is no chance in it."""
    return build(size[0], scenario)


def load(cell_m: int, scenario: str = "base.yaml") -> LoadedScenario:
    """Load a scenario with another cell size."""
    demo = shipped("demo/base.yaml").parent
    with TemporaryDirectory() as folder:
        child = Path(folder) / f"{cell_m}-{scenario}"
        text = f"extends: [{scenario}]\ngrid: {{cell: {cell_m} m}}\n"
        child.write_text(text, encoding="utf-8")
        return load_scenario(child, search=(OWN, demo, CATALOGUE))
