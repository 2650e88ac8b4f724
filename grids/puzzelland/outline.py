"""Where the province lies: a coast in the west and north-west, land elsewhere."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from grids.puzzelland.drawing import metres
from grids.puzzelland.noise import (
    COLS,
    ROWS,
    Key,
    Mask,
    Plane,
    noise,
    places,
    stream,
    wander,
)


@dataclass(frozen=True, eq=False)
class Outline:
    """The land and the province on it.

    Parameters
    ----------
    sea
        Cells of the sea.
    inside
        Cells of the province.
    coast_m
        Distance to the sea [m].

    """

    sea: Mask
    inside: Mask
    coast_m: Plane


def make_outline(key: Key) -> Outline:
    """Draw coast and borders."""
    rng = stream(key, "outline")
    row, col = places()
    north = np.clip((270 - np.arange(ROWS)) / 270, 0, 1)
    coast = (
        62
        + 170 * north * north
        + 16 * wander(rng, ROWS, 130)
        + 3 * wander(rng, ROWS, 30)
    )
    sea = col < coast[:, None]
    across, down = np.maximum(col - 330, 0) / 370, np.abs(row - 300) / 272
    bulge = (noise(rng, 150, 4) - 0.4) * 0.9
    land = ~sea & (across * across * across + down * down * down + bulge < 1)
    rim = (row < 8) | (row >= ROWS - 8) | (col >= COLS - 8)
    return Outline(sea, _largest(land & ~rim), metres(sea))


def _largest(mask: Mask) -> Mask:
    """Return the largest connected part of a mask, without holes."""
    parts, count = ndimage.label(mask)
    sizes = np.bincount(parts.ravel(), minlength=count + 1)
    sizes[0] = 0
    filled: Mask = ndimage.binary_fill_holes(parts == int(sizes.argmax()))
    return filled
