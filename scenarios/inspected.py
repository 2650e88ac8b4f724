"""Every layer of a scenario under the rules of thumb, one at a time.

A layer that cannot be read does not hide the others, as it would in a run.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from grids.inspect.doubt import Doubt, unreadable
from grids.layers import Layer
from scenarios.load import LoadedScenario
from scenarios.made_layers import with_made_layers
from scenarios.province import SYNTHETIC, land_of, make_province, source_of


@dataclass(frozen=True, eq=False)
class Inspected:
    """A layer and what is doubtful about it.

    Parameters
    ----------
    name
        Id of the layer.
    layer
        Its values, None if it cannot be read.
    doubts
        What the rules of thumb found.

    """

    name: str
    layer: Layer | None
    doubts: tuple[Doubt, ...]


def inspected(loaded: LoadedScenario) -> Iterator[Inspected]:
    """Read and look at the layers of a scenario.

    Raises
    ------
    DataError
        If the area of the province cannot be read.
    ScenarioError
        If it has none.

    """
    from grids.inspect.layer import inspect
    from grids.inspect.values import value_doubts

    scenario = loaded.scenario
    if scenario.province == SYNTHETIC:
        for name, drawn in make_province(loaded).layers.items():
            yield Inspected(name, drawn, tuple(value_doubts(drawn)))
        return
    grid, outline = land_of(loaded)
    held: dict[str, Layer] = {}
    for name, settings in scenario.layers.items():
        try:
            source = source_of(name, settings)
        except ValueError as error:
            yield Inspected(name, None, (unreadable(error),))
            continue
        if source is None:
            continue
        layer, doubts = inspect(source, grid, scenario.grid.halo.value, outline)
        if layer is not None:
            held[name] = layer
        yield Inspected(name, layer, doubts)
    for name, derived in with_made_layers(loaded, grid, held).items():
        if name not in held:
            yield Inspected(name, derived, tuple(value_doubts(derived)))
