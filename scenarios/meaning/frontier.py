"""A frontier must be between two numbers that the scenario has, about its rules."""

from collections.abc import Iterator

from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.schema.rules.reporting import Reporting
from scenarios.schema.scenario import Scenario


def frontier_findings(scenario: Scenario) -> Iterator[Finding]:
    """Find names of a frontier that are no quantity and no indicator.

    Parameters
    ----------
    scenario
        Right in shape.

    Yields
    ------
    Finding
        One a name.

    """
    if scenario.frontier is None:
        return
    first, second = scenario.frontier.between
    if first == second:
        yield Finding(("frontier", "between"), "frontier_twice", {"name": first})
    indicators = {
        rule.indicator
        for rule in scenario.rules.values()
        if isinstance(rule, Reporting)
    }
    known = {*scenario.quantities, *indicators}
    for index, name in enumerate((first, second)):
        if name not in known:
            values = {"name": name, "guess": closest(name, known)}
            path = ("frontier", "between", index)
            yield Finding(path, "unknown_between", values)
    for index, rule in enumerate(scenario.frontier.rules):
        if rule not in scenario.rules:
            values = {"name": rule, "guess": closest(rule, scenario.rules)}
            yield Finding(("frontier", "rules", index), "unknown_rule", values)
