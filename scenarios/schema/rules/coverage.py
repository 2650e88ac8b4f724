"""Rules about what everyone must have within reach."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.numbers import Length, Measures, Positive, Stated
from scenarios.schema.rules.rule import PricedRule, Uses
from scenarios.schema.settings import SNAKE, SnakeId

Persons = Annotated[Stated, Measures("persons", above=0)]
"""Number of inhabitants above zero."""


def _listed(data: Any) -> Any:
    return (data,) if isinstance(data, str) else data


_LAYER = {"type": "string", "pattern": SNAKE}

Layers = Annotated[
    tuple[SnakeId, ...],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [_LAYER, {"type": "array", "items": _LAYER}]}),
]
"""Names of layers; one may stand alone."""


class Coverage(PricedRule):
    """Overal dichtbij / near to everyone."""

    kind: Literal["coverage"]
    """Soort regel / kind of rule."""
    uses: Uses | None = None
    """Gebruiken of groepen waarvan de hectares tellen / whose hectares count."""
    quantity: SnakeId | None = None
    """Of: grootheid die telt, wat die ook levert / or: the quantity that counts."""
    of: SnakeId | None = None
    """Voor wie: laag met inwoners, gebruik of grootheid; zonder: elk blok /
    for whom: layer of inhabitants, use or quantity; default every block."""
    inhabited: Persons = Stated.model_validate("1 persons")
    """Vanaf zoveel inwoners telt een blok / inhabitants from which a block counts."""
    existing: Layers = ()
    """Laag of lagen met wat er al is / layer or layers of what is there already."""
    reach: Length
    """Binnen deze afstand / within this distance."""
    least: Positive | None = None
    """Ten minste zoveel: per blok, of per inwoner, woning of hectare /
    at least so much: per block, or per inhabitant, home or hectare."""
    block: Length | None = None
    """Zijde van een blok; zonder: 1 km, of de reikwijdte als die kleiner is /
    edge of a block; default 1 km, or the reach if that is less."""

    @model_validator(mode="after")
    def _one_amount(self) -> "Coverage":
        if (self.uses is None) == (self.quantity is None):
            raise PydanticCustomError("uses_or_quantity", "uses or quantity")
        if self.least is None and self.not_applied is None:
            values = {"wanted": "least", "because": "kind: coverage"}
            raise PydanticCustomError("needs", "no least", values)
        return self
