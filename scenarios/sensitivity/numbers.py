"""The numbers of a scenario that might move its plan, each with a low and a high.

Weights are what is weighed: weights of factors, points, prices of shortfalls and of
soft rules, compactness, the worth of land as it is. Assumed is what no text gives. No
number of a scenario states a range of its own, so all go a fifth down and up; a curve
is stretched along its layer by as much.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from scenarios.faults import Key, key_text
from scenarios.reasons import in_both
from scenarios.schema.claim import Target
from scenarios.schema.curve import Curve
from scenarios.schema.numbers import Stated
from scenarios.schema.rules.rule import Rule
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text

STEP = 0.2
"""Part by which a number goes down and up."""

SECTIONS = ("stays", "compactness", "touch", "uses", "claims", "supplies", "rules")
"""Keys of a scenario with numbers that the plan depends on."""

WEIGHED = frozenset({"weight", "points", "price", "factor"})
WEIGHED_SECTIONS = frozenset({"stays", "compactness", "touch"})

Kind = Literal["weight", "assumed"]


@dataclass(frozen=True)
class End:
    """A value to try.

    Parameters
    ----------
    text
        As it is told, and as it is written in a scenario where it is a number.
    value
        What comes in the scenario: a text, or the numbers of a curve.

    """

    text: str
    value: Any


@dataclass(frozen=True)
class Number:
    """A number that might move the plan.

    Parameters
    ----------
    path
        Way to it in the scenario.
    kind
        A weight, or a number that is assumed.
    assumed
        Whether it is assumed; a weight may be too.
    text
        As written.
    reason
        Why it is what it is; None where nothing is said.
    low, high
        What is tried; None if it cannot be moved.

    """

    path: Key
    kind: Kind
    assumed: bool
    text: str
    reason: Text | None
    low: End | None
    high: End | None

    @property
    def key(self) -> str:
        """The way with points."""
        return key_text(self.path)


def numbers_of(scenario: Scenario) -> list[Number]:
    """List weights and assumed numbers, in the order of the scenario's keys."""
    return [
        number
        for section in SECTIONS
        for number in _below(getattr(scenario, section), (section,))
    ]


def _below(value: object, path: Key) -> Iterator[Number]:
    if isinstance(value, Stated):
        if value.assumed or _is_weighed(path):
            yield _number(value, path)
    elif isinstance(value, Curve):
        if value.assumed:
            yield _curve(value, path)
    elif isinstance(value, BaseModel):
        if isinstance(value, Rule) and value.assumed:
            yield Number(path, "assumed", True, "", _both(value.reason), None, None)
        for name, entry in value:
            short = isinstance(value, Target) and name == "value"
            if name != "parameters":  # no kind of rule reads them
                yield from _below(entry, path if short else (*path, name))
    elif isinstance(value, Mapping):
        for name, entry in value.items():
            yield from _below(entry, (*path, name))
    elif isinstance(value, list | tuple):
        for index, entry in enumerate(value):
            yield from _below(entry, (*path, index))


def _is_weighed(path: Key) -> bool:
    return path[-1] in WEIGHED or path[0] in WEIGHED_SECTIONS


def _number(stated: Stated, path: Key) -> Number:
    ends: list[End | None] = [None, None]
    if stated.value:  # a fifth of nothing is nothing
        ends = [_end(stated, 1 - STEP), _end(stated, 1 + STEP)]
    kind: Kind = "weight" if _is_weighed(path) else "assumed"
    reason = _both(stated.reason)
    return Number(path, kind, stated.assumed, str(stated), reason, *ends)


def _end(stated: Stated, times: float) -> End:
    value = float(f"{stated.value * times:.9g}")
    text = str(replace(stated.quantity, value=value))
    return End(text, text)


def capped(number: Number) -> Number:
    """Return a number whose high end is a whole, for a share that allows no more."""
    return replace(number, high=End("100 %", 1.0))


def _curve(curve: Curve, path: Key) -> Number:
    low, high = _stretched(curve, 1 - STEP), _stretched(curve, 1 + STEP)
    reason = _both(curve.reason)
    return Number(path, "assumed", True, str(curve), reason, low, high)


def _stretched(curve: Curve, times: float) -> End | None:
    """Return a curve with its layer's values multiplied; None for one of classes."""
    text = f"× {times:g}"
    if curve.linear is not None:
        return End(text, {"linear": {x * times: y for x, y in curve.linear.items()}})
    for form in ("s_shaped", "triangular"):
        held = getattr(curve, form)
        if held is not None:
            points = {key: x * times for key, x in held.model_dump().items()}
            return End(text, {form: points})
    return None


def _both(reason: Text | None) -> Text | None:
    return None if reason is None else in_both(reason)
