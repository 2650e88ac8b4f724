"""Figures per zone, spread over the zone's cells as the rules expect of a table."""

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.land import Land
from grids.puzzelland.noise import Plane, stream
from grids.puzzelland.zones import N_MUNICIPALITIES


def table_layers(
    land: Land, municipality: NDArray[np.int32], catchment: NDArray[np.int32]
) -> dict[str, Plane]:
    """Return the layers that are the same in a whole municipality or catchment."""
    rng = stream(land.key, "tables")
    people = land.towns.people[:N_MUNICIPALITIES]
    draw = rng.random((4, N_MUNICIPALITIES))
    plans = np.rint(people * (0.02 + 0.05 * draw[0]) / 10) * 10
    hectares = np.rint(4 + people / 4_000 * draw[1])
    social = np.rint(18 + 20 * draw[2])
    ceiling = np.rint(58 + 6 * draw[3])
    return {
        "housing_plan_capacity": plans[municipality],
        "business_park_supply": hectares[municipality],
        "social_housing_share": social[municipality],
        "noise_ceiling": ceiling[municipality],
        "thermal_capacity_reach": _cooling(land, catchment)[catchment],
    }


def _cooling(land: Land, catchment: NDArray[np.int32]) -> Plane:
    """Return the heat that each catchment's water can take [MW]; the river most."""
    held = land.outline.inside
    water_ha = np.bincount(catchment[held], land.cover.water[held])
    return np.asarray(np.rint(15 + 0.4 * water_ha))
