"""The colour of every use: as the scenario gives it, else made from its parts.

A combined use without a colour of its own gets mostly the colour of its first part; a
use without any gets the next of a row that readers with colour blindness can tell
apart (Okabe and Ito 2008). Use 0 without a colour is pale land.
"""

from collections.abc import Sequence

from atlas.colours import LAND, Rgb, rgb
from atlas.document import Use

SPARE: Sequence[Rgb] = (
    (213, 94, 0),
    (0, 114, 178),
    (204, 121, 167),
    (0, 158, 115),
    (230, 159, 0),
    (86, 180, 233),
)
"""Colours for uses that have none, in turn."""


def use_colours(uses: Sequence[Use]) -> tuple[Rgb, ...]:
    """Return the colour of every use by code.

    Parameters
    ----------
    uses
        Uses of a run, "none" first.

    """
    given = {use.id: rgb(use.colour) for use in uses if use.colour}
    found: list[Rgb] = []
    for code, use in enumerate(uses):
        parts = [given[part] for part in use.parts if part in given]
        if use.id in given:
            found.append(given[use.id])
        elif code == 0:
            found.append(LAND)
        elif parts:
            found.append(_mix(parts))
        else:
            found.append(SPARE[code % len(SPARE)])
    return tuple(found)


def _mix(parts: Sequence[Rgb]) -> Rgb:
    """Return mostly the first colour, darker, with some of the last."""
    red, green, blue = (
        round(0.85 * (0.75 * first + 0.25 * last))
        for first, last in zip(parts[0], parts[-1], strict=True)
    )
    return red, green, blue
