"""Electricity and pipelines: stations, lines, reservations, wind and sun."""

import numpy as np

from grids.puzzelland.drawing import Point, drawn, marked, metres, path, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import COLS, Plane, stream
from grids.puzzelland.sites import port_place


def grid_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about the electricity grid."""
    stations, sites = land.stations, land.sites
    town = [*land.towns.centres[:3], port_place(land.outline, land.river)]
    search = (stations.station_m < 1_800) & (land.built_m > 100)
    search &= land.cover.use < 2
    return {
        "grid_station": stations.station_m,
        "grid_station_150kv": stations.high_m,
        "grid_capacity_load": stations.load_mw[stations.zone],
        "grid_capacity_feed_in": stations.feed_in_mw[stations.zone],
        "hv_line": stations.line_m,
        "energy_search": soft(search & (land.noise("energy", 20, 2) > 0.5)),
        "power_plant_existing": soft(sites.power),
        "heat_source": np.minimum(metres(marked(town[:2])), metres(sites.industry)),
        "barro_energy_reserve": soft(sites.industry & (metres(sites.power) < 500)),
        "barro_power_site": soft(sites.power),
        "barro_hv_route": soft(
            (stations.line_m < 250) & (land.noise("route", 140, 2) > 0.5)
        ),
        "rcr_corridor": soft(
            (stations.line_m < 250) & (land.noise("state", 160, 2) < 0.4)
        ),
    }


def pipeline_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about pipelines: from the port to the eastern border."""
    rng = stream(land.key, "pipelines")
    port = port_place(land.outline, land.river)
    far: Point = (port[0] - 90, COLS - 1)
    corridor = metres(drawn([path(rng, port, far, sway=30, scale=150)]))
    towns = land.towns.centres
    gas = [path(rng, towns[n], towns[n + 1], sway=12, scale=80) for n in range(6)]
    strip_m = metres(drawn(gas))
    return {
        "pipeline_corridor": soft(corridor < 150),
        "barro_pipeline": soft(corridor < 250),
        "gas_pipeline": soft(strip_m == 0) * 0.6,
    }


def renewable_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about wind and sun."""
    open_land = (land.cover.use < 2) & (land.built_m > 700)
    coast = np.minimum(land.outline.coast_m, 60_000) / 60_000
    rough = 0.8 * land.terrain.ridge + 0.4 * soft(land.towns.built)
    return {
        "wind_speed": 9.0 - 1.6 * coast - 0.5 * rough,
        "irradiation": 1_075 - 45 * coast + 12 * land.noise("sun", 150, 2),
        "res_search": soft(open_land & (land.noise("res", 32, 2) > 0.72)),
        "svwol_wind_area": soft(
            open_land & (land.noise("wind", 110, 2) > 0.74) & (land.terrain.ridge < 0.1)
        ),
    }
