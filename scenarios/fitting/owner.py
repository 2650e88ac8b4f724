"""Whose a row or restriction is: ``kind[id, zone]`` belongs to a claim or a rule."""

from dataclasses import dataclass
from typing import Literal

from scenarios.explain.costs import DUTCH_UNITS
from scenarios.row_name import row_name
from scenarios.schema.rules.coverage import Coverage
from scenarios.schema.rules.land import Combination
from scenarios.schema.rules.rows import Budget, Coupling, Demand
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text
from scenarios.words import Language

_UNITS = {form: "ha" for form in ("share", "coverage", "sites", "separation")} | {
    "fixed": "cells"
}
"""Units of the rows of rules that name none."""

_DUTCH = {**DUTCH_UNITS, "cells": "cellen"}

Kind = Literal["claim", "rule", "use"]


@dataclass(frozen=True)
class Owner:
    """Who asks for a row.

    Parameters
    ----------
    kind
        ``claim`` of the scenario, ``rule``, or ``use`` whose patches are restricted.
    id
        Its id.
    zone
        Where it holds, in words; empty where it holds everywhere.
    form
        What kind of row or restriction it is: ``claim``, ``share``, ``patches``, …

    """

    kind: Kind
    id: str
    zone: str
    form: str

    def label(self, scenario: Scenario, language: Language) -> str:
        """Return its name for the reader, with its zone."""
        named = {
            "claim": scenario.claims,
            "rule": scenario.rules,
            "use": scenario.uses,
        }[self.kind]
        label = getattr(named.get(self.id), "label", None)
        if label is None and self.kind == "use":
            label = _combined(scenario, self.id)
        if label is None and self.kind == "claim":
            claim = scenario.claims[self.id]
            quantity = scenario.quantities.get(claim.quantity or self.id)
            label = quantity.label if quantity else None
        name = label.in_language(language) if label else self.id
        return f"{name} ({self.place(scenario)})" if self.place(scenario) else name

    def place(self, scenario: Scenario) -> str:
        """Return where it holds, in words; empty where it holds everywhere."""
        return "" if self.zone == scenario.province else self.zone


def _combined(scenario: Scenario, use: str) -> Text | None:
    """Return the label of a use that combines others: its rule has it."""
    for rule in scenario.rules.values():
        if isinstance(rule, Combination) and rule.use == use:
            return rule.label
    return None


def owner_of(row: str, scenario: Scenario) -> Owner:
    """Return who asks for a row or restriction, by its name."""
    form, name, zone = row_name(row)
    if form == "patches":
        return Owner("use", name, "", form)
    if form == "claim" and name in scenario.claims:
        return Owner("claim", name, zone, form)
    return Owner("rule", name, zone, form)


def unit_of(owner: Owner, scenario: Scenario, language: Language = "en") -> str:
    """Return the unit that a row counts in; empty if it has none."""
    if owner.kind == "claim":
        claim = scenario.claims[owner.id]
        unit = _unit(scenario, claim.quantity or owner.id)
    else:
        rule = scenario.rules.get(owner.id)
        unit = _UNITS.get(owner.form, "")
        if isinstance(rule, Budget):
            unit = str(rule.unit)
        elif isinstance(rule, Demand):
            unit = _unit(scenario, rule.quantity or owner.id)
        elif isinstance(rule, Coupling | Coverage) and rule.quantity is not None:
            unit = _unit(scenario, rule.quantity)
    return in_language(unit, language)


def in_language(unit: str, language: Language) -> str:
    """Write a unit for the reader."""
    return _DUTCH.get(unit, unit) if language == "nl" else unit


def _unit(scenario: Scenario, quantity: str) -> str:
    kind = scenario.quantities.get(quantity)
    return str(kind.unit) if kind else ""
