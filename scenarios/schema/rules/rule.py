"""What all rules share."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.numbers import NotNegative
from scenarios.schema.settings import NonEmpty, ProvinceId, Settings
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
    provinces: tuple[ProvinceId, ...] = ()
    """Alleen in deze provincies; leeg: overal / only in these; empty: everywhere."""
    parameters: Mapping[str, Any] = {}
    """Gegevens die de tekst noemt en het model niet gebruikt / not used."""
    waits_for: Literal["number"] | None = None
    """Waarop de regel wacht zolang hij uit staat: een getal dat de tekst open laat /
    what the rule waits for while it is off: a number that the text leaves open."""
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
