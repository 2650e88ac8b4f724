"""Roads, rail, water and air: distances, reservations and access."""

import numpy as np

from grids.puzzelland.drawing import near, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import COLS, ROWS, Plane


def transport_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about roads, railways and corridors."""
    roads, river = land.roads, land.river
    corridor_m = np.minimum(
        roads.motorway_m, np.minimum(roads.freight_m, river.river_m)
    )
    access = (
        0.45 * near(roads.exit_m, 3_500)
        + 0.3 * near(roads.stop_m, 2_500)
        + 0.25 * near(river.river_m, 3_500)
    )
    spare = 0.75 - 0.5 * near(land.built_m, 3_000) + 0.35 * land.noise("spare", 50)
    verge = (roads.main_m > 0) & (roads.main_m < 200)
    reserve = land.noise("rail reserve", 120, 2) > 0.55
    return {
        "motorway": roads.motorway_m,
        "motorway_exit": roads.exit_m,
        "road_main": roads.main_m,
        "road_verge": soft(verge) * 0.25,
        "rail_main": roads.rail_m,
        "rail_freight": roads.freight_m,
        "rail_verge": soft((roads.rail_m > 0) & (roads.rail_m < 200)) * 0.2,
        "rail_reserve": soft((roads.rail_m < 150) & reserve),
        "transit_stop": roads.stop_m,
        "station_future": roads.future_m,
        "cycle_route": roads.cycle_m,
        "freight_corridor": corridor_m,
        "military_mobility_corridor": soft(
            np.minimum(roads.freight_m, roads.motorway_m) < 300
        ),
        "basisnet_route": np.minimum(roads.motorway_m, roads.freight_m),
        "infra_capacity": np.clip(spare, 0, 1),
        "multimodal_access": np.clip(access, 0, 1),
        "legal_zone_infra": soft(np.minimum(roads.motorway_m, roads.rail_m) < 150),
    }


def airport_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about the airport: long contours along its runway."""
    airport = land.sites.airport
    cells = np.flatnonzero(airport)
    row, col = float(np.mean(cells // COLS)), float(np.mean(cells % COLS))
    down, along = np.arange(ROWS)[:, None] - row, np.arange(COLS) - col
    ahead, aside = 0.8 * along + 0.6 * down, 0.8 * down - 0.6 * along
    away = np.sqrt((ahead / 3) ** 2 + aside * aside) * 100.0
    circle = np.sqrt(down * down + along * along) * 100.0
    return {
        "airport": soft(airport),
        "airport_noise_zone": np.interp(
            away, [0, 800, 2_000, 4_500, 9_000], [70, 60, 50, 42, 30]
        ),
        "airport_safety_zone": np.where(
            away < 700, 2.0, np.where(away < 1_500, 1.0, 0)
        ),
        "airport_height_zone": np.interp(
            circle, [0, 4_000, 6_000, 15_000, 15_001], [45, 45, 100, 145, 300]
        ),
    }
