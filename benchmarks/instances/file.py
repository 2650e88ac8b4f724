"""Instances by path: a file of any origin, or a province's own scenario.

What a scenario leads to is kept in the user's cache folder, by the hash of scenario,
data and code, so that the second measurement begins at once.
"""

from collections.abc import Callable
from pathlib import Path

from platformdirs import user_cache_path

from scenarios.cache import cached_province
from scenarios.digest import SHORT
from scenarios.inputs import inputs_of
from scenarios.load import LoadedScenario, load_scenario
from scenarios.province import make_province
from scenarios.store import prepare
from scenarios.translation.problem import translate
from solver.compile import to_instance
from solver.instance import Instance
from solver.instance_file import read_instance, write_instance

SUFFIXES = (".nc", ".yaml", ".yml")
"""Ends of paths that are measured: instance files and scenarios."""


def cache_folder() -> Path:
    """Return the folder that keeps grids and instances between measurements."""
    return user_cache_path("puzzel") / "benchmarks"


def builder(path: Path) -> Callable[[int], Instance]:
    """Return what reads an instance file, or makes the instance of a scenario.

    Parameters
    ----------
    path
        The file; a scenario is loaded and checked at once. There is no chance in
        it, so the seed that its builder takes does nothing.

    Raises
    ------
    ScenarioError
        If a scenario has faults.

    """
    if path.suffix.lower() == ".nc":
        return lambda _seed: read_instance(path)
    loaded = load_scenario(path)
    return lambda _seed: of_scenario(loaded)


def of_scenario(loaded: LoadedScenario) -> Instance:
    """Make the instance of a scenario, or take the one that is kept.

    Raises
    ------
    ScenarioError
        If it does not fit its data, or they cannot be read.
    OutputError
        If the cache folder cannot be written.

    """
    folder = cache_folder()
    prepare(folder)
    inputs = inputs_of(loaded)
    kept = folder / f"instance-{inputs.whole[: 2 * SHORT]}.nc"
    if kept.is_file():
        return read_instance(kept)
    province, _ = cached_province(folder, inputs, lambda: make_province(loaded))
    instance = to_instance(translate(loaded, province).problem)
    write_instance(instance, kept)
    return instance
