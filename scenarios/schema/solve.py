"""Grid, synthetic province and solver settings."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from scenarios.schema.numbers import Duration, Length, Share, Stated
from scenarios.schema.settings import Settings

CELL_SIZES = (25, 50, 100, 250, 500)
"""Cell sizes that divide or hold the CBS squares [m]."""

Engine = Literal["auto", "flow", "prices", "compact", "patches", "exact", "sequential"]
Solver = Literal["highs", "scip", "cp-sat"]


def _cell(size: Stated) -> Stated:
    if size.value not in CELL_SIZES:
        choices = [f"{metres} m" for metres in CELL_SIZES]
        values = {"choices": choices, "got": str(size)}
        raise PydanticCustomError("choice", "no cell size", values)
    return size


class Grid(Settings):
    """Raster / grid."""

    cell: Annotated[Length, AfterValidator(_cell)] = Stated.model_validate("100 m")
    """Celgrootte: 25, 50, 100, 250 of 500 m / cell size."""
    halo: Length = Stated.model_validate("10 km")
    """Rand buiten de provincie / margin outside the province."""


class Synthetic(Settings):
    """Bedachte provincie / synthetic province."""

    seed: int = 1
    """Toevalsgetal / seed of the random numbers."""
    version: int = 1
    """Versie van de generator / version of the generator."""


class Solve(Settings):
    """Rekenen / solving."""

    engine: Engine = "auto"
    """Rekenmethode / engine."""
    solver: Solver = "highs"
    """Rekenprogramma voor LP en MIP / solver of LPs and MIPs."""
    gap: Share = Stated.model_validate("1 %")
    """Hoe ver van het bewezen beste / how far from the proven best."""
    time_limit: Duration = Stated.model_validate("2 min")
    """Hoe lang ten hoogste / at most this long."""
    seed: Annotated[int, Field(ge=0)] = 1
    """Toevalsgetal / seed of the random numbers."""
