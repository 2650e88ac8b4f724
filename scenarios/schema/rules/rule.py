"""What all rules share."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.numbers import NotNegative
from scenarios.schema.settings import NonEmpty, Settings
from scenarios.schema.texts import Reference, Text

Hardness = Literal["hard", "soft", "report"]

Uses = Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
"""Names of uses and of groups of uses."""


class Rule(Settings):
    """Regel / rule."""

    label: Text | None = None
    """Naam / name."""
    explanation: Text | None = None
    """Uitleg in één regel / explanation in one line."""
    enabled: bool = True
    """Doet mee / takes part."""
    hardness: Hardness = "hard"
    """Hard, zacht of alleen melden / hard, soft or only reported."""
    price: NotNegative | None = None
    """Punten per eenheid afwijking, bij zacht / points per unit, when soft."""
    source: Reference = Reference()
    """Waar het staat / where it is written."""
    condition: Text | None = None
    """Voorwaarde die de tekst stelt / condition that the text makes."""
    not_applied: Text | None = None
    """Waarom het model dit niet doet; de regel wordt dan alleen gemeld /
    why the model does not do this; the rule is then only reported."""
    assumed: bool = False
    """Aangenomen: getallen in de uitdrukkingen / numbers in expressions are."""
    reason: Text | None = None
    """Waarom zo aangenomen / why so assumed."""

    @model_validator(mode="after")
    def _has_reason(self) -> "Rule":
        if self.assumed and not self.reason:
            raise PydanticCustomError("assumed_reason", "assumed without reason")
        return self


class PricedRule(Rule):
    """A rule that needs a price when it is soft."""

    @model_validator(mode="after")
    def _priced(self) -> "PricedRule":
        if self.hardness != "soft" or self.not_applied is not None:
            return self
        if self.price is None and self._unpriced():
            values = {"wanted": "price", "because": "hardness: soft"}
            raise PydanticCustomError("needs", "no price", values)
        return self

    def _unpriced(self) -> bool:
        return True
