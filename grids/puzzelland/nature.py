"""Natura 2000, the nature network, woods, and what grows on the rest of the land."""

from dataclasses import dataclass

from grids.puzzelland.drawing import metres
from grids.puzzelland.ground import Ground
from grids.puzzelland.noise import Key, Mask, Plane, noise, stream
from grids.puzzelland.sites import Sites
from grids.puzzelland.towns import Towns


@dataclass(frozen=True, eq=False)
class Nature:
    """Green land.

    Parameters
    ----------
    natura, network, gap
        Natura 2000, the nature network, and what of it is not realised.
    wild, woods, grass
        Cells that are nature, forest and grassland today.
    natura_m
        Distance to Natura 2000 [m].
    recreation
        Cells of recreation areas.

    """

    natura: Mask
    network: Mask
    gap: Mask
    wild: Mask
    woods: Mask
    grass: Mask
    natura_m: Plane
    recreation: Mask


def make_nature(key: Key, ground: Ground, towns: Towns, sites: Sites) -> Nature:
    """Leave nature on dunes, heath, bogs and forelands."""
    outline, river, terrain = ground.outline, ground.river, ground.terrain
    rng = stream(key, "nature")
    free = ~(towns.built | sites.parks | sites.airport | sites.campus | outline.sea)
    away_m = metres(towns.built)
    heath = (terrain.ridge > 0.7) & (noise(rng, 75, 3) > 0.6) & (away_m > 900)
    bog = terrain.peat & (noise(rng, 55, 3) > 0.6) & (away_m > 700)
    bank = (river.forelands > 0.5) & (noise(rng, 48, 2) > 0.45)
    natura = free & (terrain.dunes | heath | bog | bank | terrain.lakes)
    groves = (terrain.ridge > 0.4) & (noise(rng, 30, 4) > 0.56)
    woods = free & (groves | ((noise(rng, 17, 3) > 0.85) & ~terrain.deep))
    woods &= ~terrain.valley & (river.beyond_m > 0)
    brook = terrain.valley & (noise(rng, 24, 2) > 0.35)
    network = free & (natura | brook | (river.forelands > 0.5) | (heath & woods))
    network |= free & (terrain.ridge > 0.4) & (noise(rng, 40, 3) > 0.68)
    gap = network & ~natura & ~woods & (noise(rng, 20, 2) > 0.55)
    wild = natura & ~woods
    wet = terrain.peat | terrain.valley | (river.forelands > 0.5)
    grass = free & ~wild & ~woods & (wet | (noise(rng, 28, 3) > 0.55))
    fun = (noise(rng, 19, 2) > 0.8) & (away_m > 100) & (away_m < 2_500)
    return Nature(
        natura,
        network,
        gap,
        wild,
        woods,
        grass & ~(fun & ~wild),
        metres(natura),
        free & fun & ~wild & ~woods & (river.beyond_m > 0) & ~terrain.lakes,
    )
