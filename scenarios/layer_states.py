"""What is known of every layer that a scenario names or its rules ask for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from grids.catalogue import describe_layer
from grids.data_set_list import shipped_data_sets
from grids.data_sets import DataSet
from grids.freshness import newer_editions
from grids.layers import NO_ZONE, Layer, Province
from scenarios.load import LoadedScenario
from scenarios.made_layers import lacking
from scenarios.meaning.layers import layers_of
from scenarios.rule_book import state_of
from scenarios.schema.texts import Text
from scenarios.translation.outcome import RuleState


@dataclass(frozen=True)
class LayerState:
    """A layer, whether it is there, and who asks for it.

    Parameters
    ----------
    name, title
        Id, and what it is called.
    kind, unit
        What its numbers are; empty if nobody knows.
    layer
        Its values, None if the province does not have it.
    data_set
        Open data set that it can be made of, None if none is known.
    newer
        Newer editions that there probably are, None if that is not known.
    rules
        Rules at work, and uses, that ask for it.
    waits_for
        Layers that are missing to derive it from.

    """

    name: str
    title: Text
    kind: str
    unit: str
    layer: Layer | None
    data_set: DataSet | None
    newer: int | None
    rules: tuple[str, ...]
    waits_for: tuple[str, ...] = ()

    @property
    def covered(self) -> float | None:
        """Share of the cells that the source says something of [0..1]."""
        return None if self.layer is None else covered(self.layer)


def covered(layer: Layer) -> float:
    """Return the share of the cells that a layer's source says something of."""
    n = layer.values.size
    if layer.kind in ("zone", "class"):
        return float((layer.values != NO_ZONE).sum()) / n
    return 1 - layer.origin.missing / n


def layer_states(
    loaded: LoadedScenario, province: Province | None, today: date
) -> Iterator[LayerState]:
    """Tell of the layers of a province, then of those that are asked for and missing.

    Parameters
    ----------
    loaded
        The scenario.
    province
        With its layers; None to tell only what is asked for.
    today
        Day to count the age of data to.

    """
    asked = _asked(loaded)
    here: Mapping[str, Layer] = {} if province is None else province.layers
    missing = sorted(asked.keys() - here.keys(), key=lambda name: -len(asked[name]))
    for name in (*here, *missing):
        layer, data_set = here.get(name), data_set_of(name)
        kind, unit, title = _about(loaded, name, layer)
        newer = None
        if layer is not None and data_set is not None and not layer.origin.invented:
            when = layer.origin.date or layer.origin.fetched
            newer = newer_editions(when, data_set.every_years, today)
        own = loaded.scenario.layers.get(name)
        waits = lacking(own, here) if own and own.when and layer is None else ()
        who = asked.get(name, ())
        yield LayerState(name, title, kind, unit, layer, data_set, newer, who, waits)


def rules_that_wait(rules: tuple[RuleState, ...]) -> dict[str, list[str]]:
    """Return the rules that are not applied for want of a layer, by layer."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        if rule.reason is not None and rule.reason.code == "layer":
            for name in rule.reason.names:
                found.setdefault(name, []).append(rule.id)
    return found


@cache
def _data_sets() -> Mapping[str, DataSet]:
    """Return the data set of every layer that the shipped list can make."""
    return {
        layer: data_set
        for data_set in shipped_data_sets().values()
        for layer in data_set.layers
    }


def data_set_of(name: str) -> DataSet | None:
    """Return the open data set that a layer, or the area it measures to, comes from."""
    known = _data_sets()
    return known.get(name) or known.get(name.removesuffix("_distance"))


def _asked(loaded: LoadedScenario) -> dict[str, tuple[str, ...]]:
    """Return who asks for a layer, by layer: rules at work, and uses that suit."""
    found: dict[str, dict[str, None]] = {}
    scenario = loaded.scenario
    for rule_id, rule in scenario.rules.items():
        if state_of(rule) in ("works", "indicator"):
            for name in layers_of(rule_id, rule):
                found.setdefault(name, {})[rule_id] = None
    for use_id, use in scenario.uses.items():
        factors = use.suitability.factors if use.suitability else {}
        for factor in factors.values() if use.active else ():
            found.setdefault(factor.layer, {})[f"uses.{use_id}"] = None
    return {name: tuple(who) for name, who in found.items()}


def _about(
    loaded: LoadedScenario, name: str, layer: Layer | None
) -> tuple[str, str, Text]:
    """Return kind, unit and title of a layer."""
    own = loaded.scenario.layers.get(name)
    title = Text(nl=name, en=name)
    kind, unit = (layer.kind, layer.unit) if layer else ("", "")
    try:
        note = describe_layer(name)
    except KeyError:
        pass
    else:
        title = Text(nl=note.nl, en=note.en)
        kind, unit = kind or note.kind, unit or note.unit
    if own is not None and own.label is not None:
        title = own.label
    return kind, unit, title
