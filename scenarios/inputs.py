"""What a run is made from, as checksums: scenario, data files and code.

A file counts by its bytes and by the layer that reads it, not by where it lies. Some
formats are several files, and a virtual raster names others: all of them count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenarios.digest import of_code, of_file, of_value
from scenarios.load import LoadedScenario
from scenarios.province import sources_of

GRID_KEYS = (
    *("province", "synthetic", "area", "grid", "layers", "available"),
    *("current_use", "municipality"),
)
"""Keys of a scenario that the grid stage depends on."""

BESIDE = (
    *(".dbf", ".shx", ".prj", ".cpg", ".qix"),
    *(".tfw", ".wld", ".aux.xml", ".gpkg-wal", ".ovr"),
)
"""Ends of the files beside a data file that say what it means."""


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


def parts_of(path: Path) -> Iterator[Path]:
    """Give a data file and those that belong to it."""
    if path.is_dir():  # a file geodatabase is a folder
        yield from sorted(file for file in path.rglob("*") if file.is_file())
        return
    if not path.is_file():
        return
    yield path
    for end in BESIDE:
        for beside in (path.with_suffix(end), path.with_name(path.name + end)):
            if beside.is_file() and beside != path:
                yield beside
    if path.suffix.lower() == ".vrt":
        yield from _named_in(path)


def _named_in(path: Path) -> list[Path]:
    """Return the files that a virtual raster is made of; none if it is damaged."""
    import rasterio
    from rasterio.errors import RasterioIOError

    try:
        with rasterio.open(path) as raster:
            files = [Path(file) for file in raster.files]
    except RasterioIOError:
        return []
    return [file for file in files if file.is_file() and file != path]


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
