"""Inhabitants, homes, jobs and the town as a place to live."""

import numpy as np

from grids.puzzelland.drawing import edge, marked, metres, near, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import Mask, Plane, smooth


def people_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about inhabitants and their town."""
    towns, cover, sites = land.towns, land.cover, land.sites
    density = _density(land)
    centre_m = metres(marked(towns.centres))
    facilities = smooth(near(centre_m, 1_800) * (0.4 + 0.6 * _rank(land)))
    green = towns.built & (land.noise("town green", 9, 2) > 0.72)
    parks = sites.parks & ~sites.industry
    people_jobs = 0.25 * density + 60 * facilities * (cover.built > 0.2)
    sealing = np.clip(0.75 * cover.built + 0.9 * cover.business, 0, 1)
    sealing = np.maximum(sealing, cover.infrastructure)
    heat = 0.2 + 0.75 * sealing - 0.25 * soft(green) + 0.1 * land.noise("heat", 30)
    poor = land.noise("poor", 22)
    return {
        "population": density,
        "population_centre": metres(density > 10),
        "vulnerable_population": np.clip(0.05 + 0.35 * poor * (density > 5), 0, 1),
        "jobs": people_jobs + 45 * soft(parks) + 18 * soft(sites.industry),
        "facilities": facilities,
        "soil_sealing": sealing,
        "roof_area": 0.16 * cover.built + 0.3 * cover.business,
        "heat_stress": np.clip(heat, 0, 1),
        "urban_green_existing": soft(green),
        "urban_species": np.clip(
            (towns.built | (land.built_m < 500))
            * (0.15 + 0.6 * soft(green) + 0.3 * poor),
            0,
            1,
        ),
        "built_up": np.clip(soft(towns.built) * (1 - cover.water), 0, 1),
        "rural_area": soft(~(towns.built | sites.parks | sites.airport)),
    }


def building_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about plans, deals and land that waits."""
    towns = land.towns
    inner = land.noise("unused", 7, 2)
    fringe = (land.built_m > 0) & (land.built_m < 900)
    spot = land.noise("plans", 14, 2)
    dry = (land.river.beyond_m > 200) & ~land.terrain.dunes & ~land.nature.natura
    open_land = fringe & dry & ~land.sites.parks
    large = np.isin(towns.settlement, (0, 1, 2, 3)) | (land.built_m < 3_000)
    price = (
        55_000 + 30_000 * (1 - land.terrain.ridge) + 330_000 * near(land.built_m, 700)
    )
    soft_soil = 1.0 * land.terrain.peat + 0.5 * (land.terrain.soil < 2)
    return {
        "unused_terrain_built_up": soft(towns.built & (inner > 0.79)),
        "brownfield": soft((towns.built | land.sites.parks) & (inner < 0.16)),
        "residual_rural": soft(~towns.built & (inner > 0.87) & (land.built_m < 4_000)),
        "reconstruction_area": soft(_ring(land, 0.55, 0.72) & (spot > 0.45)),
        "adopted_plan": soft(open_land & (spot > 0.78)),
        "agreed_housing_site": soft(open_land & (spot < 0.19)),
        "agreed_site": soft(open_land & (spot < 0.12)),
        "housing_deal_site": soft(open_land & (spot > 0.6) & (spot < 0.67)),
        "novex_housing_location": soft(
            open_land & large & (spot > 0.5) & (spot < 0.62)
        ),
        "novex_area": soft(_novex(land)),
        "mirt_project": soft(
            (land.roads.motorway_m < 400) & (land.noise("mirt", 90, 2) > 0.7)
        ),
        "land_price": np.rint(price / 500) * 500,
        "site_preparation_cost": np.rint(
            (60_000 + 240_000 * soft_soil + 90_000 * land.terrain.deep) / 1_000
        )
        * 1_000,
    }


def heritage_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about heritage, most of it in old town cores."""
    core = _ring(land, 0.9, 1.01)
    line = np.abs(land.river.beyond_m - 5_200 - 2_500 * land.noise("line", 80, 2))
    fort = (line < 350) & land.river.north & (land.terrain.ridge < 0.2)
    digs = land.noise("digs", 12, 2) + 0.15 * land.terrain.ridge
    monument = core & (land.noise("monument", 4, 1) > 0.6)
    old = land.noise("old landscape", 70, 3)
    value = 0.75 * soft(core) + 0.8 * soft(fort) + 0.35 * smooth(2.2 * old - 1.1)
    return {
        "world_heritage": soft(fort),
        "protected_townscape": soft(core),
        "monument": soft(monument),
        "archaeology": soft(digs > 0.82),
        "heritage_value": np.clip(value, 0, 1),
        "landscape_structure": soft(
            edge(land.terrain.deep) | (np.abs(land.river.beyond_m) < 100) | fort
        ),
        "provincial_protected_landscape": soft((old > 0.68) & ~land.towns.built),
        "landscape_value": np.clip(0.2 + 0.6 * old + 0.3 * land.nature.natura, 0, 1),
    }


def _novex(land: Land) -> Mask:
    """Return the areas of national interest: the port and round the largest towns."""
    port_m = metres(land.sites.industry)
    towns_m = metres(np.isin(land.towns.settlement, (0, 1, 2)))
    return (port_m < 2_500) | (towns_m < 2_000)


def _density(land: Land) -> Plane:
    """Return inhabitants per hectare, dense in the middle of a town."""
    towns = land.towns
    weight = np.where(towns.built, 0.35 + towns.depth, 0.0)
    number = np.maximum(towns.settlement, 0).astype(np.int64)
    total = np.bincount(number.ravel(), weight.ravel(), minlength=len(towns.people))
    share = weight * (towns.people / np.maximum(total, 1))[number]
    farms = 0.12 * (land.noise("farms", 6, 1) > 0.55)
    return np.where(towns.built, share, farms * ~land.outline.sea)


def _rank(land: Land) -> Plane:
    """Return how large the town of a cell is, from 0 to 1; villages and land 0."""
    number = land.towns.settlement
    return np.where(number >= 0, 1 / (1 + 0.15 * np.maximum(number, 0)), 0)


def _ring(land: Land, low: float, high: float) -> Mask:
    """Return the part of the towns between two depths."""
    depth = land.towns.depth
    return land.towns.built & (depth >= low) & (depth < high)
