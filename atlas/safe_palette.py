"""Colours and hatches by which readers tell uses apart who see few colours, or none.

Nine colours that stay apart with every kind of colour blindness (Tol 2021, "muted");
more uses than that take them again with another hatch. Every use has a hatch of its
own, so that a print in black and white can be read too.
"""

from collections.abc import Sequence
from itertools import product
from math import dist

from atlas.colours import LAND, Rgb
from atlas.document import Use
from atlas.use_colours import use_colours

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
    """Return the colour of every use by code that all readers can tell apart.

    Nine uses at a time share the nine colours so that together they stay as close to
    their own as can be: forest stays green.
    """
    own = use_colours(uses)[1:]
    blocks = [own[at : at + len(SAFE)] for at in range(0, len(own), len(SAFE))]
    found = (LAND, *(colour for block in blocks for colour in _shared(block)))
    return found[: len(uses)]


def _shared(own: Sequence[Rgb]) -> list[Rgb]:
    """Return a safe colour for each of at most nine colours, all different."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    away = np.array([[dist(one, safe) for safe in SAFE] for one in own])
    _, chosen = linear_sum_assignment(away)
    return [list(SAFE)[int(at)] for at in chosen]


def hatches(uses: Sequence[Use]) -> tuple[tuple[str, int], ...]:
    """Return the hatch of every use by code; land that stays has none."""
    of_new = (HATCHES[at % len(HATCHES)] for at in range(len(uses) - 1))
    return (("", 0), *of_new)[: len(uses)]
