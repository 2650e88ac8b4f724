"""The numbers of a scenario that no text gives, to be shown beside every result."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from scenarios.faults import Key, key_text
from scenarios.reasons import in_both
from scenarios.schema.claim import Target
from scenarios.schema.curve import Curve
from scenarios.schema.layer import Layer
from scenarios.schema.numbers import Stated
from scenarios.schema.rules.rule import Rule
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text


@dataclass(frozen=True)
class Assumed:
    """A number, curve or expression that is assumed.

    Parameters
    ----------
    path
        Way to it in the scenario.
    value
        In the base unit; None for a curve or an expression.
    unit
        As written; empty for a curve or an expression.
    reason
        Why it is what it is, in both languages.
    text
        As written: ``35 homes/ha``, ``linear 0: 1, 800: 0``, ``station < 800``.

    """

    path: Key
    value: float | None
    unit: str
    reason: Text
    text: str

    @property
    def key(self) -> str:
        """The way with points: ``uses.housing.provides.homes``."""
        return key_text(self.path)


def assumed_numbers(scenario: Scenario) -> list[Assumed]:
    """List all that is marked ``assumed: true``.

    Parameters
    ----------
    scenario
        Whole; also what is not enabled.

    Returns
    -------
    list[Assumed]
        In the order of the scenario's keys.

    """
    return list(_below(scenario, ()))


def assumed_in(part: BaseModel, path: Key) -> Iterator[Assumed]:
    """List all that is marked ``assumed: true`` in a part of a scenario.

    Parameters
    ----------
    part
        A rule, for instance.
    path
        Way to it.

    Yields
    ------
    Assumed
        In the order of its keys.

    """
    yield from _below(part, path)


def _below(value: object, path: Key) -> Iterator[Assumed]:
    if isinstance(value, Stated):
        if value.assumed:
            number, unit = value.value, value.unit
            yield Assumed(path, number, unit, _both(value.reason), str(value))
    elif isinstance(value, Curve):
        if value.assumed:
            yield Assumed(path, None, "", _both(value.reason), str(value))
    elif isinstance(value, BaseModel):
        if isinstance(value, Layer) and value.assumed:
            yield Assumed(path, None, "", _both(value.reason), value.when or "")
        if isinstance(value, Rule) and value.assumed:
            yield Assumed(path, None, "", _both(value.reason), _expressions(value))
        for name, entry in value:
            short = isinstance(value, Target) and name == "value"
            yield from _below(entry, path if short else (*path, name))
    elif isinstance(value, Mapping):
        yield from _in_mapping(value, path)
    elif isinstance(value, list | tuple):
        for index, entry in enumerate(value):
            yield from _below(entry, (*path, index))


def _in_mapping(value: Mapping[str, object], path: Key) -> Iterator[Assumed]:
    """Go through a mapping; parameters that no kind reads hold plain data."""
    if value.get("assumed") is True and "value" in value:
        reason = Text.model_validate(value.get("reason") or "–")
        yield Assumed(path, None, "", _both(reason), str(value["value"]))
        return
    for name, entry in value.items():
        yield from _below(entry, (*path, name))


def _both(reason: Text | None) -> Text:
    assert reason is not None  # the schema asks for one where a number is assumed
    return in_both(reason)


def _expressions(rule: Rule) -> str:
    keys = ("where", "unless", "within", "candidates")
    found = [getattr(rule, key, None) for key in keys]
    preferred = getattr(getattr(rule, "preferred", None), "where", None)
    rungs = [rung.where for rung in getattr(rule, "rungs", ())]
    return "; ".join(text for text in (*found, preferred, *rungs) if text)
