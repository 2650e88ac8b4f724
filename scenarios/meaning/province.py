"""A real province needs an area; only Puzzelland is synthetic."""

from collections.abc import Iterator

from scenarios.finding import Finding
from scenarios.schema.scenario import Scenario

PUZZELLAND = "puzzelland"
"""Id of the synthetic province."""


def province_findings(scenario: Scenario) -> Iterator[Finding]:
    """Check that area and synthetic fit the province.

    Parameters
    ----------
    scenario
        Right in shape.

    Yields
    ------
    Finding
        One a fault.

    """
    if scenario.province == PUZZELLAND:
        return
    values = {"name": scenario.province}
    if scenario.area is None:
        yield Finding(("province",), "area_missing", values)
    if "synthetic" in scenario.model_fields_set:
        yield Finding(("synthetic",), "only_puzzelland", values, at_key=True)
