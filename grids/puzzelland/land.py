"""The whole landscape: every part drawn once, in the order in which it grew."""

from dataclasses import dataclass

from grids.puzzelland.cover import Cover, make_cover
from grids.puzzelland.drawing import metres
from grids.puzzelland.ground import make_ground
from grids.puzzelland.nature import Nature, make_nature
from grids.puzzelland.noise import Key, Plane, noise, stream
from grids.puzzelland.outline import Outline
from grids.puzzelland.river import River
from grids.puzzelland.roads import Roads, make_roads
from grids.puzzelland.sites import Sites, make_sites, port_place
from grids.puzzelland.stations import Stations, make_stations
from grids.puzzelland.terrain import Terrain
from grids.puzzelland.towns import Towns, make_towns


@dataclass(frozen=True, eq=False)
class Land:
    """The parts of the landscape, and the distance to all that is built [m]."""

    key: Key
    outline: Outline
    river: River
    terrain: Terrain
    towns: Towns
    roads: Roads
    sites: Sites
    nature: Nature
    cover: Cover
    stations: Stations
    built_m: Plane

    def noise(self, purpose: str, scale: float, octaves: int = 3) -> Plane:
        """Return a smooth random plane from 0 to 1 for one purpose."""
        return noise(stream(self.key, purpose), scale, octaves)


def make_land(key: Key) -> Land:
    """Draw the landscape of a seed and version."""
    ground = make_ground(key)
    towns = make_towns(key, ground)
    port = port_place(ground.outline, ground.river)
    roads = make_roads(key, ground.outline, towns, port)
    sites = make_sites(key, ground, towns, roads)
    nature = make_nature(key, ground, towns, sites)
    cover = make_cover(ground, towns, roads, sites, nature)
    stations = make_stations(key, towns, sites, port)
    return Land(
        key,
        ground.outline,
        ground.river,
        ground.terrain,
        towns,
        roads,
        sites,
        nature,
        cover,
        stations,
        metres(towns.built),
    )
