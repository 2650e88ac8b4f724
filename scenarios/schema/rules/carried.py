"""Rules that are carried and reported, and not applied by the present engines."""

from collections.abc import Mapping
from typing import Any, Literal

from scenarios.schema.rules.rule import Hardness, Rule, Uses
from scenarios.schema.settings import NonEmpty


class Carried(Rule):
    """A rule that is only reported."""

    hardness: Hardness = "report"
    """Alleen melden / only reported."""
    parameters: Mapping[str, Any] = {}
    """Gegevens bij de regel / what the text says about it."""


class Contiguity(Carried):
    """Aaneengesloten / contiguous."""

    kind: Literal["contiguity"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""


class Separation(Carried):
    """Op afstand / at a distance."""

    kind: Literal["separation"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""


class Coverage(Carried):
    """Overal dichtbij / near to everyone."""

    kind: Literal["coverage"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""


class Reporting(Carried):
    """Indicator / indicator."""

    kind: Literal["reporting"]
    """Soort regel / kind of rule."""
    indicator: NonEmpty
    """Naam van de indicator / name of the indicator."""
