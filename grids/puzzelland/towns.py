"""Towns of Zipf sizes and villages, grown from their centres."""

from dataclasses import dataclass

import numpy as np

from grids.puzzelland.drawing import Point, grown, metres
from grids.puzzelland.ground import Ground
from grids.puzzelland.noise import CELL_M, COLS, ROWS, Key, Mask, Plane, noise, stream

LARGEST = 165_000
"""Inhabitants of the largest town; the n-th has a 1/n of it."""

N_TOWNS = 22
"""Number of towns."""

N_VILLAGES = 46
"""Number of villages."""


@dataclass(frozen=True, eq=False)
class Towns:
    """Where people live.

    Parameters
    ----------
    centres
        Row and column of towns, the largest first, and then villages.
    people
        Inhabitants of each.
    radius
        Radius of each if it were a circle [cells].
    built
        Cells of towns and villages.
    depth
        How far inward a built cell lies in its town: 1 in the centre, 0 at the edge.
    settlement
        Number of the town or village of a built cell, -1 elsewhere.

    """

    centres: tuple[Point, ...]
    people: Plane
    radius: Plane
    built: Mask
    depth: Plane
    settlement: Plane


def make_towns(key: Key, ground: Ground) -> Towns:
    """Choose places for towns and villages, and let them grow."""
    rng = stream(key, "towns")
    firm = _firm(ground)
    people = np.concatenate(
        [
            np.rint(LARGEST / np.arange(1, N_TOWNS + 1)),
            np.rint(700 + 3_800 * rng.random(N_VILLAGES) ** 2),
        ]
    )
    hectares = people / (18 + 18 * np.sqrt(people / LARGEST))
    radius = np.sqrt(hectares / 3.2)
    centres = _centres(rng, (ground.outline.inside, firm), radius, _liking(ground))
    terrain = ground.terrain
    rough = 0.55 + 0.9 * noise(rng, 13, 3) + 0.8 * terrain.deep + 0.3 * terrain.peat
    depth, settlement = _grown(firm, rough, centres, hectares)
    return Towns(centres, people, radius, settlement >= 0, depth, settlement)


def _grown(
    firm: Mask, rough: Plane, centres: tuple[Point, ...], hectares: Plane
) -> tuple[Plane, Plane]:
    """Let settlements grow, the largest first; return depth and number per cell."""
    depth, settlement = np.zeros(ROWS * COLS), np.full(ROWS * COLS, -1.0)
    for number, centre in enumerate(centres):
        open_land = firm & (settlement.reshape(ROWS, COLS) < 0)
        cells = grown(centre, int(hectares[number]), rough, open_land)
        settlement[cells] = number
        depth[cells] = 1 - np.arange(len(cells)) / max(len(cells), 1)
    return depth.reshape(ROWS, COLS), settlement.reshape(ROWS, COLS)


def _firm(ground: Ground) -> Mask:
    """Return the land that can be built on."""
    terrain, river = ground.terrain, ground.river
    wet = ground.outline.sea | (river.beyond_m < 100) | terrain.lakes | terrain.valley
    return ~wet & ~terrain.dunes & (terrain.stream_m > 150)


def _liking(ground: Ground) -> Plane:
    """Return how much a founder likes a place: by the river, dry, not on peat."""
    terrain, river = ground.terrain, ground.river
    bank = 1 / (1 + (river.beyond_m / 2_500) ** 2)
    slope = 4 * terrain.ridge * (1 - terrain.ridge)
    dislike = 0.8 * terrain.deep + 0.5 * terrain.peat
    return np.asarray(0.5 * bank + 0.4 * slope - dislike)


def _centres(
    rng: np.random.Generator, land: tuple[Mask, Mask], radius: Plane, liking: Plane
) -> tuple[Point, ...]:
    """Choose a place for each settlement, not too near to the others."""
    inside, firm = land
    allowed = inside & firm
    inner = allowed & (metres(~allowed) > 500)
    flat = np.flatnonzero(inner)
    margin = metres(~inside).ravel()
    tries = flat[rng.integers(0, len(flat), 5_000)]
    row, col = tries // COLS, tries % COLS
    score = liking.ravel()[tries] + 1.1 * rng.random(len(tries))
    chosen: list[Point] = []
    for number, size in enumerate(radius):
        gap = 42.0 if number < N_TOWNS else 17.0
        room = margin[tries] / CELL_M - 1.1 * size + gap - 8
        for other, place in enumerate(chosen):
            away = np.sqrt((row - place[0]) ** 2 + (col - place[1]) ** 2)
            room = np.minimum(room, away - 1.2 * (size + radius[other]))
        best = int(np.argmax(score + np.minimum(0, room - gap) * 0.2))
        chosen.append((float(row[best]), float(col[best])))
    return tuple(chosen)
