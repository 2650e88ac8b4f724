"""Services that a scenario itself names for its layers, as data sets to fetch.

The file of such a layer lies in the project's folder ``data``, and there only: what a
scenario of someone else names may write nowhere else. Which addresses are asked is
looked at as for every data set (``grids.fetch.address``).
"""

from pathlib import Path

from cli.console import Console
from cli.failures import UsageError
from grids.data_sets import DataSet, Recipe, Service
from scenarios.load import LoadedScenario
from scenarios.schema.layer import Layer

RASTERS = ("wcs", "cog")
"""Kinds of service that give a raster."""

UNKNOWN = {"nl": "onbekend", "en": "unknown"}


def own_data_sets(
    console: Console, loaded: LoadedScenario, folder: Path, shipped: set[str]
) -> dict[str, DataSet]:
    """Return the data sets that a scenario's own layers come from, by name of the file.

    Layers of one file share its service; the files of the shipped list are left out.

    Raises
    ------
    UsageError
        If a file lies elsewhere, or two layers name different services for one file.

    """
    found: dict[str, DataSet] = {}
    data = (folder / "data").resolve()
    for name, layer in loaded.scenario.layers.items():
        if layer.service is None or layer.file is None:
            continue
        file = layer.file.resolve()
        if file.parent == data and file.stem in shipped:
            continue
        ending = ".tif" if layer.service.kind in RASTERS else ".gpkg"
        if file.parent != data or file.suffix != ending or not _plain(file.stem):
            wanted = f"{data / name}{ending}"
            said = {"name": name, "wanted": wanted, "got": layer.file}
            raise UsageError(console.say("own_service_file", **said))
        made = _data_set(name, layer)
        before = found.get(file.stem)
        if before is not None and before.services != made.services:
            raise UsageError(console.say("own_services_differ", path=layer.file))
        if before is not None:
            made = _both(before, made)
        found[file.stem] = made
    return found


def _plain(stem: str) -> bool:
    return stem.isidentifier()


def _data_set(name: str, layer: Layer) -> DataSet:
    asked = layer.service
    assert asked is not None
    service = Service(
        asked.kind,
        asked.url,
        evidence="the scenario",
        date=layer.date or "",
        name=asked.name,
        vintage=layer.date or "",
    )
    label = layer.label
    return DataSet(
        title={"nl": label.nl, "en": label.en} if label else {"nl": name, "en": name},
        theme="own",
        owner=layer.source,
        licence=layer.licence or "unknown",
        attribution=layer.source,
        updated=UNKNOWN,
        missing={
            "nl": "kijk de dienst in het scenario na",
            "en": "look at the service in the scenario",
        },
        layers={name: Recipe(layer.kind)},
        services=(service,),
    )


def _both(one: DataSet, other: DataSet) -> DataSet:
    """Return a data set of which both layers are made."""
    from dataclasses import replace

    return replace(one, layers={**one.layers, **other.layers})
