"""What every translation of a rule needs: the province, its zones, who takes part."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from grids.layers import Layer, Province
from grids.sentence import Sentence
from grids.where import UnknownNameError, WhereError, select
from model.land_use import LandUse
from model.partition import Partition, whole
from scenarios.faults import Key, ScenarioError, fault
from scenarios.guess import closest
from scenarios.load import LoadedScenario
from scenarios.schema.scenario import Scenario


class MissingLayerError(LookupError):
    """A rule asks for a layer that this province does not have.

    Parameters
    ----------
    name
        Name of the layer.

    """

    def __init__(self, name: str) -> None:
        super().__init__(f"layer '{name}' must be in the province")
        self.name = name


@dataclass(frozen=True, eq=False)
class Context:
    """A scenario on a province, with the uses that take part.

    Parameters
    ----------
    loaded
        The scenario with the places of its values.
    province
        Cells and layers.
    uses
        Uses that take part, "none" first.
    inside
        Cells that count; None: all. Of a rule that holds in some of the zones by which
        claims are divided, such as provinces.

    """

    loaded: LoadedScenario
    province: Province
    uses: tuple[LandUse, ...]
    inside: NDArray[np.bool_] | None = None
    _partitions: dict[str, Partition] = field(default_factory=dict)

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.loaded.scenario

    @cached_property
    def whole(self) -> Partition:
        """The province as one zone."""
        everything = whole(self.province.grid.n_cells, self.province.name)
        return self._counted_zones(everything)

    @cached_property
    def use_names(self) -> frozenset[str]:
        """Names of the uses that take part."""
        return frozenset(use.name for use in self.uses[1:])

    def taking_part(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Write out groups, keep the uses that take part, add their combinations.

        A rule about a use also holds for land that combines it with another.
        """
        members = set(self.scenario.members(names))
        return tuple(
            use.name
            for use in self.uses[1:]
            if use.name in members or members & set(use.parts)
        )

    def layer(self, name: str) -> Layer:
        """Return a layer of the province.

        Raises
        ------
        MissingLayerError
            If the province does not have it.

        """
        if name not in self.province.layers:
            raise MissingLayerError(name)
        return self.province.layers[name]

    def layer_of(self, name: str, kinds: tuple[str, ...], path: Key) -> Layer:
        """Return a layer whose numbers mean what is asked for.

        Raises
        ------
        MissingLayerError
            If the province does not have it.
        ScenarioError
            If it is of another kind.

        """
        layer = self.layer(name)
        if layer.kind not in kinds:
            place = self.loaded.place(path)
            said = {"choices": kinds, "layer": name, "kind": layer.kind}
            raise ScenarioError([fault(place, path, "wrong_layer_kind", **said)])
        return layer

    def mask(self, where: str, path: Key) -> NDArray[np.bool_]:
        """Return the cells where an expression holds.

        Raises
        ------
        MissingLayerError
            If it asks for a layer that the province does not have.
        ScenarioError
            If it makes no sense on these layers, such as an unknown label.

        """
        try:
            return self.counted(select(self.province, where))
        except UnknownNameError as error:
            raise MissingLayerError(error.name) from error
        except WhereError as error:
            raise misfit(self, path, error) from error

    def counted(self, cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return those of the cells that count."""
        return cells if self.inside is None else cells & self.inside

    def partition(self, name: str | None) -> Partition:
        """Return the zones of a layer; the whole province without a name.

        Raises
        ------
        MissingLayerError
            If the province does not have the layer.

        """
        if name is None:
            return self.whole
        if name not in self._partitions:
            found = _to_partition(self.layer(name))
            self._partitions[name] = self._counted_zones(found)
        return self._partitions[name]

    def _counted_zones(self, zones: Partition) -> Partition:
        """Return the zones that have cells that count."""
        return zones if self.inside is None else zones.only(self.inside)

    def zones(self, name: str, chosen: tuple[str, ...], path: Key) -> Partition:
        """Return one zone made of the named zones of a layer.

        Raises
        ------
        ScenarioError
            If the layer has no zone of that name.

        """
        partition = self.partition(name)
        number = {label: zone for zone, label in enumerate(partition.labels)}
        unknown = [label for label in chosen if label not in number]
        if unknown:
            place = self.loaded.place(path)
            raise ScenarioError(
                [
                    fault(
                        place,
                        path,
                        "unknown_zone",
                        layer=name,
                        got=label,
                        guess=closest(label, number),
                    )
                    for label in unknown
                ]
            )
        zones = [number[label] for label in chosen]
        return partition.merged(zones, " + ".join(chosen))


def misfit(context: Context, path: Key, error: ValueError) -> ScenarioError:
    """Return a layer's refusal to be used like this as a fault with a place."""
    place = context.loaded.place(path)
    return ScenarioError([fault(place, path, "layer_data", text=error)])


def _to_partition(layer: Layer) -> Partition:
    """Make zones numbered from 0 in the order of their codes."""
    if layer.kind not in ("zone", "class"):
        raise ValueError(
            Sentence(
                "zones must come from a layer of kind zone or class, but '{name}' is "
                "a {kind}",
                name=layer.name,
                kind=layer.kind,
            )
        )
    codes = sorted(layer.labels)
    table = np.full(max(codes, default=-1) + 2, -1, np.int32)
    table[codes] = np.arange(len(codes), dtype=np.int32)
    zone = table[layer.values]
    return Partition(layer.name, zone, tuple(layer.labels[code] for code in codes))
