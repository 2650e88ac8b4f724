"""How a cell is divided today, and what most of it is used for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.drawing import soft
from grids.puzzelland.ground import Ground
from grids.puzzelland.nature import Nature
from grids.puzzelland.noise import Plane
from grids.puzzelland.roads import Roads
from grids.puzzelland.sites import Sites
from grids.puzzelland.towns import Towns

USES = (
    "farmland",
    "grassland",
    "forest",
    "nature",
    "built_up",
    "business_park",
    "water",
    "infrastructure",
    "recreation",
    "defence",
)
"""Names of today's land uses, by code."""


@dataclass(frozen=True, eq=False)
class Cover:
    """Shares of the cell, together at most 1, and its main use.

    Parameters
    ----------
    water, built, business, infrastructure
        Share of the cell that they take; this land cannot change use.
    free
        Share of the cell that is left.
    use
        Code of ``USES``.

    """

    water: Plane
    built: Plane
    business: Plane
    infrastructure: Plane
    free: Plane
    use: NDArray[np.int32]


def make_cover(
    ground: Ground, towns: Towns, roads: Roads, sites: Sites, nature: Nature
) -> Cover:
    """Give water its share first, then towns, business and roads."""
    water = _water(ground)
    left = 1 - water
    business = left * soft(sites.parks)
    left = left - business
    built = left * np.clip(soft(towns.built) * (0.55 + 0.6 * towns.depth), 0, 1)
    left = left - built
    infrastructure = left * np.maximum(roads.taken, soft(sites.airport))
    free = left - infrastructure
    defence = sites.barracks | sites.exercise
    tests = [
        water > 0.5,
        sites.parks,
        towns.built,
        (infrastructure > 0.5) | sites.airport,
        defence,
        nature.recreation,
        nature.wild,
        nature.woods,
        nature.grass,
    ]
    codes = [6, 5, 4, 7, 9, 8, 3, 2, 1]
    use = np.select(tests, codes, 0).astype(np.int32)
    return Cover(water, built, business, infrastructure, np.clip(free, 0, 1), use)


def _water(ground: Ground) -> Plane:
    """Return the share of water: sea, river, lakes, and ditches in the peat."""
    terrain = ground.terrain
    wet = np.maximum(ground.river.water, soft(terrain.lakes)) + 0.02 * terrain.peat
    return np.where(ground.outline.sea, 1.0, np.clip(wet, 0, 1))
