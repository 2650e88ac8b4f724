"""Which keys may stand at a place of a scenario, for "did you mean"."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from scenarios.faults import Key
from scenarios.schema.scenario import Scenario

Schema = Mapping[str, Any]

_CONTAINER = frozenset(
    {"properties", "items", "additionalProperties", "patternProperties"}
)


def known_keys(path: Key, data: Any) -> tuple[str, ...]:
    """Name the keys that a mapping may have.

    Parameters
    ----------
    path
        Way to the mapping.
    data
        The whole scenario; its ``kind`` decides which keys a rule has.

    Returns
    -------
    tuple[str, ...]
        Empty where any key may stand.

    """
    node, here = _model(_schema(), data), data
    for key in path:
        node = _below(node, key)
        here = here[key]
        node = _model(node, here)
    keys = tuple(node.get("properties", ()))
    return keys if path else (*keys, "extends")


@cache
def _schema() -> Schema:
    return Scenario.model_json_schema()


def _below(node: Schema, key: str | int) -> Schema:
    if key in node.get("properties", {}):
        below: Schema = node["properties"][key]
        return below
    found = node.get("items" if isinstance(key, int) else "additionalProperties")
    for entry in node.get("patternProperties", {}).values():
        found = entry
    return found if isinstance(found, Mapping) else {}


def _model(node: Schema, data: Any) -> Schema:
    """Follow references and alternatives to the mapping that is meant."""
    if "$ref" in node:
        return _model(_schema()["$defs"][node["$ref"].rsplit("/", 1)[1]], data)
    if "discriminator" in node:
        kinds = node["discriminator"].get("mapping", {})
        kind = str(data.get("kind")) if isinstance(data, Mapping) else ""
        return _model({"$ref": kinds[kind]}, data) if kind in kinds else {}
    for choice in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        model = _model(choice, data)
        if _CONTAINER & model.keys():
            return model
    return node
