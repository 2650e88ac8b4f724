"""Rules that are carried and reported: indicators have no place in an allocation."""

from collections.abc import Mapping
from typing import Any, Literal

from scenarios.schema.rules.rule import Hardness, Rule
from scenarios.schema.settings import NonEmpty


class Reporting(Rule):
    """Indicator / indicator."""

    kind: Literal["reporting"]
    """Soort regel / kind of rule."""
    hardness: Hardness = "report"
    """Alleen melden / only reported."""
    indicator: NonEmpty
    """Naam van de indicator / name of the indicator."""
    parameters: Mapping[str, Any] = {}
    """Gegevens bij de regel / what the text says about it."""
