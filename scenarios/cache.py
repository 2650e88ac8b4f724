"""Results of earlier stages, by the hash of what they were made from.

A stage's file appears whole or not at all: it is written beside its place and
renamed. Deleting the folder loses time, never a result.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from grids.layers import Province
from scenarios.digest import SHORT, of_code, of_file, of_value
from scenarios.load import LoadedScenario
from scenarios.province import input_files

T = TypeVar("T")

FOLDER = ".cache"
"""Name of the folder, beside the runs."""

GRID_KEYS = (
    *("province", "synthetic", "area", "grid", "layers", "available"),
    *("current_use", "municipality"),
)
"""Keys of a scenario that the grid stage depends on."""


@dataclass(frozen=True)
class Inputs:
    """What a run is made from, as checksums.

    Parameters
    ----------
    files
        Data files and their sha256.
    grid
        Hash of what the grid stage depends on.
    whole
        Hash of what the run depends on.

    """

    files: tuple[tuple[Path, str], ...]
    grid: str
    whole: str


def inputs_of(loaded: LoadedScenario) -> Inputs:
    """Read the data files and hash everything a run depends on.

    Raises
    ------
    OSError
        If a data file cannot be read; a missing one is told by the grid stage.

    """
    files = tuple(
        (path, of_file(path)) for path in input_files(loaded) if path.is_file()
    )
    checksums = [checksum for _, checksum in files]
    placeless = _without_places(loaded.resolved)
    layout = {key: placeless.get(key) for key in GRID_KEYS}
    grid = of_value([layout, checksums, of_code()])
    whole = of_value([placeless, checksums, of_code()])
    return Inputs(files, grid, whole)


def _without_places(resolved: dict[str, Any]) -> dict[str, Any]:
    """Leave out where files lie: their checksums count, on any machine."""
    layers = {
        name: {key: value for key, value in layer.items() if key != "file"}
        for name, layer in resolved.get("layers", {}).items()
    }
    area = {
        key: value for key, value in resolved.get("area", {}).items() if key != "file"
    }
    return {**resolved, "layers": layers, "area": area}


def cached_province(
    folder: Path, inputs: Inputs, make: Callable[[], Province]
) -> tuple[Province, bool]:
    """Return the province and whether it came from the cache."""
    from grids.dataset import read_province, write_province

    path = folder / FOLDER / f"grid-{inputs.grid[: 2 * SHORT]}.nc"
    if path.is_file():
        try:
            return read_province(path), True
        except (OSError, ValueError, KeyError):
            path.unlink(missing_ok=True)  # damaged: made again below
    province = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    write_province(province, part)
    os.replace(part, path)
    return province, False
