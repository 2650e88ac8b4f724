"""What differs between the scenarios of runs, by meaning and not by spelling.

The resolved scenarios are laid side by side value by value. ``1 km`` and ``1000 m``
are the same, and so are ``35 homes/ha`` and the same number with a reason beside it;
texts that only explain (labels, quotes, reasons) are left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grids.sentence import Sentence

FILE = "scenario.resolved.yaml"
"""Name of the resolved scenario in a run folder."""

ONLY_TEXT = frozenset(
    {"label", "explanation", "description", "source", "reason", "note", "quote"}
    | {"name", "schema", "colour", "licence", "date"}
)
"""Keys below which nothing changes what is computed."""

ORDER = ("claims", "rules", "uses", "supplies", "stays", "layers")
"""Parts of a scenario in the order in which a reader wants them; others follow."""

Path_ = tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """One value that is not the same in all scenarios.

    Parameters
    ----------
    path
        Keys from the top of the scenario.
    values
        As written per scenario, None where it has no such key.

    """

    path: Path_
    values: tuple[str | None, ...]

    @property
    def part(self) -> str:
        """Top key: ``claims``, ``rules``, ..."""
        return self.path[0]


def read_scenario(run_dir: Path) -> Mapping[str, Any]:
    """Read the resolved scenario of a run.

    Raises
    ------
    FileNotFoundError
        If the run has none.
    ValueError
        If it is damaged.

    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    path = run_dir / FILE
    try:
        found = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        raise ValueError(
            Sentence(
                "{path} must be YAML, but is damaged ({why})", path=path, why=error
            )
        ) from error
    if not isinstance(found, Mapping):
        raise ValueError(
            Sentence(
                "{path} must hold a mapping, got {got}",
                path=path,
                got=type(found).__name__,
            )
        )
    return found


def differences(scenarios: Sequence[Mapping[str, Any]]) -> tuple[Difference, ...]:
    """Return all values that are not the same in all scenarios.

    Parameters
    ----------
    scenarios
        Resolved scenarios, as read.

    """
    flat = [dict(_leaves(scenario, ())) for scenario in scenarios]
    differ = {
        path
        for path in {path for values in flat for path in values}
        if len({_meaning(values.get(path)) for values in flat}) > 1
    }
    kept = [
        {path: values[path] for path in values if path in differ} for values in flat
    ]
    return _rows(kept)


def settings(scenarios: Sequence[Mapping[str, Any]]) -> tuple[Difference, ...]:
    """Return all values of all scenarios, also those that are the same."""
    return _rows([dict(_leaves(scenario, ())) for scenario in scenarios])


def _rows(flat: Sequence[Mapping[Path_, Any]]) -> tuple[Difference, ...]:
    """Return a row per path, in the order in which a reader wants them."""
    found = [
        Difference(path, tuple(_shown(values.get(path)) for values in flat))
        for path in dict.fromkeys(path for values in flat for path in values)
    ]
    return tuple(sorted(found, key=lambda one: (_rank(one.part), one.path)))


def _rank(part: str) -> int:
    """Return where a part of a scenario stands in the list."""
    return ORDER.index(part) if part in ORDER else len(ORDER)


def _leaves(value: Any, path: Path_) -> Iterator[tuple[Path_, Any]]:
    """Go through a scenario; a number with its reason is one value."""
    if isinstance(value, Mapping) and "value" in value:
        yield path, value["value"]
    elif isinstance(value, Mapping) and value:
        for key, entry in value.items():
            if str(key) not in ONLY_TEXT:
                yield from _leaves(entry, (*path, str(key)))
    else:
        yield path, value


def _meaning(value: Any) -> str:
    """Return a text that is the same for what means the same."""
    from scenarios.quantity import QuantityError, parse_quantity

    if isinstance(value, str):
        try:
            quantity = parse_quantity(value)
        except QuantityError:
            return " ".join(value.split())
        return f"{quantity.value:.12g} {quantity.dimension}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{float(value):.12g} share"
    return json.dumps(value, sort_keys=True, default=str)


def _shown(value: Any) -> str | None:
    """Return a value as a reader knows it from the file; None where there is none."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(_shown(entry) or "~" for entry in value)
    return json.dumps(value, ensure_ascii=False, default=str)
