"""Nature, landscape and recreation: what is there and where more would thrive."""

import numpy as np

from grids.puzzelland.drawing import near, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import Plane


def nature_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about protected nature and nitrogen."""
    nature, terrain = land.nature, land.terrain
    spread = land.noise("habitats", 15, 2)
    sheds = 1.0 * (land.cover.use < 2) * (0.3 + terrain.ridge)
    deposition = 950 + 620 * land.noise("deposition", 40) + 380 * sheds
    deposition += 500 * near(land.roads.motorway_m, 350)
    critical = np.select(
        [terrain.dunes, terrain.peat, nature.woods],
        [1_000.0, 1_150.0, 1_430.0],
        1_070.0,
    )
    kept = nature.natura | nature.wild
    return {
        "natura2000": soft(nature.natura),
        "habitat_types": soft(nature.natura & (spread > 0.42)),
        "hydrological_buffer": soft(
            (nature.natura_m > 0) & (nature.natura_m < 1_200) & (terrain.ridge < 0.95)
        ),
        "nnn": soft(nature.network),
        "nnn_gap": soft(nature.gap),
        "nitrogen_deposition": np.rint(deposition),
        "critical_deposition": np.where(kept, critical, 2_400.0),
        "goose_rest": soft((land.noise("geese", 45, 2) > 0.72) & (land.cover.use == 1)),
    }


def promise_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about where nature and forest would do well."""
    nature, terrain = land.nature, land.terrain
    ground = land.noise("ground", 55)
    close = near(nature.natura_m, 1_500)
    water = np.clip(
        0.2 + 0.5 * near(terrain.stream_m, 900) + 0.35 * terrain.peat + 0.2 * ground,
        0,
        1,
    )
    form = np.clip(0.2 + 0.3 * ground + 0.4 * near(terrain.stream_m, 1_500), 0, 1)
    rock = np.clip(0.25 + 0.45 * terrain.ridge + 0.3 * ground, 0, 1)
    promise = np.clip(0.35 * close + 0.3 * water + 0.2 * form + 0.2 * rock, 0, 1)
    wild = soft(nature.wild | nature.woods)
    species = np.clip(
        0.1 + 0.5 * wild + 0.3 * close + 0.2 * land.noise("species", 14), 0, 1
    )
    birds = 0.2 + 0.45 * near(land.river.river_m, 3_000) + 0.3 * terrain.peat
    forest = 0.25 + 0.5 * terrain.ridge - 0.35 * terrain.peat + 0.25 * ground
    return {
        "geology": rock,
        "hydrology": water,
        "physiography": form,
        "habitat_suitability": promise,
        "biodiversity_value": np.clip(0.08 + 0.6 * wild + 0.3 * close * ground, 0, 1),
        "bird_sensitivity": np.clip(
            birds + 0.3 * near(land.outline.coast_m, 3e3), 0, 1
        ),
        "protected_species": species,
        "forest_suitability": np.clip(forest, 0, 1),
        "tree_cover": np.clip(0.85 * soft(nature.woods) + 0.06 * ground, 0, 1),
    }


def landscape_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about openness, quiet and recreation."""
    nature, terrain = land.nature, land.terrain
    hedges = 0.01 + 0.1 * terrain.ridge + 0.12 * terrain.valley
    closed = (
        0.6 * soft(nature.woods) + 0.5 * soft(land.towns.built) + 0.3 * terrain.ridge
    )
    loud_m = np.minimum(land.roads.motorway_m, land.roads.main_m * 2)
    quiet = (land.noise("quiet", 70, 2) > 0.52) & (land.built_m > 1_300)
    quiet &= (loud_m > 1_600) & (land.roads.rail_m > 900)
    far = np.minimum(land.built_m, loud_m * 2)
    return {
        "landscape_openness": np.clip(0.95 - closed, 0, 1),
        "landscape_elements": np.clip(
            hedges * (0.3 + land.noise("hedges", 9)) * (land.cover.use < 2), 0, 1
        ),
        "recreation_existing": soft(nature.recreation),
        "quiet_area": soft(quiet & ~land.outline.sea),
        "dark_sky": soft((far > 2_600) & (land.noise("dark", 80, 2) > 0.4)),
    }
