"""Rules about how far uses keep away from others, new or there already."""

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.numbers import Length
from scenarios.schema.rules.rule import PricedRule, Uses
from scenarios.schema.settings import Expression, SnakeId


class Separation(PricedRule):
    """Op afstand / at a distance."""

    kind: Literal["separation"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen die afstand houden / uses or groups that keep away."""
    others: Uses | None = Field(None, alias="from")
    """Van deze nieuwe gebruiken of groepen / from these new uses or groups."""
    where: Expression | None = None
    """Van cellen waar dit geldt: wat er al is / from cells where this holds."""
    layer: SnakeId | None = None
    """Afstandslaag tot wat er al is / layer of distances to what is there."""
    distance: Length
    """Ten minste deze afstand / at least this far."""

    @model_validator(mode="after")
    def _from_something(self) -> "Separation":
        given = (self.others, self.where, self.layer, self.not_applied)
        if all(value is None for value in given):
            raise PydanticCustomError("from_nothing", "from nothing")
        return self
