"""The demo's own scenarios on Puzzelland, at any cell size.

A strict ladder is part of a run, not of its instance: it adds limits one after
the other. These instances are those before it.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.instances import file
from scenarios.catalogue import CATALOGUE, shipped
from scenarios.load import LoadedScenario, load_scenario
from solver.instance import Instance


def build(cell_m: int, scenario: str = "base.yaml") -> Instance:
    """Make the instance of a demo scenario.

    Parameters
    ----------
    cell_m
        Edge of a cell [m].
    scenario
        Name of the demo's scenario.

    Raises
    ------
    ScenarioError
        If there is no such cell size.

    """
    return file.of_scenario(load(cell_m, scenario))


def load(cell_m: int, scenario: str = "base.yaml") -> LoadedScenario:
    """Load a demo scenario with another cell size."""
    parent = shipped(f"demo/{scenario}")
    with TemporaryDirectory() as folder:
        child = Path(folder) / f"{cell_m}-{scenario}"
        text = f"extends: [{parent.name}]\ngrid: {{cell: {cell_m} m}}\n"
        child.write_text(text, encoding="utf-8")
        return load_scenario(child, search=(parent.parent, CATALOGUE))
