"""The ground on which all else is built: coast, river and soils."""

from dataclasses import dataclass

from grids.puzzelland.noise import Key
from grids.puzzelland.outline import Outline, make_outline
from grids.puzzelland.river import River, make_river
from grids.puzzelland.terrain import Terrain, make_terrain


@dataclass(frozen=True, eq=False)
class Ground:
    """Outline, river and terrain of one landscape."""

    outline: Outline
    river: River
    terrain: Terrain


def make_ground(key: Key) -> Ground:
    """Draw the ground of a seed and version."""
    outline = make_outline(key)
    river = make_river(key, outline)
    return Ground(outline, river, make_terrain(key, outline, river))
