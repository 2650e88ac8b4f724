"""What all models of a scenario share: frozen, no unknown keys, named ids."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """A part of a scenario: frozen, and refusing what it does not know."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        allow_inf_nan=False,
    )


SNAKE = r"^[a-z][a-z0-9_]*$"
"""Pattern of the id of a use, layer or quantity."""

_KEBAB = r"^[a-z0-9][a-z0-9_-]*$"
_COLOUR = r"^#[0-9a-fA-F]{6}$"
_WEB = r"^https?://[^\s@]+$"
_DATE = r"^\d{4}(-\d\d){0,2}$"

EXAMPLES = {
    SNAKE: "water_storage",
    _KEBAB: "wbs-deep-polders",
    _COLOUR: "#ffff00",
    _DATE: "2022-07-01",
    _WEB: "https://service.pdok.nl/rvo/natura2000/wfs/v1_0",
}
"""A text that fits, per pattern; for the errors."""

SnakeId = Annotated[str, Field(pattern=SNAKE)]
"""Id of a use, claim, quantity, group or layer: ``water_storage``."""

RuleId = Annotated[str, Field(pattern=_KEBAB)]
"""Id of a rule or province: ``wbs-deep-polders``."""

ProvinceId = RuleId
"""Id of a province: ``noord-holland``."""

NonEmpty = Annotated[str, Field(min_length=1)]
"""Text with at least one character."""

Expression = NonEmpty
"""Condition over layers: ``quiet_area > 0.5 and not natura2000``."""

Address = Annotated[str, Field(pattern=_WEB)]
"""Address on the web, without a user in it."""

Colour = Annotated[str, Field(pattern=_COLOUR)]
"""Colour as ``#rrggbb``."""

_TEXT_OR_NUMBER: dict[str, Any] = {"type": ["string", "number"]}

Label = Annotated[
    str,
    Field(
        min_length=1,
        coerce_numbers_to_str=True,
        json_schema_extra=_TEXT_OR_NUMBER,
    ),
]
"""Name in the data, of a class or a zone; a number counts as text."""

Date = Annotated[
    str,
    Field(
        pattern=_DATE,
        coerce_numbers_to_str=True,
        json_schema_extra=_TEXT_OR_NUMBER,
    ),
]
"""Date the data hold for: ``2022``, ``2022-07`` or ``2022-07-01``."""
