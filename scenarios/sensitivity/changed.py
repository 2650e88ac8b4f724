"""A scenario with one value replaced.

Only the entry that holds the value is checked again (a use, a claim, a rule), which
takes milliseconds where all rules take seconds. It is the scenario that a file would
give with the value written in.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scenarios.faults import Key
from scenarios.load import LoadedScenario
from scenarios.schema.scenario import Scenario


def with_value(loaded: LoadedScenario, path: Key, value: Any) -> LoadedScenario:
    """Return a scenario in which a number or a curve is another.

    Parameters
    ----------
    loaded
        The scenario.
    path
        Way to the number.
    value
        As it would be written; of a curve its form with its numbers.

    Raises
    ------
    pydantic.ValidationError
        If it cannot be so.

    """
    section = str(path[0])
    changed = _put(loaded.resolved, path, value)
    is_map = isinstance(getattr(loaded.scenario, section), Mapping)
    part = {path[1]: changed[section][path[1]]} if is_map else changed[section]
    bare = {"name": loaded.scenario.name, "province": loaded.scenario.province}
    found = getattr(Scenario.model_validate({**bare, section: part}), section)
    whole = {**getattr(loaded.scenario, section), **found} if is_map else found
    scenario = loaded.scenario.model_copy(update={section: whole})
    return replace(loaded, scenario=scenario, resolved=changed)


def _put(data: Any, path: Key, value: Any) -> Any:
    """Copy what lies along a way, and put a value at its end."""
    if not path:
        return _in_place_of(data, value)
    key, *rest = path
    if isinstance(data, list | tuple):
        return [
            _put(entry, tuple(rest), value) if at == key else entry
            for at, entry in enumerate(data)
        ]
    held = data or {}
    return {**held, key: _put(held.get(key), tuple(rest), value)}


def _in_place_of(data: Any, value: Any) -> Any:
    """Keep reason and source beside a value."""
    if isinstance(data, Mapping):
        return {**data, **(value if isinstance(value, Mapping) else {"value": value})}
    return value
