"""Claims on land, and supplies that need no land."""

import math
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from scenarios.schema.numbers import (
    SCALAR,
    AnyNumber,
    Excess,
    NotNegative,
    Positive,
    Stated,
)
from scenarios.schema.settings import Expression, Label, Settings, SnakeId
from scenarios.schema.texts import ONE_OR_TWO, Reference, Text

_STATED = frozenset({"value", "assumed", "reason", "source"})


class Target(Settings):
    """Hoeveel: één getal, of min en max / how much: one number, or min and max."""

    value: Positive | None = None
    """Ten minste dit; ten hoogste de tolerantie erboven / the least."""
    min: NotNegative | None = None
    """Ten minste / at least."""
    max: NotNegative | None = None
    """Ten hoogste / at most."""

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, data: Any) -> Any:
        """Take a number, or a number with its origin, as the value."""
        if not isinstance(data, Mapping):
            return data if isinstance(data, Target) else {"value": data}
        if "value" not in data:
            return data
        stated = {key: data[key] for key in _STATED & data.keys()}
        others = {key: data[key] for key in data.keys() - _STATED}
        return {"value": stated, **others}

    @model_validator(mode="after")
    def _ordered(self) -> "Target":
        if self.value and (self.min or self.max):
            raise PydanticCustomError("value_or_limits", "value and limits")
        if not (self.value or self.min or self.max):
            raise PydanticCustomError("no_limits", "no limit")
        if self.min and self.max and self.min.value > self.max.value:
            values = {"least": str(self.min), "most": str(self.max)}
            raise PydanticCustomError("min_above_max", "min > max", values)
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow a number, a number with its origin, or min and max."""
        ref = handler(core)
        own = handler.resolve_ref_schema(ref)
        own["properties"] |= {
            "value": SCALAR,
            "assumed": {"type": "boolean"},
            "reason": ONE_OR_TWO,
            "source": {"type": "string"},
        }
        return {"anyOf": [SCALAR, ref]}

    @property
    def numbers(self) -> tuple[Stated, ...]:
        """The numbers that are given."""
        return tuple(
            number for number in (self.value, self.min, self.max) if number is not None
        )

    def limits(self, tolerance: float) -> tuple[float, float]:
        """Give the least and the most.

        Parameters
        ----------
        tolerance
            How far above a single value the most lies [0..].

        Returns
        -------
        tuple[float, float]
            In the base unit; infinity where there is no most.

        """
        if self.value is not None:
            return self.value.value, self.value.value * (1 + tolerance)
        least = 0.0 if self.min is None else self.min.value
        return least, math.inf if self.max is None else self.max.value


class ZoneChoice(Settings):
    """Gebied waarvoor de claim geldt / zone in which the claim holds."""

    layer: SnakeId
    """Gebiedslaag / zone layer."""
    name: Label | None = None
    """Naam van het gebied / name of the zone."""
    names: Annotated[tuple[Label, ...], Field(min_length=1)] | None = None
    """Namen van de gebieden, samen / names of the zones, taken together."""

    @model_validator(mode="after")
    def _one(self) -> "ZoneChoice":
        if (self.name is None) == (self.names is None):
            raise PydanticCustomError("zone_names", "name or names")
        return self

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of the zones that count together."""
        return self.names or (self.name or "",)


class Shortfall(Settings):
    """Mag het minder worden, en tegen welke prijs / may it fall short."""

    allowed: bool = False
    """Tekort mag / a shortfall may stay."""
    price: NotNegative | None = None
    """Punten per eenheid tekort / points per unit of shortfall."""

    @model_validator(mode="after")
    def _priced(self) -> "Shortfall":
        if self.allowed and self.price is None:
            values = {"wanted": "price", "because": "allowed: true"}
            raise PydanticCustomError("needs", "no price", values)
        return self


class Claim(Settings):
    """Ruimteclaim / claim."""

    quantity: SnakeId | None = None
    """Grootheid; zonder: het id van de claim / quantity; default the claim's id."""
    target: Target
    """Hoeveel / how much."""
    tolerance: Excess = Stated.model_validate("2 %")
    """Hoeveel erboven mag bij één getal / how far above a single number."""
    zone: ZoneChoice | None = None
    """In dit gebied / in this zone; default the whole province."""
    per: SnakeId | None = None
    """Hetzelfde in elk gebied van deze laag / the same in every zone of a layer."""
    within: Expression | None = None
    """Alleen hier telt het land / land counts here only."""
    divided_by: SnakeId | None = None
    """Verdeelsleutel: elk gebied zijn deel / key: each zone its part."""
    shift: Excess | None = None
    """Hoe ver een gebied van zijn deel mag afwijken; zonder: als de verdeling / how
    far a zone may depart from its part; default that of the division."""
    shortfall: Shortfall = Shortfall()
    """Mag het minder worden / may it fall short."""
    priority: Annotated[int, Field(ge=0)] = 0
    """Voorrang als niet alles past: een hogere wijkt later / who gives way when not
    all fits: a higher one gives way later."""
    label: Text | None = None
    """Naam / name."""
    source: Reference = Reference()
    """Waar het staat / where it is written."""

    @model_validator(mode="after")
    def _one_place(self) -> "Claim":
        if self.per and self.zone:
            raise PydanticCustomError("per_and_zone", "per and zone")
        if self.divided_by and (self.per or self.zone or self.within):
            raise PydanticCustomError("divided_and_zone", "divided and zone")
        return self

    def limits(self) -> tuple[float, float]:
        """Give the least and the most, in the base unit of the quantity.

        Returns
        -------
        tuple[float, float]
            Infinity where there is no most.

        """
        return self.target.limits(self.tolerance.value)


class Supply(Settings):
    """Aanbod zonder ruimte / supply without land."""

    quantity: SnakeId
    """Grootheid / quantity."""
    cap: NotNegative
    """Ten hoogste / at most."""
    points: AnyNumber | None = None
    """Punten per eenheid; zonder: 0 / points per unit; default 0."""
    divided_by: SnakeId | None = None
    """Verdeelsleutel: elk gebied zijn deel / key: each zone its part."""
    label: Text | None = None
    """Naam / name."""
    source: Reference = Reference()
    """Waar het staat / where it is written."""
