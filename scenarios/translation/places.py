"""Where a rule of some provinces holds: in one of them, or in their zones of a country.

A scenario of a country divides its claims over provinces, so it knows which cells lie
in which. A rule of some of them then holds on their cells, as if each was run alone.
"""

import unicodedata
from dataclasses import replace

import numpy as np

from scenarios.meaning.province import PUZZELLAND
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import (
    Designation,
    Exclusion,
    Preference,
    SuitabilityRule,
)
from scenarios.schema.rules.rows import Budget, Coupling, Demand, ShareRule
from scenarios.translation.context import Context, MissingLayerError
from scenarios.translation.reason import Reason

BY_CELL = (
    Exclusion,
    SuitabilityRule,
    Preference,
    Designation,
    Demand,
    ShareRule,
    Budget,
    Coupling,
)
"""Kinds of rules that can hold on some of the cells; a distance or a patch cannot."""


def place_of(context: Context, rule: AnyRule) -> Context | Reason:
    """Return the context in which a rule holds, or why it holds nowhere here."""
    if not rule.provinces or context.province.name in (*rule.provinces, PUZZELLAND):
        return context
    division = context.scenario.division
    if division is None:
        return Reason("elsewhere", rule.provinces)
    try:
        zones = context.partition(division.layer)
    except MissingLayerError as error:
        return Reason("layer", (error.name,))
    named = [province_id(label) in rule.provinces for label in zones.labels]
    if not any(named):
        return Reason("elsewhere", rule.provinces)
    if not isinstance(rule, BY_CELL):
        return Reason("in_part", rule.provinces)
    inside = np.array([*named, False])[zones.zone]
    return replace(context, inside=inside, _partitions={})


def province_id(label: str) -> str:
    """Return the id of a province by its name: ``fryslan`` of ``Fryslân``."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    return plain.lower().replace(" ", "-")
