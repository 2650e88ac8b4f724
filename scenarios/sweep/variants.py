"""The variants of a scenario: every run of a sweep, checked as any scenario.

A variant is the scenario with some values replaced. It has the hash that the scenario
would have with those values written in, so a plain run of it is the same run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.catalogue import CATALOGUE
from scenarios.faults import Fault, ScenarioError
from scenarios.inputs import inputs_of
from scenarios.load import LoadedScenario, checked
from scenarios.merged import Merged, read_merged
from scenarios.store import run_folder
from scenarios.sweep.design import Point
from scenarios.sweep.override import Override, overridden, written
from scenarios.tree import find, plain


@dataclass(frozen=True)
class Variant:
    """One run to make.

    Parameters
    ----------
    number
        Its place in the sweep, from 1.
    scenario
        Scenario file.
    overrides
        What is replaced.
    values
        What is varied and the value it has here, as written.
    digest
        Hash of all the run depends on.
    folder
        Where the run stands, or will stand.

    """

    number: int
    scenario: Path
    overrides: Point
    values: tuple[tuple[str, str], ...]
    digest: str
    folder: Path

    @property
    def title(self) -> str:
        """What sets it apart: ``claims.power.target 600 MWp``; else its name."""
        told = [f"{path} {value}" for path, value in self.values]
        return ", ".join(told) or self.scenario.stem


def variants(
    scenario: Path, points: Sequence[Point], runs: Path, always: Point = ()
) -> list[Variant]:
    """Return the variants of a scenario.

    Parameters
    ----------
    scenario
        Scenario file.
    points
        Values of every run; two that come to the same scenario are one run.
    runs
        Folder of runs.
    always
        Values that all runs have, such as another time limit.

    Raises
    ------
    ScenarioError
        With the faults of all variants, each once.

    """
    merged = read_merged(scenario, (CATALOGUE,))
    paths = tuple(
        dict.fromkeys(override.path for point in points for override in point)
    )
    faults: list[Fault] = []
    found: dict[str, Variant] = {}
    for point in points:
        try:
            loaded, values = _loaded(merged, (*always, *point), paths)
        except ScenarioError as error:
            faults += error.faults
            continue
        digest = inputs_of(loaded).whole
        folder = run_folder(runs, loaded.scenario.name, digest)
        number = len(found) + 1
        overrides = (*always, *point)
        variant = Variant(number, scenario, overrides, values, digest, folder)
        found.setdefault(digest, variant)
    if faults:
        raise ScenarioError(faults)
    return list(found.values())


def load_variant(scenario: Path, overrides: Sequence[Override]) -> LoadedScenario:
    """Load a scenario with some values replaced.

    Raises
    ------
    ScenarioError
        With all faults.

    """
    return checked(overridden(read_merged(scenario, (CATALOGUE,)), overrides))


def _loaded(
    merged: Merged, overrides: Point, paths: tuple[str, ...]
) -> tuple[LoadedScenario, tuple[tuple[str, str], ...]]:
    """Check one variant; say what it has where something is varied."""
    changed = overridden(merged, overrides)
    loaded = checked(changed)
    values = ((path, _shown(changed, path)) for path in paths)
    return loaded, tuple(values)


def _shown(merged: Merged, path: str) -> str:
    """Write what stands at a way, without where it comes from."""
    tree = merged.tree
    for way in path.split("."):
        by_text = {str(key): key for key in tree.entries}
        found = find(tree, (by_text[way],)) if way in by_text else None
        if found is None:
            return "~"
        tree = found
    value = plain(tree)
    return written(value.get("value", value) if isinstance(value, dict) else value)
