"""Quantities, loads and prices of the rules that become rows."""

from collections.abc import Iterator

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.meaning.names import Names
from scenarios.meaning.quantities import claim_findings, unknown_quantity, wrong_unit
from scenarios.meaning.reach import counted_dimension, coverage_findings
from scenarios.schema.numbers import Stated
from scenarios.schema.rules.contiguity import Contiguity
from scenarios.schema.rules.coverage import Coverage
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import Exclusion
from scenarios.schema.rules.reporting import Reporting
from scenarios.schema.rules.rows import Budget, Coupling, Demand, ShareRule
from scenarios.schema.rules.separation import Separation
from scenarios.schema.scenario import Scenario
from scenarios.units import dimension_of, ratio


def row_findings(scenario: Scenario, names: Names) -> Iterator[Finding]:
    """Check numbers of rules against their quantities and units.

    Parameters
    ----------
    scenario
        Right in shape.
    names
        What is known.

    Yields
    ------
    Finding
        One a fault.

    """
    for name, rule in scenario.rules.items():
        path: Key = ("rules", name)
        if isinstance(rule, Demand):
            yield from claim_findings(names, path, rule)
        if isinstance(rule, Budget):
            yield from _in_budget(path, rule)
        if isinstance(rule, Coupling):
            yield from _in_coupling(names, path, rule)
        if isinstance(rule, Coverage):
            yield from coverage_findings(names, path, rule)
        if isinstance(rule, Reporting):
            for key in ("measure", "share_of"):
                quantity = getattr(getattr(rule, key), "quantity", None)
                if quantity is not None:
                    at = (*path, key, "quantity")
                    yield from unknown_quantity(names, at, quantity)
        if isinstance(rule, Contiguity):
            yield from wrong_unit((*path, "price"), rule.price, "score")
            clusters = rule.clusters.price if rule.clusters else None
            price_path = (*path, "clusters", "price")
            yield from wrong_unit(price_path, clusters, "score/area")
        price = ratio("score", _row_dimension(names, name, rule))
        yield from wrong_unit((*path, "price"), rule.price, price)


def _in_budget(path: Key, rule: Budget) -> Iterator[Finding]:
    dimension = dimension_of(rule.unit)
    for use, load in rule.load.items():
        yield from wrong_unit((*path, "load", use), load, ratio(dimension, "area"))
    if isinstance(rule.capacity, Stated):
        yield from wrong_unit((*path, "capacity"), rule.capacity, dimension)


def _in_coupling(names: Names, path: Key, rule: Coupling) -> Iterator[Finding]:
    yield from unknown_quantity(names, (*path, "quantity"), rule.quantity)
    known = names.quantities
    of = "area"  # of land that is lost
    if rule.of is not None:
        yield from unknown_quantity(names, (*path, "of"), rule.of)
        of = known.get(rule.of) or ""
    wanted = ratio(known.get(rule.quantity), of or None)
    yield from wrong_unit((*path, "at_least"), rule.at_least, wanted)


def _row_dimension(names: Names, name: str, rule: AnyRule) -> str | None:
    """Say in what the distance from a rule is measured."""
    if isinstance(rule, ShareRule | Exclusion | Separation):
        return "area"
    if isinstance(rule, Budget):
        return dimension_of(rule.unit)
    if isinstance(rule, Demand):
        return names.quantities.get(rule.quantity or name)
    if isinstance(rule, Coupling):
        return names.quantities.get(rule.quantity)
    if isinstance(rule, Coverage):
        return counted_dimension(names, rule)
    return None
