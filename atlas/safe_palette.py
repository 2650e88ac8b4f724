"""Colours and hatches by which readers tell uses apart who see few colours, or none.

Nine colours that stay apart with every kind of colour blindness (Tol 2021, "muted");
more uses than that take them again with another hatch. Every use has a hatch of its
own, so that a print in black and white can be read too.
"""

from collections.abc import Sequence
from itertools import product

from atlas.colours import LAND, Rgb
from atlas.document import Use

SAFE: Sequence[Rgb] = (
    (221, 204, 119),
    (136, 34, 85),
    (17, 119, 51),
    (136, 204, 238),
    (204, 102, 119),
    (51, 34, 136),
    (68, 170, 153),
    (170, 68, 153),
    (153, 153, 51),
)
"""Colours in the order in which uses get them."""

FORMS = ("/", "\\", "-", "|", "x", "+", ".")
"""Directions of a hatch."""

SPACES = (9, 5, 14)
"""Room between the lines of a hatch [pixels]."""

HATCHES: Sequence[tuple[str, int]] = (
    ("", 0),
    *((form, space) for space, form in product(SPACES, FORMS)),
)
"""Direction and space in the order in which uses get them; the first has none."""


def safe_colours(uses: Sequence[Use]) -> tuple[Rgb, ...]:
    """Return the colour of every use by code that all readers can tell apart."""
    return (LAND, *(SAFE[at % len(SAFE)] for at in range(len(uses) - 1)))


def hatches(uses: Sequence[Use]) -> tuple[tuple[str, int], ...]:
    """Return the hatch of every use by code; land that stays has none."""
    return (("", 0), *(HATCHES[at % len(HATCHES)] for at in range(len(uses) - 1)))
