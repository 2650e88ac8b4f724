"""Every quantity must exist, and every number must be in a unit that fits it."""

from collections.abc import Iterator

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.meaning.names import Names
from scenarios.quantity import PLAIN
from scenarios.schema.claim import Claim
from scenarios.schema.numbers import Stated
from scenarios.schema.scenario import Scenario
from scenarios.units import NO_UNIT, ratio, units_of


def quantity_findings(scenario: Scenario, names: Names) -> Iterator[Finding]:
    """Find quantities that do not exist, and units that do not fit.

    Parameters
    ----------
    scenario
        Right in shape.
    names
        What is known.

    Yields
    ------
    Finding
        One a reference or number.

    """
    for use_id, use in scenario.uses.items():
        for quantity, density in use.provides.items():
            path: Key = ("uses", use_id, "provides", quantity)
            yield from unknown_quantity(names, path, quantity, at_key=True)
            wanted = ratio(names.quantities.get(quantity), "area")
            yield from wrong_unit(path, density, wanted)
    for name, claim in scenario.claims.items():
        yield from claim_findings(names, ("claims", name), claim)
    for name, supply in scenario.supplies.items():
        path = ("supplies", name)
        yield from unknown_quantity(names, (*path, "quantity"), supply.quantity)
        dimension = names.quantities.get(supply.quantity)
        yield from wrong_unit((*path, "cap"), supply.cap, dimension)
        price = ratio("score", dimension)
        yield from wrong_unit((*path, "points"), supply.points, price)


def claim_findings(names: Names, path: Key, claim: Claim) -> Iterator[Finding]:
    """Check quantity, target and price of a claim.

    Parameters
    ----------
    names
        What is known.
    path
        Way to the claim; its last part is the default quantity.
    claim
        A claim, or a rule that is one.

    Yields
    ------
    Finding
        One a fault.

    """
    quantity = claim.quantity or str(path[-1])
    at = (*path, "quantity") if claim.quantity else path
    yield from unknown_quantity(names, at, quantity, at_key=claim.quantity is None)
    dimension = names.quantities.get(quantity)
    target = claim.target
    yield from wrong_unit((*path, "target"), target.value, dimension)
    yield from wrong_unit((*path, "target", "min"), target.min, dimension)
    yield from wrong_unit((*path, "target", "max"), target.max, dimension)
    price = ratio("score", dimension)
    yield from wrong_unit((*path, "shortfall", "price"), claim.shortfall.price, price)


def unknown_quantity(
    names: Names, path: Key, name: str, *, at_key: bool = False
) -> Iterator[Finding]:
    """Find out whether a quantity is unknown.

    Parameters
    ----------
    names
        What is known.
    path
        Way to the reference.
    name
        What it says.
    at_key
        Whether the name is a key.

    Yields
    ------
    Finding
        One if it is unknown.

    """
    if name not in names.quantities:
        values = {"name": name, "guess": closest(name, names.quantities)}
        yield Finding(path, "unknown_quantity", values, at_key=at_key)


def wrong_unit(
    path: Key, number: Stated | None, dimension: str | None
) -> Iterator[Finding]:
    """Find out whether a number measures something else than it must.

    Parameters
    ----------
    path
        Way to the number.
    number
        None is never wrong.
    dimension
        What it must measure; None: not known because of another fault.

    Yields
    ------
    Finding
        One if it does.

    """
    if number is None or dimension is None or number.dimension == dimension:
        return
    if number.unit == NO_UNIT and dimension in PLAIN:
        return
    values = {"units": units_of(dimension), "got": str(number)}
    yield Finding(path, "quantity_unit", values)
