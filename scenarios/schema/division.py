"""How claims on the whole are divided over zones, such as provinces."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.numbers import Excess
from scenarios.schema.settings import Label, NonEmpty, Settings, SnakeId
from scenarios.schema.texts import Reference, Text


class DivisionKey(Settings):
    """Verdeelsleutel / key: what each zone's part goes by."""

    parts: Mapping[Label, Annotated[float, Field(ge=0)]]
    """Getal per gebied; het deel is naar verhouding / a number a zone; its part is
    in proportion."""
    label: Text | None = None
    """Naam / name."""
    source: NonEmpty
    """Waar de getallen vandaan komen / where the numbers come from."""

    @model_validator(mode="after")
    def _something(self) -> "DivisionKey":
        if not sum(self.parts.values()) > 0:
            raise PydanticCustomError("no_parts", "no parts")
        return self

    @property
    def shares(self) -> dict[str, float]:
        """Part of every zone in the sum [0..1], by its name."""
        total = sum(self.parts.values())
        return {zone: part / total for zone, part in self.parts.items()}


class Division(Settings):
    """Verdeling over gebieden / division of claims over zones."""

    layer: SnakeId
    """Gebiedslaag / zone layer."""
    keys: Annotated[Mapping[SnakeId, DivisionKey], Field(min_length=1)]
    """Verdeelsleutels / keys, by name."""
    shift: Excess | None = None
    """Hoe ver een gebied van zijn deel mag afwijken; 0 %: elk gebied zijn eigen deel;
    weg: vrij / how far a zone may depart from its part; absent: as far as it likes."""
    label: Text | None = None
    """Naam / name."""
    explanation: Text | None = None
    """Uitleg in één regel / explanation in one line."""
    source: Reference = Reference()
    """Waar het staat / where it is written."""
