"""What a run is made from, as checksums: scenario, data files and code.

A file counts by its bytes and by the layer that reads it, not by where it lies. Some
formats are several files, and a virtual raster names others: all of them count.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grids.file_parts import parts_of
from scenarios.digest import of_code, of_file, of_value
from scenarios.load import LoadedScenario
from scenarios.province import sources_of

GRID_KEYS = (
    *("province", "synthetic", "area", "grid", "layers", "available"),
    *("current_use", "municipality"),
)
"""Keys of a scenario that the grid stage depends on."""


@dataclass(frozen=True)
class Inputs:
    """What a run is made from.

    Parameters
    ----------
    files
        Data files and their sha256.
    grid
        Hash of what the grid stage depends on.
    whole
        Hash of what the run depends on.
    read
        Name and sha256 of the files that each layer is read from, by ``layers.<id>``,
        and by ``area`` for the boundary.

    """

    files: tuple[tuple[Path, str], ...]
    grid: str
    whole: str
    read: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def inputs_of(loaded: LoadedScenario) -> Inputs:
    """Read the data files and hash everything a run depends on.

    Raises
    ------
    OSError
        If a data file cannot be read; a missing one is told by the grid stage.

    """
    sources = sources_of(loaded)
    parts = {path: tuple(parts_of(path)) for path in dict.fromkeys(sources.values())}
    files = {file: of_file(file) for held in parts.values() for file in held}
    read = {
        name: tuple((file.name, files[file]) for file in parts[path])
        for name, path in sources.items()
    }
    placeless = _without_places(loaded.resolved)
    layout = {key: placeless.get(key) for key in GRID_KEYS}
    grid = of_value([layout, read, of_code()])
    whole = of_value([placeless, read, of_code()])
    return Inputs(tuple(files.items()), grid, whole, read)


def _without_places(resolved: dict[str, Any]) -> dict[str, Any]:
    """Leave out where files lie, for their checksums count, and what a sweep varies."""
    layers = {
        name: {key: value for key, value in layer.items() if key != "file"}
        for name, layer in resolved.get("layers", {}).items()
    }
    area = {
        key: value for key, value in resolved.get("area", {}).items() if key != "file"
    }
    told = {key: value for key, value in resolved.items() if key != "sweep"}
    return {**told, "layers": layers, "area": area}
