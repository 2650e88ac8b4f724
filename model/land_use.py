"""A land use: what a cell is for, and what one hectare of it provides.

A claim asks for a quantity, not for a use; multifunctional land is a use that
provides two quantities at once, made by ``combine``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

STAYS = "none"
"""Name of use 0: the cell stays as it is."""

NO_LAND = "no-land"
"""Name of the exclusion of cells without land that can change."""


@dataclass(frozen=True)
class LandUse:
    """A use and the quantities it provides.

    Parameters
    ----------
    name
        Id, snake_case.
    provides
        Quantity per hectare of land that changes to this use [unit/ha].
    parts
        Names of the uses it combines; empty for a plain use.

    """

    name: str
    provides: Mapping[str, float] = field(default_factory=dict)
    parts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check that every density is above zero."""
        for quantity, density in self.provides.items():
            if not density > 0:
                raise ValueError(
                    f"density of '{quantity}' in use '{self.name}' must be > 0 per "
                    f"ha, got {density:g}"
                )


def combine(
    name: str,
    uses: Sequence[LandUse],
    credit: Mapping[str, float] | None = None,
) -> LandUse:
    """Make the use that provides what several uses provide, on one hectare.

    Parameters
    ----------
    name
        Id of the combined use.
    uses
        Uses that share the hectare.
    credit
        Share of its density that counts, per use name; 1 where not given.

    Raises
    ------
    ValueError
        If a credit lies outside (0, 1] or names another use.

    """
    credit = dict(credit or {})
    provides: dict[str, float] = {}
    for use in uses:
        share = credit.pop(use.name, 1.0)
        if not 0 < share <= 1:
            raise ValueError(
                f"credit of '{use.name}' in '{name}' must lie in (0, 1], got {share:g}"
            )
        for quantity, density in use.provides.items():
            provides[quantity] = provides.get(quantity, 0.0) + share * density
    if credit:
        quoted = [f"'{use.name}'" for use in uses]
        raise ValueError(
            f"credit in '{name}' must name {' or '.join(quoted)}, "
            f"got '{next(iter(credit))}'"
        )
    return LandUse(name, provides, tuple(use.name for use in uses))
