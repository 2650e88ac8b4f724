"""A trade-off to draw: how much of one number another costs."""

from typing import Annotated, Literal

from pydantic import Field

from scenarios.schema.settings import RuleId, Settings, SnakeId


class Frontier(Settings):
    """Afruil van twee getallen / trade-off of two numbers."""

    between: Annotated[tuple[SnakeId, ...], Field(min_length=2, max_length=2)]
    """De twee grootheden of indicatoren / the two quantities or indicators."""
    better: (
        Annotated[
            tuple[Literal["more", "less"], ...], Field(min_length=2, max_length=2)
        ]
        | None
    ) = None
    """Wat van elk beter is, meer of minder / which of each is better, more or less."""
    points: Annotated[int, Field(ge=2, le=101)] = 9
    """Aantal plannen langs de afruil / number of plans along it."""
    rules: tuple[RuleId, ...] = ()
    """Regels die twee kanten op trekken / rules that pull two ways."""
