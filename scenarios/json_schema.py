"""The JSON schema of a scenario file, for hover help and completion in editors.

Made from the models, and then opened where a file may say less than a scenario: a
child gives only what it changes, so nothing is required, and ``~`` may stand at any
key to remove it. Draft 7, which the YAML editors know best.
"""

from collections.abc import Mapping
from typing import Any

from scenarios.schema.scenario import Scenario

Schema = dict[str, Any]

_REWRITTEN = frozenset(
    {
        "additionalProperties",
        "default",
        "discriminator",
        "patternProperties",
        "properties",
        "required",
        "title",
    }
)
_NULL: Schema = {"type": "null"}
_EXTENDS: Schema = {
    "description": "Bestand of bestanden waarop dit voortbouwt; latere winnen / "
    "file or files this builds on; later ones win.",
    "anyOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}},
        _NULL,
    ],
}


def schema() -> Schema:
    """Make the schema.

    Returns
    -------
    dict[str, Any]
        JSON schema, draft 7.

    """
    made = Scenario.model_json_schema()
    (rule_id,) = made["properties"]["rules"]["patternProperties"]
    rules = made["properties"]["rules"]["patternProperties"]
    kinds = rules[rule_id]["discriminator"]["mapping"]
    definitions = {name: _opened(model) for name, model in made["$defs"].items()}
    definitions["Rule"] = _any_rule(kinds, definitions)
    rules[rule_id] = {"$ref": "#/$defs/Rule"}
    opened = _opened({key: value for key, value in made.items() if key != "$defs"})
    opened["properties"] = {"extends": _EXTENDS, **opened["properties"]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **opened,
        "$defs": definitions,
    }


def _opened(node: Any) -> Any:
    """Require nothing, and allow ``~`` at every key of a mapping."""
    if isinstance(node, list):
        return [_opened(entry) for entry in node]
    if not isinstance(node, Mapping):
        return node
    opened = {
        key: _opened(value) for key, value in node.items() if key not in _REWRITTEN
    }
    for pattern, entry in node.get("patternProperties", {}).items():
        opened["propertyNames"] = {"pattern": pattern}
        opened["additionalProperties"] = _removable(entry)
    if "properties" in node:
        entries = node["properties"].items()
        opened["properties"] = {key: _removable(entry) for key, entry in entries}
    others = node.get("additionalProperties")
    if others is not None:
        entry = _removable(others) if isinstance(others, Mapping) else others
        opened["additionalProperties"] = entry
    if node.get("type") == "object" and "title" in node:
        opened["title"] = node["title"]
    return opened


def _removable(node: Mapping[str, Any]) -> Schema:
    """Let ``~`` stand instead; keep the help text beside the alternatives."""
    opened: Schema = _opened(node)
    notes = (opened.pop("description", ""), _default(node.get("default")))
    choices = opened.pop("anyOf") if opened.keys() == {"anyOf"} else [opened]
    made: Schema = {"anyOf": [*(one for one in choices if one != _NULL), _NULL]}
    text = " ".join(note for note in notes if note)
    return {"description": text, **made} if text else made


def _default(default: Any) -> str:
    """Put a simple default in the help text; as a value editors would insert it."""
    if isinstance(default, bool):
        return f"({str(default).lower()})"
    return f"({default})" if isinstance(default, str | int) and default != "" else ""


def _any_rule(kinds: Mapping[str, str], definitions: Mapping[str, Schema]) -> Schema:
    """Let ``kind`` decide; without it, as in a child, any key of any kind may stand."""
    names = {kind: ref.rsplit("/", 1)[1] for kind, ref in kinds.items()}
    keys: Schema = {}
    for name in names.values():
        for key, entry in definitions[name]["properties"].items():
            choices = keys.setdefault(key, {"anyOf": []})["anyOf"]
            choices += (choice for choice in entry["anyOf"] if choice not in choices)
    keys["kind"] = {"enum": sorted(kinds), "description": "Soort regel / kind of rule."}
    return {
        "description": "Regel / rule.",
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for kind, name in names.items()
        ],
    }
