"""All checks of meaning together."""

from collections.abc import Iterator

from scenarios.finding import Finding
from scenarios.meaning.division import division_findings
from scenarios.meaning.frontier import frontier_findings
from scenarios.meaning.layers import layer_findings
from scenarios.meaning.names import Names
from scenarios.meaning.province import province_findings
from scenarios.meaning.quantities import quantity_findings
from scenarios.meaning.rows import row_findings
from scenarios.meaning.uses import use_findings
from scenarios.schema.scenario import Scenario


def meaning_findings(scenario: Scenario, names: Names) -> Iterator[Finding]:
    """Find all that can be known to be wrong before data are read.

    Parameters
    ----------
    scenario
        Right in shape.
    names
        What may be referred to.

    Yields
    ------
    Finding
        One a fault, in any order.

    """
    yield from province_findings(scenario)
    yield from use_findings(scenario, names)
    yield from quantity_findings(scenario, names)
    yield from row_findings(scenario, names)
    yield from division_findings(scenario)
    yield from layer_findings(scenario, names)
    yield from frontier_findings(scenario)
