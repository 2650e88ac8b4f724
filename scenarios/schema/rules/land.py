"""Rules about where a use may come and where it is better."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.curve import Curve
from scenarios.schema.numbers import PointsPerHectare, Positive, Share
from scenarios.schema.rules.rule import Hardness, PricedRule, Rule, Uses
from scenarios.schema.settings import (
    Colour,
    Expression,
    RuleId,
    Settings,
    SnakeId,
)
from scenarios.schema.texts import Text


class Exclusion(PricedRule):
    """Dit gebruik niet hier / these uses not here."""

    kind: Literal["exclusion"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""
    where: Expression
    """Waar niet / where not."""
    unless: Expression | None = None
    """Tenzij / unless."""


class SuitabilityRule(Rule):
    """Dit gebruik liever hier / these uses rather here."""

    kind: Literal["suitability"]
    """Soort regel / kind of rule."""
    hardness: Hardness = "soft"
    """Telt altijd als punten / counts as points."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""
    layer: SnakeId
    """Laag / layer."""
    curve: Curve
    """Van waarde naar 0..1 / from value to 0..1."""
    points: PointsPerHectare
    """Punten per hectare bij 1; negatief is aftrek / points per hectare at 1."""


class Rung(Settings):
    """Trede van een voorkeursvolgorde / rung of a ladder."""

    label: Text | None = None
    """Naam / name."""
    where: Expression | None = None
    """Waar; alleen de laatste mag zonder / where; only the last may lack it."""
    points: PointsPerHectare
    """Punten per hectare / points per hectare."""


class Preference(Rule):
    """Voorkeursvolgorde / order of preference."""

    kind: Literal["preference"]
    """Soort regel / kind of rule."""
    hardness: Hardness = "soft"
    """Telt als punten; strict maakt het dwingend / counts as points."""
    uses: Uses | None = None
    """Gebruiken of groepen / uses or groups."""
    rungs: Annotated[tuple[Rung, ...], Field(min_length=1)] | None = None
    """Treden, beste eerst; de eerste die geldt telt / rungs, best first."""
    strict: bool = False
    """Een lagere trede pas als de hogere vol is / lexicographic."""
    programme: RuleId | None = None
    """Of: de zachte regels van dit programma gaan voor; hun ids beginnen zo /
    or: the soft rules of this programme come first; their ids begin like this."""
    factor: Positive | None = None
    """Hun punten en prijzen maal dit getal / their points and prices times this."""

    @model_validator(mode="after")
    def _order_of_something(self) -> "Preference":
        of_land = self.uses is not None and self.rungs is not None
        of_rules = self.programme is not None and self.factor is not None
        given = (self.uses, self.rungs, self.programme, self.factor)
        if of_land == of_rules or sum(value is not None for value in given) != 2:
            raise PydanticCustomError("rungs_or_programme", "rungs or programme")
        return self

    @model_validator(mode="after")
    def _only_last_open(self) -> "Preference":
        for rung in (self.rungs or ())[:-1]:
            if rung.where is None:
                raise PydanticCustomError("only_last_open", "open rung before last")
        return self


class Designation(Rule):
    """Aangewezen plaats / designated place."""

    kind: Literal["designation"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""
    where: Expression
    """Waar / where."""
    status: Literal["fixed", "preferred", "forbidden", "candidate"]
    """Vast, voorkeur, verboden, of alleen hier / what it is designated as."""
    points: PointsPerHectare | None = None
    """Punten per hectare, bij preferred / points per hectare, when preferred."""

    @model_validator(mode="after")
    def _has_points(self) -> "Designation":
        if self.status == "preferred" and self.points is None:
            values = {"wanted": "points", "because": "status: preferred"}
            raise PydanticCustomError("needs", "no points", values)
        return self


class Combination(Rule):
    """Meer functies op één hectare / several uses on one hectare."""

    kind: Literal["combination"]
    """Soort regel / kind of rule."""
    use: SnakeId
    """Id van het gecombineerde gebruik / id of the use that provides both."""
    of: Annotated[tuple[SnakeId, ...], Field(min_length=2, max_length=3)]
    """De twee of drie gebruiken / the two or three uses."""
    credit: Mapping[SnakeId, Share] = {}
    """Deel van de dichtheid dat telt / share of the density that counts."""
    suits_as: SnakeId | None = None
    """Even geschikt als dit ene gebruik; zonder: het gemiddelde /
    as suitable as this one of them; default their mean."""
    colour: Colour | None = None
    """Kleur op de kaart / colour on the map."""
