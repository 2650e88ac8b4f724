"""All layers of the landscape as planes of 100 m, by name."""

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.business_layers import business_layers, defence_layers
from grids.puzzelland.contours import air_layers, noise_layers, safety_layers
from grids.puzzelland.energy_layers import (
    grid_layers,
    pipeline_layers,
    renewable_layers,
)
from grids.puzzelland.green_layers import (
    landscape_layers,
    nature_layers,
    promise_layers,
)
from grids.puzzelland.land import Land
from grids.puzzelland.noise import Plane
from grids.puzzelland.people import building_layers, heritage_layers, people_layers
from grids.puzzelland.soil_layers import farming_layers, soil_layers
from grids.puzzelland.tables import table_layers
from grids.puzzelland.transport_layers import airport_layers, transport_layers
from grids.puzzelland.water_layers import (
    flood_layers,
    groundwater_layers,
    storage_layers,
    surface_water_layers,
)

PARTS = (
    people_layers,
    building_layers,
    heritage_layers,
    business_layers,
    defence_layers,
    transport_layers,
    airport_layers,
    grid_layers,
    pipeline_layers,
    renewable_layers,
    surface_water_layers,
    flood_layers,
    storage_layers,
    groundwater_layers,
    soil_layers,
    farming_layers,
    nature_layers,
    promise_layers,
    landscape_layers,
    noise_layers,
    air_layers,
    safety_layers,
)
"""Functions that each draw a family of layers."""


def all_planes(
    land: Land, municipality: NDArray[np.int32], catchment: NDArray[np.int32]
) -> dict[str, Plane]:
    """Return every layer that holds numbers."""
    planes: dict[str, Plane] = {}
    for part in PARTS:
        planes |= part(land)
    return planes | table_layers(land, municipality, catchment)
