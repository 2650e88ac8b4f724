"""Soil and farming: what the ground is like, and what it is worth to a farmer."""

import numpy as np

from grids.puzzelland.drawing import marked, metres, near, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import COLS, Plane, stream


def soil_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about the soil itself."""
    terrain = land.terrain
    peat, clay = 1.0 * terrain.peat, 1.0 * (terrain.soil < 2)
    bumps = land.noise("soil", 22)
    organic = 0.03 + 0.05 * clay * bumps + 0.42 * peat * (0.6 + 0.4 * bumps)
    old_town = land.towns.built * (0.25 + 0.4 * land.towns.depth)
    dirty = np.maximum(old_town, 0.55 * land.sites.parks) * (0.5 + bumps)
    return {
        "peat": soft(terrain.peat & ~land.towns.built),
        "high_sand": soft((terrain.ridge > 0.6) & (terrain.elevation > 8)),
        "elevation": terrain.elevation,
        "subsidence_rate": 8.5 * peat * (0.5 + 0.6 * bumps) + 1.6 * clay * bumps + 0.1,
        "soil_infiltration": np.clip(
            0.12 + 0.12 * bumps + 0.68 * np.maximum(terrain.ridge, terrain.dunes), 0, 1
        ),
        "soil_organic_matter": np.clip(organic, 0, 1),
        "soil_contamination": np.clip(dirty + 0.06 * bumps, 0, 1),
        "soil_disturbance_value": np.clip(
            0.2 + 0.4 * land.noise("profile", 45) + 0.3 * peat, 0, 1
        ),
        "closed_landfill": soft(land.sites.landfill),
        "geological_value": soft(
            (land.noise("geological", 60, 3) > 0.66)
            & (terrain.dunes | (terrain.ridge > 0.3))
        ),
    }


def farming_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about farms and farmland."""
    terrain, use = land.terrain, land.cover.use
    farmed = use < 2
    rng = stream(land.key, "farms")
    cells = np.flatnonzero(farmed & land.outline.inside & (land.built_m > 300))
    sheds = cells[rng.integers(0, len(cells), 620)]
    sandy = sheds[(terrain.ridge.ravel()[sheds] > 0.2) | (sheds % 3 == 0)]
    shed_m = metres(marked([(float(s // COLS), float(s % COLS)) for s in sandy]))
    base = np.select([terrain.soil < 2, terrain.peat], [0.72, 0.32], 0.42)
    quality = base + 0.3 * (land.noise("quality", 16, 3) - 0.5) + 0.08 * terrain.deep
    yards = farmed & (land.noise("yards", 3, 1) > 0.9)
    return {
        "farmland_quality": np.clip(quality, 0, 1),
        "grassland": soft(use == 1) * land.cover.free,
        "farm_yard": soft(yards | (shed_m == 0)) * 0.5,
        "livestock_farms": shed_m,
        "odour_contour": 14 * near(shed_m, 260),
        "abcd_plus_map": np.rint(1 + 3 * land.noise("abcd", 50, 2)),
    }
