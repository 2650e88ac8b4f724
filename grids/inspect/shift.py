"""Whether a layer that must cover the province covers it better when moved.

A layer in a wrong datum or with a wrong offset leaves a strip of the province bare on
one side and sticks out on the other. The cells with data are moved cell by cell, up to
``FARTHEST_M``; if that fills nearly all gaps, the layer is shifted. For shifts smaller
than a cell see ``border_shift``; those of layers that cover only a part of the province
go unseen.
"""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.inspect.doubt import Doubt
from grids.sentence import Sentence

FARTHEST_M = 5_000
"""Longest move that is tried [m]."""

LEAST_MISSING = 0.004
"""Share of bare cells below which there is nothing to explain."""

LEAST_FILLED = 0.8
"""Part of the bare cells that the move must fill."""


def shift_doubt(name: str, held: NDArray[np.bool_], grid: Grid) -> Doubt | None:
    """Find a move that fills the gaps of a layer.

    Parameters
    ----------
    name
        Of the layer.
    held
        Where the layer has data, on the frame with ``reach(grid)`` cells around it.
    grid
        The cells.

    Returns
    -------
    Doubt | None
        None if the layer covers the province, or no move helps.

    """
    pad = reach(grid)
    rows, cols = np.nonzero(grid.inside)
    rows, cols = rows + pad, cols + pad
    bare = 1 - held[rows, cols].mean()
    if bare < LEAST_MISSING or not held.any():
        return None
    steps = sorted(
        product(range(-pad, pad + 1), repeat=2), key=lambda step: sum(map(abs, step))
    )
    left = [1 - held[rows + down, cols + right].mean() for down, right in steps]
    best = int(np.argmin(left))
    if left[best] > (1 - LEAST_FILLED) * bare:
        return None
    down, right = steps[best]
    return Doubt(
        "shifted",
        Sentence(
            "{name} lies about {move} of where it must: moved back it covers "
            "{then:.1f} % of the province instead of {now:.1f} %; check its "
            "coordinate system and the datum that was used",
            name=name,
            move=move_words(right * grid.cell_m, -down * grid.cell_m),
            now=100 * (1 - bare),
            then=100 * (1 - left[best]),
        ),
    )


def reach(grid: Grid) -> int:
    """Return how many cells a layer is moved at most."""
    return max(1, min(20, FARTHEST_M // grid.cell_m))


def move_words(east_m: float, north_m: float) -> Sentence:
    """Say how far something lies from its place, and to which sides.

    Parameters
    ----------
    east_m, north_m
        The way that it is off [m].

    Returns
    -------
    Sentence
        For instance ``100 m to the east and 50 m to the south``.

    """
    sides = []
    if east_m > 0:
        sides.append(Sentence("{n:,} m to the east", n=round(east_m)))
    elif east_m < 0:
        sides.append(Sentence("{n:,} m to the west", n=round(-east_m)))
    if north_m > 0:
        sides.append(Sentence("{n:,} m to the north", n=round(north_m)))
    elif north_m < 0:
        sides.append(Sentence("{n:,} m to the south", n=round(-north_m)))
    if len(sides) == 1:
        return sides[0]
    return Sentence("{one} and {other}", one=sides[0], other=sides[1])
