"""Indicators: numbers of a plan that are reported and take no part in choosing it."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.curve import Curve
from scenarios.schema.numbers import AnyNumber, Length
from scenarios.schema.rules.rule import Hardness, Rule, Uses
from scenarios.schema.settings import Expression, NonEmpty, Settings, SnakeId


class Measure(Settings):
    """Wat er wordt geteld, cel voor cel / what is counted, cell by cell."""

    uses: Uses | None = None
    """Hectares nieuw land van deze gebruiken of groepen / hectares of new land."""
    quantity: SnakeId | None = None
    """Of: wat het plan op land levert / or: what the plan provides on land."""
    layer: SnakeId | None = None
    """Of: wat er is, een laag per hectare (inwoners) / or: what is there, per ha."""
    lost: SnakeId | None = None
    """Of: hectares van deze laag op land dat verandert / or: hectares of this layer
    on land that changes use."""
    land: bool = False
    """Of: alle hectares / or: all hectares."""
    stays: bool = False
    """Of: hectares die blijven wat ze zijn / or: hectares that stay as they are."""
    where: Expression | None = None
    """Alleen hier / here only."""
    near: Uses | None = None
    """Alleen binnen bereik van deze nieuwe gebruiken / within reach of these only."""
    reach: Length | None = None
    """Hoe ver dat bereik is / how far that reach is."""
    or_where: Expression | None = None
    """Ook hier, buiten dat bereik / here too, beyond that reach."""
    weight: SnakeId | None = None
    """Maal de waarde van deze laag / times the value of this layer."""
    curve: Curve | None = None
    """Die waarde eerst naar 0..1 / that value to 0..1 first."""
    times: AnyNumber | None = None
    """Maal dit getal / times this number."""

    @model_validator(mode="after")
    def _one_thing(self) -> "Measure":
        land = self.land or self.stays or None
        things = (self.uses, self.quantity, self.layer, self.lost, land)
        both = self.land and self.stays
        if both or sum(thing is not None for thing in things) != 1:
            raise PydanticCustomError("one_measure", "not one thing")
        if (self.near is None) != (self.reach is None):
            raise PydanticCustomError("near_both", "near without reach")
        return self


class Reporting(Rule):
    """Indicator / indicator."""

    kind: Literal["reporting"]
    """Soort regel / kind of rule."""
    hardness: Hardness = "report"
    """Alleen melden / only reported."""
    indicator: SnakeId
    """Naam van de indicator / name of the indicator."""
    unit: NonEmpty = "ha"
    """Eenheid / unit."""
    measure: Measure | None = None
    """Wat er wordt geteld / what is counted."""
    share_of: Measure | None = None
    """Als deel hiervan / as a share of this."""
    spread_over: SnakeId | None = None
    """Of: hoe ongelijk over deze gebieden, 0 (gelijk) tot 1 / or: how unevenly over
    these zones, 0 (even) to 1."""

    @model_validator(mode="after")
    def _measured(self) -> "Reporting":
        if self.measure is None and self.not_applied is None:
            raise PydanticCustomError("unmeasured", "no measure")
        return self
