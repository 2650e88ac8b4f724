"""The names that a scenario defines, for its own references."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.units import dimension_of


@dataclass(frozen=True)
class Names:
    """What may be referred to.

    Parameters
    ----------
    uses
        Uses, and what combinations of uses are called.
    groups
        Groups of uses.
    quantities
        Dimension per quantity; None where the unit is wrong.
    layers
        Layers of the scenario and of the catalogue.

    """

    uses: frozenset[str]
    groups: frozenset[str]
    quantities: Mapping[str, str | None]
    layers: frozenset[str]


def names_in(data: Mapping[str, Any], layers: Collection[str]) -> Names:
    """Collect the names from a merged scenario, right or wrong in itself.

    Parameters
    ----------
    data
        Plain, as merged.
    layers
        Names of layers from elsewhere.

    Returns
    -------
    Names
        All that may be referred to.

    """
    rules = _section(data, "rules").values()
    combined = {
        str(rule.get("use"))
        for rule in rules
        if isinstance(rule, Mapping) and rule.get("kind") == "combination"
    }
    quantities = {
        name: dimension_of(str(kind.get("unit"))) if isinstance(kind, Mapping) else None
        for name, kind in _section(data, "quantities").items()
    }
    return Names(
        uses=frozenset({*_section(data, "uses"), *combined}),
        groups=frozenset(_section(data, "groups")),
        quantities=quantities,
        layers=frozenset({*with_distances(_section(data, "layers")), *layers}),
    )


def with_distances(layers: Mapping[str, Any]) -> frozenset[str]:
    """Add the distance to each area, which every fraction layer brings along.

    Parameters
    ----------
    layers
        Layers by name, with their ``kind``.

    Returns
    -------
    frozenset[str]
        ``natura2000`` and ``natura2000_distance``.

    """
    areas = {
        name
        for name, layer in layers.items()
        if isinstance(layer, Mapping) and layer.get("kind") == "fraction"
    }
    return frozenset({*layers, *(f"{name}_distance" for name in areas)})


def unknown_use(
    names: Names, path: Key, name: str, *, group: bool
) -> Iterator[Finding]:
    """Find out whether a use is unknown.

    Parameters
    ----------
    names
        What is known.
    path
        Way to the reference.
    name
        What it says.
    group
        Whether a group of uses may stand there too.

    Yields
    ------
    Finding
        One if it is unknown.

    """
    known = names.uses | names.groups if group else names.uses
    if name not in known:
        values = {"name": name, "guess": closest(name, known)}
        yield Finding(path, "unknown_use", values)


def _section(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    section = data.get(key)
    return section if isinstance(section, Mapping) else {}
