"""Water: rivers and lakes, dikes, floods, storage, salt and drinking water."""

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.drawing import edge, marked, metres, near, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import CELL_M, Mask, Plane, stream


def surface_water_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about rivers, brooks, lakes and the coast."""
    river, terrain, outline = land.river, land.terrain, land.outline
    # the northern lakes stand in for a closed-off sea arm
    shore = (land.built_m > 0) & (metres(terrain.lakes) < 400) & ~terrain.lakes
    brook = terrain.stream_m < CELL_M
    return {
        "open_water": land.cover.water,
        "large_water": np.maximum(river.water, soft(terrain.lakes)),
        "water_bodies": np.maximum(land.cover.water, 0.3 * soft(brook)),
        "main_river": np.maximum(river.river_m - 250, 0),
        "waterway_main": river.river_m,
        "stream": terrain.stream_m,
        "stream_valley": soft(terrain.valley),
        "coast_line": outline.coast_m,
        "ijsselmeer_area": soft(terrain.lakes & river.north),
        "ijsselmeer_shore": soft(shore & river.north),
    }


def flood_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about dikes and floods."""
    river, terrain = land.river, land.terrain
    dike_m = metres(_dike(land))
    inner = (river.beyond_m > 0) & ~terrain.dunes & ~land.outline.sea
    low = np.maximum(0, 1.9 - terrain.elevation) * inner
    reach = near(np.minimum(river.river_m, land.outline.coast_m), 16_000)
    primary = low * (0.25 + 0.7 * reach)
    outer = np.maximum(0, 5.0 - terrain.elevation) * (river.forelands > 0.5)
    primary = np.maximum(primary, outer)
    regional = np.maximum(0, -0.6 - terrain.elevation) * inner * 0.45
    hollow = np.maximum(0, land.noise("hollow", 8, 2) - 0.62)
    flat = 1 - terrain.ridge
    worst = np.maximum(primary, regional)
    return {
        "primary_dike": dike_m,
        "primary_dike_zone": soft(dike_m < 150),
        "floodplain": river.forelands,
        "outer_dike_land": np.clip(
            river.forelands + 0.9 * soft(land.outline.coast_m < 150), 0, 1
        ),
        "flood_depth": worst,
        "flood_depth_2100": np.where(worst > 0, worst + 0.5, 0.0),
        "flood_depth_primary": primary,
        "flood_depth_regional": regional,
        "pluvial_depth": hollow * (0.5 + 1.2 * flat) + 0.25 * terrain.deep * hollow,
        "river_discharge_reserve": soft(_widening(land)),
    }


def storage_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about polders, storage, salt and drought."""
    terrain, outline = land.terrain, land.outline
    wet = land.noise("storage", 26, 2)
    open_low = (terrain.polder >= 0) & (land.built_m > 300)
    salt = 5_500 + 6_000 * land.noise("salt", 60, 2)
    salty = (outline.coast_m < salt) & (terrain.soil < 3) & ~outline.sea
    return {
        "deep_polder": soft(terrain.deep),
        "polder_level": _level(terrain.polder, terrain.elevation),
        "water_storage_reserve": soft(open_low & (wet > 0.85)),
        "water_storage_search": soft(open_low & (wet > 0.68)),
        "salinising": soft(salty | (terrain.deep & (outline.coast_m < 20_000))),
        "drought_t20_shortage": soft(
            (terrain.ridge > 0.5) & (land.noise("drought", 80, 2) > 0.45)
        ),
    }


def groundwater_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about groundwater and drinking water."""
    terrain = land.terrain
    rng = stream(land.key, "wells")
    dry_sand = (terrain.ridge > 0.6) & (land.built_m > 900) & land.outline.inside
    dry_sand &= ~terrain.valley
    cells = np.flatnonzero(dry_sand)
    wells = cells[rng.integers(0, len(cells), 7)]
    width = dry_sand.shape[1]
    well_m = metres(marked([(float(w // width), float(w % width)) for w in wells]))
    brook = near(terrain.stream_m, 700)
    depth = np.select(
        [terrain.peat, terrain.deep, terrain.dunes, terrain.soil < 2],
        [35.0, 90.0, 220.0, 115.0],
        110 + 190 * terrain.ridge * (1 - 0.8 * brook),
    )
    highest = depth * (0.8 + 0.4 * land.noise("groundwater", 18))
    short = 0.25 + 0.4 * (land.noise("shortage", 120, 2) - 0.2)
    return {
        "groundwater_depth": highest,
        "groundwater_depth_low": highest + 50 + 60 * terrain.ridge,
        "groundwater_drawdown": 4 + 46 * terrain.ridge * near(well_m, 4_000),
        "groundwater_quality": np.clip(
            0.85 - 0.5 * land.noise("nitrate", 30) + 0.2 * terrain.ridge, 0, 1
        ),
        "groundwater_abstraction": well_m,
        "groundwater_protection": soft(well_m < 1_800),
        "drinking_water_protection": soft(well_m < 1_100),
        "drinking_water_availability": np.clip(short + 0.2 * (1 - terrain.ridge), 0, 1),
        "wwtp": soft(land.sites.sewage),
    }


def _dike(land: Land) -> Mask:
    """Return the winter dikes, and sea dikes where the coast has no dunes."""
    river, outline = land.river, land.outline
    winter = edge(river.beyond_m < 0) & (land.terrain.ridge < 0.3) & ~outline.sea
    sea = edge(~outline.sea) & ~land.terrain.dunes & (river.beyond_m > 0)
    return winter | (sea & (outline.coast_m < 200))


def _level(polder: NDArray[np.int32], elevation: Plane) -> Plane:
    """Return the water level of each polder, 0.9 m below its mean height, else 0."""
    held = polder >= 0
    cells = np.bincount(polder[held])
    mean = np.bincount(polder[held], elevation[held]) / np.maximum(cells, 1)
    return np.where(held, mean[polder] - 0.9, 0.0)


def _widening(land: Land) -> Mask:
    """Return the land behind a dike that is kept for a wider river."""
    behind = (land.river.beyond_m > 0) & (land.river.beyond_m < 1_100)
    bend = land.noise("widening", 50, 2) > 0.6
    return behind & bend & (land.built_m > 0) & (land.terrain.ridge < 0.5)
