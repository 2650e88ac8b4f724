"""The province of a scenario: its grid and layers, from files or synthetic."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.layers import Layer, Origin, Province
from grids.sources import LayerSource
from scenarios.faults import Fault, ScenarioError, fault
from scenarios.load import LoadedScenario
from scenarios.made_layers import with_made_layers
from scenarios.schema.layer import Layer as LayerSettings

SYNTHETIC = "puzzelland"
"""Id of the province that is made up."""


class DataError(ScenarioError):
    """Input files that are missing, unreadable or do not fit the province."""


def sources_of(loaded: LoadedScenario) -> dict[str, Path]:
    """Return the data file of the area and of every layer, by name."""
    scenario = loaded.scenario
    if scenario.province == SYNTHETIC:
        return {}
    files = {
        f"layers.{name}": layer.file
        for name, layer in scenario.layers.items()
        if layer.file is not None
    }
    if scenario.area:
        files["area"] = scenario.area.file
    return files


def make_province(loaded: LoadedScenario) -> Province:
    """Build the grid and read all layers.

    Raises
    ------
    DataError
        With one fault per layer that cannot be read, each at its place.
    ScenarioError
        If a province of real land has no area.

    """
    scenario = loaded.scenario
    if scenario.province == SYNTHETIC:
        from grids.puzzelland.generate import generate

        cell_m, synthetic = round(scenario.grid.cell.value), scenario.synthetic
        drawn = generate(synthetic.seed, cell_m, synthetic.version)
        layers = with_made_layers(loaded, drawn.grid, drawn.layers)
        return replace(drawn, layers=layers)
    return _from_files(loaded)


def _from_files(loaded: LoadedScenario) -> Province:
    grid, outline = land_of(loaded)
    layers = with_made_layers(loaded, grid, _layers(loaded, grid, outline))
    return Province(
        loaded.scenario.province,
        grid,
        layers,
        _available(loaded, grid, outline, layers),
    )


def land_of(loaded: LoadedScenario) -> tuple[Grid, Any]:
    """Return the cells of a province of real land, and its outline in RD.

    Raises
    ------
    DataError
        If its area cannot be read.
    ScenarioError
        If it has no area.

    """
    from grids.inside import grid_in, province_outline

    scenario = loaded.scenario
    if scenario.area is None:
        place = loaded.place(("province",))
        raise ScenarioError([fault(place, ("area",), "missing")])
    area = scenario.area
    origin = Origin(area.source or "", area.date or "", area.licence)
    source = LayerSource(
        "area", "zone", area.file, origin=origin, table=area.table, where=area.where
    )
    try:
        outline = province_outline(source)
    except (OSError, ValueError) as error:
        raise DataError([_fault(loaded, ("area",), error)]) from error
    return grid_in(outline, round(scenario.grid.cell.value)), outline


def _layers(loaded: LoadedScenario, grid: Grid, outline: Any) -> dict[str, Layer]:
    """Read all layers; the faults of all come together."""
    from grids.read import read_layer

    layers: dict[str, Layer] = {}
    faults: list[Fault] = []
    halo_m = loaded.scenario.grid.halo.value
    for name, settings in loaded.scenario.layers.items():
        try:
            source = source_of(name, settings)
            if source is None:
                continue
            layers[name] = read_layer(source, grid, halo_m, outline)
        except (OSError, ValueError) as error:
            faults.append(_fault(loaded, ("layers", name), error))
    if faults:
        raise DataError(faults)
    return layers


def _fault(
    loaded: LoadedScenario, path: tuple[str | int, ...], error: Exception
) -> Fault:
    """Return what reading said."""
    return fault(loaded.place(path), path, "layer_data", text=error)


def source_of(name: str, settings: LayerSettings) -> LayerSource | None:
    """Return where a layer comes from and how it is made, None without a file.

    Raises
    ------
    ValueError
        If its settings do not go together.

    """
    if settings.file is None:
        return None
    service = settings.service
    origin = Origin(
        settings.source,
        settings.date or "",
        settings.licence,
        settings.invented,
        service=" ".join(
            filter(None, (service.kind, service.url, service.name)) if service else ()
        ),
        fetched=settings.fetched or "",
    )
    classes = settings.classes
    source = LayerSource(
        name,
        settings.kind,
        settings.file,
        origin=origin,
        table=settings.table,
        where=settings.where,
        column=settings.column,
        value=settings.value,
        classes=None if classes is None else dict(classes),
        of=settings.of,
        unit="m" if settings.kind == "distance" else settings.unit,
        band=settings.band or 1,
        variable=settings.variable,
        resample=settings.resample,
        complement=settings.complement,
        per_ha=settings.per_ha,
        fill=settings.fill,
    )
    return replace(source, path=Path(os.path.normpath(source.path)))


def _available(
    loaded: LoadedScenario, grid: Grid, outline: Any, layers: dict[str, Layer]
) -> NDArray[np.float32]:
    """Take off the land that stays: polygons exactly, rasters by their fractions."""
    from grids.available import available_ha
    from grids.read import RASTER_SUFFIXES

    scenario = loaded.scenario
    polygons, rasters = [], []
    for name in taken_off(loaded, layers):
        source = source_of(name, scenario.layers[name])
        if source is None or source.path.suffix.lower() in RASTER_SUFFIXES:
            rasters.append(layers[name].values)
        else:
            polygons.append(source)
    try:
        left = available_ha(grid, outline, polygons)
    except (OSError, ValueError) as error:
        raise DataError([_fault(loaded, ("available",), error)]) from error
    for share in rasters:
        left = np.maximum(left - share * np.float32(grid.cell_area_ha), 0)
    return left.astype(np.float32)


def taken_off(loaded: LoadedScenario, layers: dict[str, Layer]) -> tuple[str, ...]:
    """Return the layers of ``available.minus`` that the province has.

    Raises
    ------
    ScenarioError
        If one of them is no fraction.

    """
    here = [name for name in loaded.scenario.available.minus if name in layers]
    path = "available", "minus"
    faults = [
        fault(
            loaded.place(path),
            path,
            "wrong_layer_kind",
            choices=("fraction",),
            layer=name,
            kind=layers[name].kind,
        )
        for name in here
        if layers[name].kind != "fraction"
    ]
    if faults:
        raise ScenarioError(faults)
    return tuple(here)
