"""The ledger: every statement of the programmes, and what became of it.

``ledger.csv`` lists all statements with programme and kind; a statement that is no
matter of land has the code of its reason, one that repeats another names it. What
rules carry stands with the rules: ``source.statements`` of the shipped files. The two
together account for every statement.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from scenarios.carriers import Carrier, carriers
from scenarios.schema.texts import Text

Fate = Literal["rule", "indicator", "process", "unmapped"]
"""What became of a statement."""

FATES: tuple[Fate, ...] = ("rule", "indicator", "process", "unmapped")


@dataclass(frozen=True)
class Entry:
    """One statement.

    Parameters
    ----------
    statement
        Its id.
    programme, kind
        As read from the text.
    same_as
        Id of the statement that it repeats, or empty.
    process
        Code of the reason why no rule carries it, or empty.

    """

    statement: str
    programme: str
    kind: str
    same_as: str
    process: str


@cache
def ledger() -> tuple[Entry, ...]:
    """Return all statements in the order of the text."""
    return tuple(Entry(**row) for row in _rows("ledger.csv"))


@cache
def process_reasons() -> Mapping[str, Text]:
    """Return why a statement has no place in an allocation, by code."""
    rows = _rows("ledger_reasons.csv")
    return {row["process"]: Text(nl=row["nl"], en=row["en"]) for row in rows}


def carried_by(entry: Entry) -> tuple[Carrier, ...]:
    """Name what carries a statement; a repeat is carried with its original."""
    found = carriers().get(entry.statement, ())
    return found or carriers().get(entry.same_as, ())


def fate(entry: Entry) -> Fate:
    """Say what became of a statement.

    A repeat shares the fate of its original.
    """
    carried = carried_by(entry)
    if any(carrier.kind != "reporting" for carrier in carried):
        return "rule"
    if carried:
        return "indicator"
    return "process" if _reason_code(entry) else "unmapped"


def programme_of(rule_id: str, statements: Sequence[str]) -> str:
    """Name the programme of a rule: that of its first statement, or its prefix."""
    known = _programmes()
    found = (known[name] for name in statements if name in known)
    return next(found, rule_id.partition("-")[0])


@cache
def _programmes() -> Mapping[str, str]:
    return {entry.statement: entry.programme for entry in ledger()}


def reason_of(entry: Entry) -> Text | None:
    """Say why no rule carries a statement."""
    return process_reasons().get(_reason_code(entry))


def fates() -> Mapping[tuple[str, str], Counter[Fate]]:
    """Count statements by programme and kind."""
    found: dict[tuple[str, str], Counter[Fate]] = {}
    for entry in ledger():
        place = entry.programme, entry.kind
        found.setdefault(place, Counter())[fate(entry)] += 1
    return found


def _reason_code(entry: Entry) -> str:
    if entry.process or not entry.same_as:
        return entry.process
    return next(
        (other.process for other in ledger() if other.statement == entry.same_as), ""
    )


def _rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
