"""Layers of a scenario that are made of nothing but the grid and other layers.

``blocks`` need the grid only. A condition (``when``) waits for the layers that it
names, also for those that are made so; where this province lacks one of them, the
layer is not made, and the rules that ask for it are reported as not applied.
"""

from collections.abc import Mapping

from grids.derived import blocks_named, holds
from grids.grid import Grid
from grids.layers import Layer, Origin
from grids.where import WhereError, names
from scenarios.faults import Fault, ScenarioError, fault
from scenarios.load import LoadedScenario
from scenarios.schema.layer import Layer as Settings


def with_made_layers(
    loaded: LoadedScenario, grid: Grid, held: Mapping[str, Layer]
) -> dict[str, Layer]:
    """Add the layers that are made of the grid and of other layers.

    Parameters
    ----------
    loaded
        The scenario.
    grid
        The cells.
    held
        Layers from files, or of the synthetic province, by name.

    Raises
    ------
    ScenarioError
        If a condition makes no sense on these layers, blocks do not fit the cells, or
        layers wait for each other.

    """
    layers, faults = dict(held), list[Fault]()
    waiting: dict[str, Settings] = {}
    for name, settings in loaded.scenario.layers.items():
        if settings.blocks is not None:
            try:
                block_m = round(settings.blocks.value)
                layers[name] = blocks_named(name, grid, block_m)
            except ValueError as error:
                faults.append(_fault(loaded, name, "blocks", error))
        elif settings.when is not None:
            waiting[name] = settings
            layers.pop(name, None)  # it replaces one of the synthetic province
    faults += _derive(loaded, waiting, layers)
    if faults:
        raise ScenarioError(faults)
    return layers


def lacking(settings: Settings, here: Mapping[str, Layer]) -> tuple[str, ...]:
    """Return the layers that a derived layer needs and the province does not have."""
    return tuple(sorted(names(settings.when or "0 == 0") - here.keys()))


def _derive(
    loaded: LoadedScenario, waiting: dict[str, Settings], layers: dict[str, Layer]
) -> list[Fault]:
    """Make what can be made until nothing is left that can; return the faults."""
    faults = []
    while True:
        ready = [one for one in waiting if not lacking(waiting[one], layers)]
        if not ready:
            break
        for name in ready:
            settings = waiting.pop(name)
            try:
                layers[name] = holds(
                    name, settings.when or "", layers, _origin(settings)
                )
            except WhereError as error:
                faults.append(_fault(loaded, name, "when", error))
    circle = _in_circle(waiting, layers)
    if circle:
        path = ("layers", circle[0], "when")
        said = {"got": " → ".join((*circle, circle[0]))}
        faults.append(fault(loaded.place(path), path, "layer_circle", **said))
    return faults


def _in_circle(
    waiting: Mapping[str, Settings], layers: Mapping[str, Layer]
) -> tuple[str, ...]:
    """Return layers that wait for each other; none if they wait for what is absent."""
    for start in waiting:
        trail = [start]
        while True:
            needs = lacking(waiting[trail[-1]], layers)
            more = [one for one in needs if one in waiting]
            if not more:
                break
            if more[0] in trail:
                return tuple(trail[trail.index(more[0]) :])
            trail.append(more[0])
    return ()


def _origin(settings: Settings) -> Origin | None:
    """Return what the scenario says of the source, None if it says nothing."""
    if not settings.source:
        return None
    note = f"derived: {settings.when}"
    return Origin(
        settings.source,
        settings.date or "",
        settings.licence,
        settings.invented,
        note,
    )


def _fault(loaded: LoadedScenario, name: str, key: str, error: ValueError) -> Fault:
    path = ("layers", name, key)
    return fault(loaded.place(path), path, "layer_data", text=error)
