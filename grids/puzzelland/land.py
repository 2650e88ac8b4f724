"""The whole landscape: every part drawn once, in the order in which it grew."""

from dataclasses import dataclass

from grids.puzzelland.cover import Cover, make_cover
from grids.puzzelland.drawing import metres
from grids.puzzelland.nature import Nature, make_nature
from grids.puzzelland.noise import Key, Plane, noise, stream
from grids.puzzelland.outline import Outline, make_outline
from grids.puzzelland.river import River, make_river
from grids.puzzelland.roads import Roads, make_roads
from grids.puzzelland.sites import Sites, make_sites, port_place
from grids.puzzelland.stations import Stations, make_stations
from grids.puzzelland.terrain import Terrain, make_terrain
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
    outline = make_outline(key)
    river = make_river(key, outline)
    terrain = make_terrain(key, outline, river)
    towns = make_towns(key, outline, river, terrain)
    port = port_place(outline, river)
    roads = make_roads(key, outline, towns, port)
    sites = make_sites(key, outline, river, terrain, towns, roads)
    nature = make_nature(key, outline, river, terrain, towns, sites)
    cover = make_cover(outline, river, terrain, towns, roads, sites, nature)
    stations = make_stations(key, towns, sites, port)
    return Land(
        key,
        outline,
        river,
        terrain,
        towns,
        roads,
        sites,
        nature,
        cover,
        stations,
        metres(towns.built),
    )
