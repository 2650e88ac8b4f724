"""Numbers with a unit that say where they come from.

Wherever a number stands in a scenario, a mapping may stand:
``{value: 35 homes/ha, assumed: true, reason: …}``. Both become a ``Stated``.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from scenarios.quantity import PLAIN, Quantity, QuantityError, parse_quantity
from scenarios.schema.settings import Settings
from scenarios.schema.texts import Text
from scenarios.units import units_of

_NUMBER = r"^\s*[-+]?\d(_?\d)*(\.\d(_?\d)*)?([eE][-+]?\d+)?"

SCALAR: JsonSchemaValue = {"type": ["number", "string"]}
"""A quantity of any dimension in the JSON schema."""


def _quantity(raw: object) -> Quantity:
    return raw if isinstance(raw, Quantity) else read(raw, None)


def read(raw: object, dimension: str | None) -> Quantity:
    """Parse a quantity, with its faults as pydantic wants them.

    Parameters
    ----------
    raw
        As it stands in the file.
    dimension
        What it must measure; None: the unit decides.

    Returns
    -------
    Quantity
        In the base unit.

    Raises
    ------
    PydanticCustomError
        With the code and values of the ``QuantityError``.

    """
    try:
        return parse_quantity(raw, dimension)
    except QuantityError as error:
        text = str(error).replace("{", "(").replace("}", ")")
        raise PydanticCustomError(error.code, text, dict(error.values)) from None


class Stated(Settings):
    """Getal met eenheid en herkomst / a number with its unit and origin."""

    quantity: Annotated[
        Quantity,
        BeforeValidator(_quantity),
        WithJsonSchema(SCALAR),
    ] = Field(alias="value")
    """Getal met eenheid, zoals 35 homes/ha / number with unit."""
    assumed: bool = False
    """Aangenomen: de tekst noemt dit getal niet / the text does not give it."""
    reason: Text | None = None
    """Waarom dit getal / why this number."""
    source: str = ""
    """Waar het vandaan komt / where it comes from."""

    @model_validator(mode="before")
    @classmethod
    def _from_scalar(cls, data: Any) -> Any:
        return data if isinstance(data, dict | Stated) else {"value": data}

    @model_validator(mode="after")
    def _has_reason(self) -> "Stated":
        if self.assumed and not self.reason:
            raise PydanticCustomError("assumed_reason", "assumed without reason")
        return self

    @property
    def value(self) -> float:
        """Number in the base unit of its dimension."""
        return self.quantity.value

    @property
    def unit(self) -> str:
        """Unit as written."""
        return self.quantity.unit

    @property
    def dimension(self) -> str:
        """What it measures, ``homes/area``."""
        return self.quantity.dimension

    def __str__(self) -> str:
        """Write number and unit."""
        return str(self.quantity)


@dataclass(frozen=True)
class Measures:
    """What a stated number must measure, and between which limits it lies.

    Parameters
    ----------
    dimension
        As in ``scenarios.units``; None: the unit decides.
    above
        The number must be greater, in the base unit.
    least, most
        The number must not be less, or more, in the base unit.

    """

    dimension: str | None = None
    above: float | None = None
    least: float | None = None
    most: float | None = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Check after the number is read, with the raw text for the message."""
        return core_schema.no_info_wrap_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow a number with one of the units, or the mapping form."""
        return {"anyOf": [*self._scalars(), handler(core)]}

    def _check(self, raw: Any, handler: ValidatorFunctionWrapHandler) -> Stated:
        stated: Stated = handler(raw)
        if isinstance(raw, Stated):
            return stated
        text = raw.get("value") if isinstance(raw, dict) else raw
        quantity = read(text, self.dimension)
        self._check_limits(quantity.value, text)
        return stated.model_copy(update={"quantity": quantity})

    def _check_limits(self, value: float, text: object) -> None:
        code, limit = "", None
        if self.above is not None and value <= self.above:
            code, limit = "greater_than", self.above
        elif self.least is not None and value < self.least:
            code, limit = "greater_than_equal", self.least
        elif self.most is not None and value > self.most:
            code, limit = "less_than_equal", self.most
        if code:
            values = {"limit": limit, "got": text}
            raise PydanticCustomError(code, "outside its limits", values)

    def _scalars(self) -> list[JsonSchemaValue]:
        plain = self.dimension is None or self.dimension in PLAIN
        units = units_of(self.dimension) if self.dimension else ()
        named = "|".join(unit for unit in units if unit != "1")
        ending = rf"\s*({named}){'?' if plain else ''}\s*$" if named else ""
        text: JsonSchemaValue = {"type": "string", "pattern": _NUMBER + ending}
        return [{"type": "number"}, text] if plain else [text]


AnyNumber = Annotated[Stated, Measures()]
"""Any quantity."""

Positive = Annotated[Stated, Measures(above=0)]
"""Any quantity above zero."""

NotNegative = Annotated[Stated, Measures(least=0)]
"""Any quantity of zero or more."""

Length = Annotated[Stated, Measures("length", above=0)]
"""Length above zero [m]."""

Area = Annotated[Stated, Measures("area", above=0)]
"""Area above zero [ha]."""

Duration = Annotated[Stated, Measures("time", above=0)]
"""Time above zero [s]."""

Share = Annotated[Stated, Measures("share", least=0, most=1)]
"""Share of a whole [0..1]."""

Excess = Annotated[Stated, Measures("share", least=0)]
"""Share of zero or more, without an upper limit."""

Weight = Annotated[Stated, Measures("share", least=0)]
"""Weight beside other weights."""

PointsPerHectare = Annotated[Stated, Measures("score/area")]
"""Points for a hectare; negative is a penalty [points/ha]."""

TouchPoints = Annotated[Stated, Measures("score")]
"""Points for a shared edge of 100 m; negative is a penalty [points]."""

EdgePoints = Annotated[Stated, Measures("score", least=0)]
"""Points for a shared edge of 100 m [points]."""
