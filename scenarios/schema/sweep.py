"""Many runs of one scenario: what is varied, and how values are combined."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from scenarios.schema.settings import NonEmpty, Settings


class Sweep(Settings):
    """Reeks van berekeningen / many runs of this scenario."""

    vary: Annotated[Mapping[NonEmpty, Any], Field(min_length=1)]
    """Weg met punten, en een lijst van waarden of een bereik als 0..3:4 / way with
    points, and a list of values or a range such as 0..3:4."""
    design: Literal["grid", "list", "one_at_a_time", "latin_hypercube"] = "grid"
    """Opzet: hoe waarden samengaan / design: how values are combined."""
    draws: Annotated[int, Field(ge=1, le=10_000)] = 20
    """Aantal berekeningen van een latin_hypercube / runs of a latin_hypercube."""
    seed: Annotated[int, Field(ge=0)] = 1
    """Toevalsgetal van de latin_hypercube / seed of the latin_hypercube."""
