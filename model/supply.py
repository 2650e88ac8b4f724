"""Quantity that needs no land: roofs, infill, intensified parks; capped."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Supply:
    """A source of a quantity without land.

    Parameters
    ----------
    name
        Id, snake_case.
    quantity
        What it provides.
    cap
        Most of it [unit of the quantity].
    points
        Value of one unit [points/unit]; negative if it is a last resort.
    zone
        Name of the zone that it is in; empty: in no zone, for the whole only.

    """

    name: str
    quantity: str
    cap: float
    points: float = 0.0
    zone: str = ""

    def __post_init__(self) -> None:
        """Check the cap."""
        if not 0 <= self.cap < float("inf"):
            raise ValueError(
                f"cap of supply '{self.name}' must be a number >= 0, got {self.cap:g}"
            )
