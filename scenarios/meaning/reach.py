"""For whom a coverage rule asks how much: names and units of ``of`` and ``least``."""

from collections.abc import Iterator

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.meaning.names import Names
from scenarios.meaning.quantities import unknown_quantity
from scenarios.quantity import PLAIN
from scenarios.schema.rules.coverage import Coverage
from scenarios.units import NO_UNIT, ratio, units_of

PERSONS = "persons"
"""Dimension of inhabitants."""


def counted_dimension(names: Names, rule: Coverage) -> str | None:
    """Say in what is measured what a block has; None if not known."""
    if rule.quantity is None:
        return "area"
    return names.quantities.get(rule.quantity)


def asked_dimensions(names: Names, rule: Coverage) -> tuple[str | None, ...]:
    """Say what ``least`` may measure.

    Parameters
    ----------
    names
        What is known.
    rule
        The rule.

    Returns
    -------
    tuple[str | None, ...]
        An amount, or an amount per inhabitant, unit of a quantity or hectare of a use.

    """
    counted = counted_dimension(names, rule)
    if rule.of is None:
        return (counted,)
    if rule.of in names.quantities:
        return (ratio(counted, names.quantities[rule.of]),)
    if rule.of in names.uses | names.groups:
        return (ratio(counted, "area"),)
    return counted, ratio(counted, PERSONS)


def coverage_findings(names: Names, path: Key, rule: Coverage) -> Iterator[Finding]:
    """Find what is named and does not exist, and units that do not fit.

    Parameters
    ----------
    names
        What is known.
    path
        Way to the rule.
    rule
        The rule.

    Yields
    ------
    Finding
        One a fault.

    """
    if rule.quantity is not None:
        yield from unknown_quantity(names, (*path, "quantity"), rule.quantity)
    known = names.layers | names.uses | names.groups | names.quantities.keys()
    if rule.of is not None and rule.of not in known:
        unknown: dict[str, object] = {"name": rule.of, "guess": closest(rule.of, known)}
        yield Finding((*path, "of"), "unknown_of", unknown)
        return
    wanted = [found for found in asked_dimensions(names, rule) if found is not None]
    number = rule.least
    if number is None or not wanted or number.dimension in wanted:
        return
    if number.unit == NO_UNIT and set(wanted) & PLAIN:
        return
    units = [unit for dimension in wanted for unit in units_of(dimension)]
    values: dict[str, object] = {"units": units, "got": str(number)}
    yield Finding((*path, "least"), "quantity_unit", values)
