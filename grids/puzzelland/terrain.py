"""Heights and soils: dunes, clay, peat, deep polders, and a sand ridge in the east."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.drawing import drawn, metres, path
from grids.puzzelland.noise import (
    COLS,
    ROWS,
    Key,
    Mask,
    Plane,
    noise,
    places,
    smooth,
    stream,
    wander,
)
from grids.puzzelland.outline import Outline
from grids.puzzelland.river import River

SOILS = ("sea_clay", "river_clay", "peat", "sand", "dune_sand")
"""Names of the soils, by code."""

BRICK = (38, 26)
"""Length and width of a polder [cells]."""


@dataclass(frozen=True, eq=False)
class Terrain:
    """What the land is made of.

    Parameters
    ----------
    elevation
        Surface level [m NAP].
    soil
        Code of ``SOILS``.
    ridge
        How much of the sand ridge there is [0..1].
    dunes, deep, peat, lakes
        Cells of the dunes, the deep polders, the peat and its lakes.
    stream_m
        Distance to the nearest brook [m].
    valley
        Cells of the brooks' valleys on sand.
    polder
        Number of the polder, -1 outside the polders.

    """

    elevation: Plane
    soil: NDArray[np.int32]
    ridge: Plane
    dunes: Mask
    deep: Mask
    peat: Mask
    lakes: Mask
    stream_m: Plane
    valley: Mask
    polder: NDArray[np.int32]


def make_terrain(key: Key, outline: Outline, river: River) -> Terrain:
    """Raise the ridge and the dunes, and sink peat and polders."""
    rng = stream(key, "terrain")
    ridge = _ridge(rng, river)
    dunes = _dunes(rng, outline, river)
    dry = ~outline.sea & (river.beyond_m > 0)
    low = dry & (ridge < 0.04) & ~dunes
    polder = _polders(rng, low)
    deep = _deep(rng, polder, outline, river)
    bog = noise(rng, 110, 3)
    peat = low & ~deep & (bog > 0.56) & (outline.coast_m > 5_000)
    peat &= river.beyond_m > 1_500
    lakes = peat & (noise(rng, 26, 2) > 0.76)
    stream_m = metres(drawn(_brooks(rng)))
    valley = (ridge > 0.04) & (stream_m < 150 + 400 * noise(rng, 20, 2)) & dry
    clay = np.where(river.beyond_m < 4_500 * noise(rng, 60, 2), 1, 0)
    soil = np.select([dunes, ridge > 0.06, peat], [4, 3, 2], clay).astype(np.int32)
    height = _heights(rng, ridge, river, stream_m)
    height = np.where(dunes, 2.5 + 17 * noise(rng, 11, 3) ** 2, height)
    height = np.where(peat, -1.2 - 0.9 * bog, height)
    height = np.where(deep, -4.1 - 1.7 * _per_polder(rng, polder), height)
    height = np.where(lakes, height - 1.5, height)
    height = np.asarray(np.round(height, 3), np.float64)
    return Terrain(
        height, soil, ridge, dunes, deep, peat, lakes, stream_m, valley, polder
    )


def _ridge(rng: np.random.Generator, river: River) -> Plane:
    """Return where the sand ridge lies: the east, cut by the river."""
    _, col = places()
    front = 480 + 230 * (noise(rng, 130, 4) - 0.5)
    return smooth((col - front) / 60) * smooth((river.beyond_m - 300) / 2_500)


def _dunes(rng: np.random.Generator, outline: Outline, river: River) -> Mask:
    """Return the dunes: a strip along the coast, away from the river's mouth."""
    width_m = 700 + 1_300 * (1 + wander(rng, ROWS, 70))
    strip = outline.coast_m < width_m[:, None] + 600 * (noise(rng, 16, 2) - 0.5)
    return strip & ~outline.sea & (river.river_m > 4_200)


def _polders(rng: np.random.Generator, low: Mask) -> NDArray[np.int32]:
    """Divide the low land in leaning bricks with slightly bent edges."""
    row, col = places()
    bent = 5 * (noise(rng, 60, 2) - 0.5)
    along = (12 * col + 5 * row) / 13 + bent
    across = (12 * row - 5 * col) / 13 + bent + 400
    strip = (across // BRICK[1]).astype(np.int64)
    shift = rng.random(80) * BRICK[0]
    brick = ((along + shift[strip]) // BRICK[0]).astype(np.int64)
    number = np.where(low, strip * 100 + brick, -1)
    _, dense = np.unique(number, return_inverse=True)
    return np.where(low, dense.reshape(ROWS, COLS), -1).astype(np.int32)


def _per_polder(rng: np.random.Generator, polder: NDArray[np.int32]) -> Plane:
    """Return one random number per polder, spread over its cells."""
    return rng.random(int(polder.max()) + 2)[polder]


def _deep(
    rng: np.random.Generator,
    polder: NDArray[np.int32],
    outline: Outline,
    river: River,
) -> Mask:
    """Return the polders that were lakes: those with most of a noise, whole."""
    lake = noise(rng, 95, 2) - 0.4 * (outline.coast_m < 4_500)
    lake -= 0.5 * (river.beyond_m < 1_200)
    held = polder >= 0
    cells = np.bincount(polder[held], minlength=int(polder.max()) + 1)
    mean = np.bincount(polder[held], lake[held], minlength=len(cells))
    chosen = (mean / np.maximum(cells, 1) > 0.65) & (cells > 250)
    return held & chosen[polder]


def _brooks(rng: np.random.Generator) -> list[Plane]:
    """Return brooks from the ridge down to the low land, with side brooks."""
    lines = []
    for top in np.linspace(30, ROWS - 30, 9) + 30 * (rng.random(9) - 0.5):
        toward = 0.35 * (ROWS / 2 - top) * rng.random()
        start = (float(top), 610 + 100 * rng.random())
        end = (float(top + toward), 400 + 40 * rng.random())
        lines.append(path(rng, start, end, sway=34, scale=35))
        for _ in range(2):
            joint = lines[-1][int(len(lines[-1]) * (0.15 + 0.6 * rng.random()))]
            side = 1 if rng.random() < 0.5 else -1
            spring = (joint[0] + side * (18 + 22 * rng.random()), joint[1] + 35)
            joined = (float(joint[0]), float(joint[1]))
            lines.append(path(rng, spring, joined, sway=9, scale=20))
    return lines


def _heights(
    rng: np.random.Generator, ridge: Plane, river: River, stream_m: Plane
) -> Plane:
    """Return the height of clay and sand before peat and polders sink."""
    plain = -0.4 + 1.1 * (noise(rng, 70, 3) - 0.5)
    levee = 1.8 * (1 - smooth(river.beyond_m / 2_500))
    hills = noise(rng, 80, 4)
    sand = ridge * (5 + 48 * hills * hills * ridge)
    brook = stream_m / 350
    return plain + levee + sand - 2.5 * ridge / (1 + brook * brook)
