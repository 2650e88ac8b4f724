"""The unit of a quantity, by its name in the closed list."""

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from scenarios.units import UNITS, closest_unit, unit_of


def _known(name: str) -> str:
    if unit_of(name) is None:
        values = {"got": name, "guess": closest_unit(name)}
        raise PydanticCustomError("unknown_unit", "unit not on the list", values)
    return name


UnitName = Annotated[
    str,
    AfterValidator(_known),
    WithJsonSchema(
        {"type": "string", "enum": [unit for units in UNITS.values() for unit in units]}
    ),
]
"""Unit of the closed list."""
