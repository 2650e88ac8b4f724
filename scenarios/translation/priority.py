"""Programmes that come first: the soft rules of one count for more than others.

A factor on points and prices stands for an order between programmes. Rules name their
programme by the first part of their id.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from scenarios.schema.numbers import Stated
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import Preference

_WEIGHTS = frozenset({"points", "price"})
"""Keys that hold what a soft rule counts for, wherever they stand in it."""


def weighted(rules: Mapping[str, AnyRule]) -> dict[str, AnyRule]:
    """Multiply the weights of programmes that come first.

    Parameters
    ----------
    rules
        As in the scenario.

    Returns
    -------
    dict[str, AnyRule]
        In the same order; hard rules and other programmes untouched.

    """
    found = dict(rules)
    for first in rules.values():
        if not isinstance(first, Preference) or first.programme is None:
            continue
        if not first.enabled or first.factor is None:
            continue
        for name in _followers(found, first.programme):
            found[name] = _times(found[name], first.factor.value)
    return found


def has_followers(rules: Mapping[str, AnyRule], programme: str) -> bool:
    """Tell whether a programme has soft rules."""
    return bool(_followers(rules, programme))


def _followers(rules: Mapping[str, AnyRule], programme: str) -> list[str]:
    return [
        name
        for name, rule in rules.items()
        if name.startswith(f"{programme}-") and rule.hardness == "soft"
    ]


def _times(part: Any, factor: float) -> Any:
    """Copy a model with its weights multiplied, and those of its parts."""
    changed: dict[str, Any] = {}
    for key in type(part).model_fields:
        value = getattr(part, key)
        if isinstance(value, Stated):
            if key in _WEIGHTS:
                held = value.quantity
                larger = replace(held, value=held.value * factor)
                changed[key] = value.model_copy(update={"quantity": larger})
        elif isinstance(value, BaseModel):
            changed[key] = _times(value, factor)
        elif isinstance(value, tuple) and any(isinstance(v, BaseModel) for v in value):
            changed[key] = tuple(_times(entry, factor) for entry in value)
    return part.model_copy(update=changed)
