"""A big river from the eastern border to the sea, with forelands and winter dikes."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from grids.puzzelland.drawing import drawn
from grids.puzzelland.noise import (
    CELL_M,
    COLS,
    ROWS,
    Key,
    Mask,
    Plane,
    noise,
    smooth,
    stream,
    wander,
)
from grids.puzzelland.outline import Outline

POINTS = 6_000
"""Points along the river."""


@dataclass(frozen=True, eq=False)
class River:
    """The river and the land between its dikes.

    Parameters
    ----------
    line
        Row and column of the points from the east to the mouth.
    water
        Share of the cell that the river covers.
    forelands
        Share of the cell between river and winter dike.
    river_m
        Distance to the middle of the river [m].
    beyond_m
        Distance outside the winter dike [m], negative between the dikes.
    north
        Cells north of the river.

    """

    line: Plane
    water: Plane
    forelands: Plane
    river_m: Plane
    beyond_m: Plane
    north: Mask


def make_river(key: Key, outline: Outline) -> River:
    """Draw the river, its width, its forelands and its dikes."""
    rng = stream(key, "river")
    line = _line(rng)
    mask = drawn([line])
    away, near = ndimage.distance_transform_edt(~mask, return_indices=True)
    along = (COLS - 1 - near[1]) / COLS
    inland = np.minimum(outline.coast_m / CELL_M, 400)
    mouth = 1 / (1 + (inland / 22) * (inland / 22))
    half = 1.4 + 2.6 * along * along + 11 * mouth
    width = half + 2.5 + 14 * smooth(noise(rng, 34, 2) * 1.6 - 0.5) * (1 - mouth)
    water = np.clip(half - away + 0.5, 0, 1)
    held = np.clip(width - away + 0.5, 0, 1)
    return River(
        line,
        water,
        held - water,
        away * CELL_M,
        (away - width) * CELL_M,
        np.arange(ROWS)[:, None] < near[0],
    )


def _line(rng: np.random.Generator) -> Plane:
    """Return the middle of the river, with meanders that swing back."""
    part = np.linspace(0, 1, POINTS)
    start, mouth = 230 + 60 * rng.random(), 370 + 50 * rng.random()
    unit = POINTS / COLS
    bends = np.minimum(1, 5 * (1 - part))
    row = (
        start
        + (mouth - start) * smooth(part * 1.1)
        + 34 * wander(rng, POINTS, 150 * unit)
        + 20 * bends * wander(rng, POINTS, 27 * unit, 1)
    )
    swing = 22 * bends * wander(rng, POINTS, 24 * unit, 1)
    col = (COLS + 30) * (1 - part) - 5 + swing
    line = np.stack([row, col], axis=1)
    bent: Plane = ndimage.uniform_filter1d(line, POINTS // 60, axis=0, mode="nearest")
    return bent
