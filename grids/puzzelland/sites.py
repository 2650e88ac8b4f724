"""Business parks, port, industry, campuses, airport, power plant and defence sites."""

from dataclasses import dataclass

import numpy as np

from grids.puzzelland.drawing import Point, blob, metres, near
from grids.puzzelland.ground import Ground
from grids.puzzelland.noise import COLS, ROWS, Key, Mask, Plane, noise, stream
from grids.puzzelland.outline import Outline
from grids.puzzelland.river import River
from grids.puzzelland.roads import Roads
from grids.puzzelland.towns import Towns

N_PARKS = 28
"""Number of business parks; the n-th has a 1/n of the largest one's hectares."""


@dataclass(frozen=True, eq=False)
class Sites:
    """Cells of land that one thing has taken.

    Parameters
    ----------
    industry, port, quay, power
        Industry cluster, the port in it, its quays, and a power plant.
    parks, heavy, logistics
        All business parks with the cluster; those for heavy firms; those for logistics.
    campus, airport, sewage, landfill
        Campuses, airport, sewage works and a closed landfill.
    barracks, exercise, released, candidate, preferred
        Defence: in use, to be left, and looked at for more.

    """

    industry: Mask
    port: Mask
    quay: Mask
    power: Mask
    parks: Mask
    heavy: Mask
    logistics: Mask
    campus: Mask
    airport: Mask
    sewage: Mask
    landfill: Mask
    barracks: Mask
    exercise: Mask
    released: Mask
    candidate: Mask
    preferred: Mask


def port_place(outline: Outline, river: River) -> Point:
    """Return where the port lies: on the south bank, some way up the mouth."""
    bank = outline.inside & ~river.north & (river.beyond_m > 200)
    off = np.abs(outline.coast_m - 6_500) + 3 * np.abs(river.beyond_m - 900)
    best = int(np.argmin(np.where(bank, off, np.inf)))
    return float(best // COLS), float(best % COLS)


def make_sites(key: Key, ground: Ground, towns: Towns, roads: Roads) -> Sites:
    """Place all sites, the large ones first."""
    outline, river, terrain = ground.outline, ground.river, ground.terrain
    place = _Placing(key, ground, towns, roads)
    industry = place.at(port_place(outline, river), 1_900)
    port = industry & (river.beyond_m < 1_500)
    power = _most_seaward(industry, outline, 60)
    big = [
        place.at(spot, 330 // (n + 1) + 25) for n, spot in enumerate(roads.exits[:9])
    ]
    small = [
        place.at(_beside(towns, n), 300 // (n + 3) + 10)
        for n in range(N_PARKS - len(big))
    ]
    parks = np.logical_or.reduce([industry, *big, *small])
    airport = place.best(near(place.town_m(1), 6_000) - place.built_m / 30_000, 420)
    barracks = place.best(near(place.town_m(2), 3_000), 70)
    exercise = place.best(
        4 * terrain.ridge * near(-place.built_m + 9_000, 3_000), 2_300
    )
    candidate = place.best(terrain.ridge * near(place.built_m - 2_500, 1_500), 900)
    return Sites(
        industry,
        port,
        industry & (river.beyond_m < 500),
        power,
        parks,
        industry | small[3] | small[8],
        big[0] | big[1] | big[2],
        place.best(near(place.town_m(0), 4_500), 90)
        | place.best(near(place.town_m(1), 3_000), 55),
        airport,
        place.many(9, 6),
        place.many(3, 14),
        barracks,
        exercise,
        place.best(near(place.town_m(5), 5_000), 130),
        candidate,
        place.best(1.0 * terrain.deep * near(place.built_m - 2_500, 2_000), 450),
    )


def _most_seaward(land: Mask, outline: Outline, n_cells: int) -> Mask:
    """Return the cells of some land that lie nearest to the sea."""
    away = np.where(land, outline.coast_m, np.inf).ravel()
    chosen = np.zeros(land.size, np.bool_)
    chosen[np.argsort(away, kind="stable")[:n_cells]] = True
    return chosen.reshape(land.shape) & land


def _beside(towns: Towns, number: int) -> Point:
    """Return a place at the edge of a town."""
    row, col = towns.centres[number]
    reach = float(towns.radius[number]) + 2
    down, along = ((0, 1), (1, 0), (0, -1), (-1, 0))[number % 4]
    return row + down * reach, col + along * reach


class _Placing:
    """What is left to build on; every site takes from it."""

    def __init__(self, key: Key, ground: Ground, towns: Towns, roads: Roads) -> None:
        """Begin with all firm land outside the towns."""
        outline, river, terrain = ground.outline, ground.river, ground.terrain
        self.rng = stream(key, "sites")
        self.towns = towns
        self.built_m = metres(towns.built)
        self.rough = 0.6 + 0.8 * noise(self.rng, 15, 2)
        wet = river.beyond_m < 150
        self.land = outline.inside & ~wet & ~towns.built & ~terrain.lakes
        self.land &= ~terrain.dunes & (roads.motorway_m > 0) & ~terrain.valley

    def town_m(self, number: int) -> Plane:
        """Return the distance to a town's centre [m], less its radius."""
        row, col = self.towns.centres[number]
        down, along = np.arange(ROWS)[:, None] - row, np.arange(COLS) - col
        away = np.sqrt(down * down + along * along) - self.towns.radius[number]
        return np.asarray(np.maximum(away, 0) * 100.0)

    def at(self, centre: Point, n_cells: int) -> Mask:
        """Take land round a place."""
        taken = blob(centre, n_cells, self.rough, self.land)
        self.land = self.land & ~taken
        return taken

    def best(self, liking: Plane, n_cells: int) -> Mask:
        """Take land round the place that is liked best."""
        score = liking + 0.3 * self.rng.random((ROWS, COLS))
        roomy = self.land & (self.built_m > 600)
        spot = int(np.argmax(np.where(roomy, score, -np.inf)))
        return self.at((float(spot // COLS), float(spot % COLS)), n_cells)

    def many(self, count: int, n_cells: int) -> Mask:
        """Take small pieces of land near as many towns."""
        parts = [
            self.best(near(self.town_m(number) - 1_500, 800), n_cells)
            for number in range(count)
        ]
        return np.asarray(np.logical_or.reduce(parts))
