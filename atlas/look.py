"""How a map is coloured: as Dutch plans are, or for readers who see few colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.colours import Rgb
from atlas.document import Use
from atlas.safe_palette import hatches, safe_colours
from atlas.use_colours import use_colours

PALETTES = ("plan", "safe")
"""Colours of SVBP2012 or of the scenario; colours safe for colour blindness."""


@dataclass(frozen=True)
class Look:
    """Palette, and whether every use gets a hatch of its own."""

    palette: str = "plan"
    hatch: bool = False

    def __post_init__(self) -> None:
        """Check the palette."""
        if self.palette not in PALETTES:
            raise ValueError(
                f"palette must be one of {', '.join(PALETTES)}, got {self.palette!r}"
            )

    def colours(self, uses: Sequence[Use]) -> tuple[Rgb, ...]:
        """Return the colour of every use by code."""
        return safe_colours(uses) if self.palette == "safe" else use_colours(uses)

    def hatches(self, uses: Sequence[Use]) -> tuple[str, ...]:
        """Return the hatch of every use by code, as Matplotlib writes it."""
        if not self.hatch:
            return ("",) * len(uses)
        return tuple(form * DENSE.get(space, 0) for form, space in hatches(uses))


DENSE = {14: 2, 9: 4, 5: 6}
"""Times that a hatch is written by the room between its lines [pixels]."""
