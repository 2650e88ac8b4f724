"""How a cell is divided today, and what most of it is used for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.drawing import soft
from grids.puzzelland.nature import Nature
from grids.puzzelland.noise import Plane
from grids.puzzelland.outline import Outline
from grids.puzzelland.river import River
from grids.puzzelland.roads import Roads
from grids.puzzelland.sites import Sites
from grids.puzzelland.terrain import Terrain
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
    outline: Outline,
    river: River,
    terrain: Terrain,
    towns: Towns,
    roads: Roads,
    sites: Sites,
    nature: Nature,
) -> Cover:
    """Give water its share first, then towns, business and roads."""
    pools = soft(terrain.lakes)
    water = np.clip(np.maximum(river.water, pools) + 0.02 * terrain.peat, 0, 1)
    water = np.where(outline.sea, 1.0, water)
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
