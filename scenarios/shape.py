"""Turn what pydantic finds wrong into faults in the user's words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.known_keys import known_keys
from scenarios.quantity import QuantityError, parse_quantity
from scenarios.schema.settings import EXAMPLES
from scenarios.tree import Tree, removed

_CODES = {
    "string_type": "text_expected",
    "path_type": "text_expected",
    "int_type": "whole_number",
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "tuple_type": "list_expected",
    "list_type": "list_expected",
    "dict_type": "mapping_expected",
    "mapping_type": "mapping_expected",
    "model_type": "mapping_expected",
    "model_attributes_type": "mapping_expected",
    "string_too_short": "empty_text",
    "too_short": "too_few",
    "too_long": "too_many",
    "literal_error": "choice",
    "union_tag_invalid": "choice",
    "string_pattern_mismatch": "pattern",
}
_LIMITS = frozenset({"gt", "ge", "lt", "le", "min_length", "max_length"})


def shape_findings(error: ValidationError, data: Any) -> Iterator[Finding]:
    """Translate the errors of a model.

    Parameters
    ----------
    error
        From ``Scenario.model_validate(data)``.
    data
        The merged scenario.

    Yields
    ------
    Finding
        One an error.

    """
    for detail in error.errors(include_url=False):
        if _only_echoes(detail):
            continue
        path = _path(detail, data)
        if detail["type"] == "extra_forbidden":
            yield _unknown_key(path, data)
        elif detail["type"] == "union_tag_not_found":
            yield _no_kind(path, data)
        else:
            yield _translated(detail, path)


def empty_key_findings(merged: Tree, data: Any) -> Iterator[Finding]:
    """Find keys without a value that a scenario does not know.

    ``label: {nl: near road, rail, en: …}`` has a key ``rail`` without a value: it is
    no removal but a text with a comma.

    Parameters
    ----------
    merged
        With the removal marks.
    data
        The merged scenario.

    Yields
    ------
    Finding
        One a key.

    """
    for path in removed(merged):
        *parents, name = path
        if isinstance(name, int):
            continue
        known = known_keys(tuple(parents), data)
        if known and name not in known:
            values = {"name": name, "key": tuple(parents)}
            yield Finding(path, "empty_key", values, at_key=True)


def _only_echoes(detail: ErrorDetails) -> bool:
    """Whether a list is too short only because an entry of it is wrong."""
    least = detail.get("ctx", {}).get("min_length", 0)
    return detail["type"] == "too_short" and len(detail["input"]) >= least


def _translated(detail: ErrorDetails, path: Key) -> Finding:
    given = dict(detail.get("ctx", {}))
    code = _CODES.get(detail["type"], detail["type"])
    at_key = detail["loc"][-1:] == ("[key]",)
    if code == "choice" and "choices" not in given:
        return _choice(path, given, detail["input"])
    if code == "number" and isinstance(detail["input"], str):
        return _number(path, detail["input"])
    values = {"got": detail["input"], "text": detail["msg"], **given}
    for name in _LIMITS & given.keys():
        values["limit"] = values.pop(name)
    values["count"] = values.pop("actual_length", None)
    values["example"] = EXAMPLES.get(str(values.pop("pattern", None)))
    return Finding(path, code, values, at_key=at_key)


def _choice(path: Key, given: Mapping[str, Any], got: Any) -> Finding:
    """List what may stand there, with the closest."""
    if "tag" in given:
        path, got = (*path, "kind"), given["tag"]
    names = re.findall("'([^']*)'", str(given.get("expected_tags", ""))) or re.findall(
        r"[^', ]+", str(given.get("expected", "")).replace(" or ", " ")
    )
    guess = closest(str(got), names)
    return Finding(path, "choice", {"choices": names, "got": got, "guess": guess})


def _number(path: Key, text: str) -> Finding:
    """Say what is wrong with a number that stands as text."""
    try:
        parse_quantity(text, "share")
    except QuantityError as error:
        if error.code == "decimal_comma":
            return Finding(path, error.code, error.values)
    return Finding(path, "number", {"got": text})


def _unknown_key(path: Key, data: Any) -> Finding:
    *parents, name = path
    guess = closest(str(name), known_keys(tuple(parents), data))
    values = {"name": str(name), "guess": guess, "key": tuple(parents)}
    return Finding(path, "extra_forbidden", values, at_key=True)


def _no_kind(path: Key, data: Any) -> Finding:
    """Say that a rule has no kind: most often its id has a typing error."""
    name = str(path[-1])
    rules = data["rules"].items()
    known = [
        other for other, rule in rules if isinstance(rule, Mapping) and "kind" in rule
    ]
    guess = closest(name, map(str, known))
    code = "unknown_rule" if guess else "new_rule"
    values = {"name": name, "guess": guess, "key": path[:-1]}
    return Finding(path, code, values, at_key=True)


def _path(detail: ErrorDetails, data: Any) -> Key:
    """Leave out of the way what pydantic adds: tags of unions and short forms."""
    path: list[str | int] = []
    here = data
    for part in detail["loc"]:
        if _holds(here, part):
            here = here[part]
            path.append(part)
    if detail["type"] == "missing":
        path.append(detail["loc"][-1])
    return tuple(path)


def _holds(data: Any, part: str | int) -> bool:
    if isinstance(data, Mapping):
        return part in data
    return isinstance(data, list) and isinstance(part, int)
