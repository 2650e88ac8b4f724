"""What is divided must be divided by a key that there is."""

from collections.abc import Iterator

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.schema.scenario import Scenario


def division_findings(scenario: Scenario) -> Iterator[Finding]:
    """Find claims and supplies that are divided by a key that is not there.

    Parameters
    ----------
    scenario
        Right in shape.

    Yields
    ------
    Finding
        One a claim or supply.

    """
    for name, claim in scenario.claims.items():
        yield from _key(scenario, ("claims", name), claim.divided_by)
        if claim.shift is not None and claim.divided_by is None:
            yield Finding(("claims", name, "shift"), "idle_shift", {})
    for name, supply in scenario.supplies.items():
        yield from _key(scenario, ("supplies", name), supply.divided_by)


def _key(scenario: Scenario, path: Key, key: str | None) -> Iterator[Finding]:
    if key is None:
        return
    path = (*path, "divided_by")
    if scenario.division is None:
        yield Finding(path, "no_division", {})
    elif key not in scenario.division.keys:
        guess = closest(key, scenario.division.keys)
        yield Finding(path, "unknown_key", {"name": key, "guess": guess})
