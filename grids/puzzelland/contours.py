"""Noise, air and safety round roads, railways, industry and wind turbines.

Levels fall with distance along a table, without spectra or shielding: they look like
the contours of a real map and are worth no more than that.
"""

import numpy as np

from grids.puzzelland.drawing import marked, metres, near, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import COLS, Plane, stream

AWAY_M = (0, 100, 300, 800, 2_000, 5_000, 12_000)
"""Distances at which levels are given [m]."""

LEVELS = {
    "motorway": (76, 71, 64, 57, 50, 43, 35),
    "road": (70, 62, 54, 47, 41, 36, 30),
    "rail": (73, 66, 59, 52, 45, 38, 30),
    "industry": (65, 61, 56, 50, 43, 36, 28),
    "wind": (52, 50, 46, 41, 34, 28, 22),
}
"""Level at those distances [dB Lden]."""


def noise_layers(land: Land) -> dict[str, Plane]:
    """Return the noise of each source and of all together."""
    roads = land.roads
    rng = stream(land.key, "turbines")
    cells = np.flatnonzero((land.cover.use == 0) & (land.built_m > 1_500))
    turbines = cells[rng.integers(0, len(cells), 60)]
    turbine_m = metres(marked([(float(t // COLS), float(t % COLS)) for t in turbines]))
    road = np.maximum(
        _level("motorway", roads.motorway_m), _level("road", roads.main_m)
    )
    road = np.maximum(road, 44 + 12 * soft(land.towns.built))
    rail = _level("rail", roads.rail_m)
    industry = _level("industry", metres(land.sites.heavy))
    wind = _level("wind", turbine_m)
    loudest = np.maximum(np.maximum(road, rail), np.maximum(industry, wind))
    return {
        "noise_road": road,
        "noise_rail": rail,
        "noise_industry": industry,
        "noise_wind": wind,
        "noise_total": loudest + 1.0,
        "mjpg": soft((road > 65) & land.towns.built),
    }


def air_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about air."""
    roads, town = land.roads, soft(land.towns.built)
    harbour = near(metres(land.sites.industry), 2_500)
    no2 = 8 + 9 * near(roads.motorway_m, 400) + 5 * town + 6 * harbour
    no2 += 3 * near(roads.main_m, 150)
    pm = 13 + 3 * near(roads.motorway_m, 400) + 2 * town + 3 * harbour
    ufp = 5_000 + 9_000 * near(metres(land.sites.airport), 2_500)
    return {
        "air_quality_no2": no2 + 1.5 * land.noise("no2", 60),
        "air_quality_pm": pm + 1.5 * land.noise("pm", 60),
        "air_exceedance": soft(no2 > 22),
        "ufp_concentration": np.rint(ufp + 6_000 * near(roads.motorway_m, 300)),
    }


def safety_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about hazardous firms and transport."""
    heavy_m = metres(land.sites.heavy & (land.noise("hazard", 7, 1) > 0.6))
    return {
        "attention_area": soft((heavy_m < 600) | (land.roads.freight_m < 200)),
        "risk_contour_10_6": soft(heavy_m < 200),
    }


def _level(source: str, away_m: Plane) -> Plane:
    """Return the level of a source at a distance [dB Lden]."""
    return np.interp(away_m, AWAY_M, LEVELS[source])
