import json
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from scenarios.catalogue import shipped, shipped_names
from scenarios.json_schema import schema
from tests.scenarios.conftest import BASE


def as_json(value: Any) -> Any:
    """Write keys as text, as a YAML editor does before it checks."""
    if isinstance(value, Mapping):
        return {str(key): as_json(held) for key, held in value.items()}
    if isinstance(value, list):
        return [as_json(held) for held in value]
    return value if isinstance(value, str | int | float | None) else str(value)


def accepts(text: str) -> bool:
    data = as_json(YAML(typ="safe", pure=True).load(text))
    return bool(jsonschema.Draft7Validator(schema()).is_valid(data))


def test_is_a_schema_of_draft_7_and_plain_json() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()


@pytest.mark.parametrize("name", shipped_names())
def test_accepts_every_shipped_file(name: str) -> None:
    data = as_json(YAML(typ="safe", pure=True).load(shipped(name)))
    errors = jsonschema.Draft7Validator(schema()).iter_errors(data)
    assert [f"{list(error.path)}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize(
    "text",
    [
        BASE,
        "extends: a.yaml",
        "extends: [a.yaml, b.yaml]",
        "claims: {homes: ~}",
        "claims: {homes: {target: 5 homes}}",
        "claims: {homes: {target: {value: 5 homes, assumed: true, reason: x}}}",
        "claims: {homes: {target: {min: 5 homes, max: {value: 6 homes, source: x}}}}",
        "claims: {homes: {zone: ~, shortfall: {price: 5 points/homes}}}",
        "rules: {x: {enabled: false}}",
        "rules: {x: {min: 10 %, source: {quote: x}}}",
        "rules: {x: {kind: exclusion, uses: [a], where: b, source: document}}",
        "layers: {x: {file: a.gpkg, kind: zone, date: 2022, fill: ~}}",
        "grid: {cell: 100 m, halo: {value: 5 km}}",
    ],
)
def test_accepts_what_a_child_may_say(text: str) -> None:
    assert accepts(text)


@pytest.mark.parametrize(
    "text",
    [
        "foo: 1",
        "claims: {homes: {targt: 5 homes}}",
        "rules: {x: {kind: exclusion, rungs: []}}",
        "rules: {x: {wher: a}}",
        "rules: {x: {kind: exclsion}}",
        "grid: {cell: 100 homes}",
        "grid: {cell: 100}",
        "grid: {cell: '0,1 km'}",
        "solve: {engine: magic}",
        "uses: {Housing: {}}",
        "quantities: {homes: {unit: woningen}}",
    ],
)
def test_refuses_what_loading_refuses(text: str) -> None:
    assert not accepts(text)


def test_every_key_has_help_in_both_languages() -> None:
    made = schema()
    models = [made, *made["$defs"].values()]
    texts = {
        f"{model.get('title')}.{key}": entry.get("description", "")
        for model in models
        for key, entry in model.get("properties", {}).items()
        if model.get("title") not in (None, "Target") or key == "extends"
    }
    assert [key for key, text in texts.items() if "/" not in text] == []
