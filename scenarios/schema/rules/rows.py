"""Rules that become rows: how much of what in which zone."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.claim import Claim
from scenarios.schema.numbers import AnyNumber, NotNegative, Positive, Share
from scenarios.schema.rules.rule import PricedRule, Uses
from scenarios.schema.settings import Expression, NonEmpty, SnakeId
from scenarios.schema.units import UnitName


class Demand(PricedRule, Claim):
    """Claim als regel / a claim as a rule."""

    kind: Literal["demand"]
    """Soort regel / kind of rule."""

    def _unpriced(self) -> bool:
        return not self.shortfall.allowed


class ShareRule(PricedRule):
    """Tussen min en max van een gebied / between min and max of a zone."""

    kind: Literal["share"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""
    per: SnakeId | None = None
    """Gebiedslaag; zonder: de hele provincie / zone layer; default the province."""
    within: Expression | None = None
    """Het land dat meetelt / the land that counts."""
    min: Share | None = None
    """Ten minste dit deel / at least this share."""
    max: Share | None = None
    """Ten hoogste dit deel / at most this share."""
    existing: SnakeId | None = None
    """Laag met wat er al is en meetelt / layer of what is there and counts."""

    @model_validator(mode="after")
    def _ordered(self) -> "ShareRule":
        if self.min is None and self.max is None:
            raise PydanticCustomError("no_limits", "no limit")
        if self.min and self.max and self.min.value > self.max.value:
            values = {"least": str(self.min), "most": str(self.max)}
            raise PydanticCustomError("min_above_max", "min > max", values)
        return self


def _form(capacity: Any) -> str:
    """Tell a layer's name from a number."""
    is_name = isinstance(capacity, str) and capacity[:1].isalpha()
    return "layer" if is_name else "number"


Capacity = Annotated[
    Annotated[NotNegative, Tag("number")] | Annotated[SnakeId, Tag("layer")],
    Discriminator(_form),
]
"""A number, or the name of a layer that holds it per zone."""


class Budget(PricedRule):
    """Belasting past binnen de ruimte / load fits in the capacity of a zone."""

    kind: Literal["budget"]
    """Soort regel / kind of rule."""
    per: SnakeId | None = None
    """Gebiedslaag; zonder: de hele provincie / zone layer; default the province."""
    load: Annotated[Mapping[NonEmpty, AnyNumber], Field(min_length=1)]
    """Belasting per hectare, per gebruik of groep / load per hectare, per use."""
    capacity: Capacity
    """Ruimte: getal of naam van een laag / number or name of a layer."""
    unit: UnitName
    """Eenheid van belasting en ruimte / unit of load and capacity."""
    within: Expression | None = None
    """Alleen hier telt de belasting / the load counts here only."""


class Coupling(PricedRule):
    """De ene grootheid groeit met de andere / one quantity grows with another."""

    kind: Literal["coupling"]
    """Soort regel / kind of rule."""
    quantity: SnakeId
    """Grootheid die mee moet groeien / quantity that must grow along."""
    at_least: Positive
    """Ten minste zoveel per eenheid / at least this much per unit of the other."""
    of: SnakeId | None = None
    """De andere grootheid / the other quantity."""
    within: Expression | None = None
    """Alleen hier telt de andere / the other counts here only."""
    lost: Expression | None = None
    """Of: hectares hier die een andere functie krijgen / or: hectares here that change
    use; land that provides the quantity again makes up for itself."""
    per: SnakeId | None = None
    """Gebiedslaag; zonder: de hele provincie / zone layer; default the province."""

    @model_validator(mode="after")
    def _one_other(self) -> "Coupling":
        if (self.of is None) == (self.lost is None):
            raise PydanticCustomError("of_or_lost", "of or lost")
        return self
