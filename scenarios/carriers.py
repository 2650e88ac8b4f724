"""What in the shipped files carries which statement: rules, claims and supplies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scenarios.catalogue import CATALOGUE, shipped_names

SECTIONS = ("rules", "claims", "supplies")
"""Sections whose entries name the statements they come from."""

OWN_QUESTIONS = ("demo/", "tradeoffs/")
"""Folders of scenarios that ask something of the rules and bring none."""


@dataclass(frozen=True)
class Carrier:
    """An entry of a shipped file.

    Parameters
    ----------
    id
        Its id.
    section
        ``rules``, ``claims`` or ``supplies``.
    kind
        Kind of rule; ``demand`` for a claim, ``supply`` for a supply.
    file
        As ``shipped`` takes it.
    data
        As it stands in the file.

    """

    id: str
    section: str
    kind: str
    file: str
    data: Mapping[str, Any]

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements that it names."""
        source = self.data.get("source")
        named = source.get("statements") if isinstance(source, Mapping) else None
        return tuple(named or ())


@cache
def shipped_carriers() -> tuple[Carrier, ...]:
    """Read all rules, claims and supplies that ship, programmes first."""
    names = [name for name in shipped_names() if not name.startswith(OWN_QUESTIONS)]
    order = sorted(names, key=lambda name: not name.startswith("programmes/"))
    return tuple(carrier for name in order for carrier in _in_file(name))


@cache
def carriers() -> Mapping[str, tuple[Carrier, ...]]:
    """Return what carries each statement, by its id."""
    found: dict[str, tuple[Carrier, ...]] = {}
    for carrier in shipped_carriers():
        for statement in carrier.statements:
            found[statement] = (*found.get(statement, ()), carrier)
    return found


def _in_file(name: str) -> Iterator[Carrier]:
    from ruamel.yaml import YAML

    text = (CATALOGUE / name).read_text(encoding="utf-8")
    tree = YAML(typ="safe").load(text) or {}
    kinds = {"claims": "demand", "supplies": "supply"}
    for section in SECTIONS:
        for entry_id, data in (tree.get(section) or {}).items():
            if isinstance(data, Mapping):
                kind = str(kinds.get(section) or data.get("kind", ""))
                yield Carrier(str(entry_id), section, kind, name, data)
