"""Uses of land, and what makes land suitable for them."""

from collections.abc import Mapping
from typing import Literal

from scenarios.schema.curve import Curve
from scenarios.schema.numbers import NotNegative, PointsPerHectare, Stated, Weight
from scenarios.schema.settings import Colour, Settings, SnakeId
from scenarios.schema.texts import Text


class Factor(Settings):
    """Eén laag die meetelt voor de geschiktheid / one layer of the suitability."""

    layer: SnakeId
    """Naam van de laag / name of the layer."""
    curve: Curve
    """Van waarde naar 0..1 / from value to 0..1."""
    weight: Weight = Stated.model_validate(1)
    """Gewicht naast de andere factoren / weight beside the other factors."""
    label: Text | None = None
    """Naam van de factor / name of the factor."""


class Suitability(Settings):
    """Hoe goed het land past / how well the land fits."""

    points: PointsPerHectare
    """Punten van een volledig geschikte hectare / points of a perfect hectare."""
    combine: Literal["mean", "geometric"] = "mean"
    """Gewogen gemiddelde of meetkundig / weighted mean or geometric mean."""
    factors: Mapping[SnakeId, Factor] = {}
    """Lagen die meetellen / layers that count."""


class Use(Settings):
    """Grondgebruik / use of land."""

    label: Text | None = None
    """Naam / name."""
    colour: Colour | None = None
    """Kleur op de kaart / colour on the map."""
    enabled: bool = True
    """Doet mee / takes part."""
    alone: bool = True
    """Komt ook op zichzelf; anders alleen in combinaties / also by itself;
    otherwise only in combinations."""
    provides: Mapping[SnakeId, NotNegative] = {}
    """Wat een hectare levert / what a hectare provides, per quantity."""
    suitability: Suitability | None = None
    """Hoe goed het land past / how well the land fits."""

    @property
    def active(self) -> bool:
        """Whether it takes part: enabled, and providing something."""
        return self.enabled and bool(self.provides)
