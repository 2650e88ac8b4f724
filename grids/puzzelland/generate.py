"""Puzzelland: a province that does not exist, with every layer that the rules name.

A coast, a big river, deep polders, peat, a sand ridge, towns of Zipf sizes and all that
lies between, drawn from a seed on 100 m and averaged to the cell size asked for. It
stands in the North Sea, so that no one takes it for a real place. A ``version`` that
has been given out keeps its bytes; a change of the drawing needs a new one.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from grids.catalogue import DISTANCE, describe_layer
from grids.grid import CELL_SIZES_M, Frame, Grid
from grids.layers import Layer, Origin, Province
from grids.puzzelland.aggregate import averaged, commonest
from grids.puzzelland.drawing import metres
from grids.puzzelland.noise import Plane
from grids.sentence import Sentence

NAME = "puzzelland"
"""Id of the province."""

VERSIONS = (1,)
"""Versions that can be drawn."""

WEST_M, NORTH_M = 10_000, 540_000
"""Upper left corner of the plane in RD [m], in the North Sea."""

DECIMALS = 4
"""Numbers are rounded to this, far below what they mean."""

DISTANCES = (
    "airport",
    "built_up",
    "business_park_existing",
    "campus",
    "defence_site",
    "drinking_water_protection",
    "hmc_existing",
    "industry_cluster",
    "large_water",
    "logistics_cluster",
    "military_mobility_corridor",
    "natura2000",
    "nnn",
    "novex_housing_location",
    "open_water",
    "pipeline_corridor",
    "port",
    "power_plant_existing",
    "protected_townscape",
    "quay",
    "recreation_existing",
    "stream_valley",
    "world_heritage",
)
"""Fractions of which the distance is a layer too."""

TABLES = {
    "grid_capacity_load": "grid_zone",
    "grid_capacity_feed_in": "grid_zone",
    "housing_plan_capacity": "municipality",
    "business_park_supply": "municipality",
    "social_housing_share": "municipality",
    "noise_ceiling": "municipality",
    "thermal_capacity_reach": "catchment",
}
"""Values that are one number per zone of a layer: never averaged over two zones."""


def generate(seed: int = 1, cell_m: int = 100, version: int = 1) -> Province:
    """Draw the province.

    Parameters
    ----------
    seed
        Another seed is another province.
    cell_m
        Edge of a cell [m]; the geography is the same for all sizes.
    version
        Version of the drawing.

    Returns
    -------
    Province
        About 300,000 cells at 100 m, with every layer of the catalogue.

    Raises
    ------
    ValueError
        If the version or cell size is unknown, or the seed is below 0.

    """
    if version not in VERSIONS:
        raise ValueError(
            Sentence(
                "version must be one of {known}, got {got}", known=VERSIONS, got=version
            )
        )
    if cell_m not in CELL_SIZES_M:
        raise ValueError(
            Sentence(
                "cell size must be one of {known} m, got {got} m",
                known=CELL_SIZES_M,
                got=cell_m,
            )
        )
    if seed < 0:
        raise ValueError(Sentence("seed must be >= 0, got {got}", got=seed))
    from grids.puzzelland.land import make_land
    from grids.puzzelland.planes import all_planes
    from grids.puzzelland.zones import make_zones

    land = make_land((seed, version))
    inside = land.outline.inside
    crop, grid = _grid(averaged(inside.astype(np.float64), cell_m) >= 0.5, cell_m)
    zones = make_zones(land)
    planes = all_planes(land, zones["municipality"][0], zones["catchment"][0])
    planes |= {name + DISTANCE: metres(planes[name] >= 0.5) for name in DISTANCES}
    origin = Origin(
        f"Puzzelland {version}, seed {seed}, invented",
        licence="CC0-1.0",
        invented=True,
    )
    layers = {
        name: _coded(name, commonest(codes, cell_m)[crop], grid, origin, names)
        for name, (codes, names) in zones.items()
    }
    for name, plane in planes.items():
        if name in TABLES:
            coarse = _table(plane, zones[TABLES[name]][0], cell_m)
        else:
            coarse = averaged(plane, cell_m)
        layers[name] = _numbered(name, coarse[crop], grid, origin)
    free = averaged(land.cover.free * inside, cell_m)[crop]
    hectares = grid.from_plane(free) * grid.cell_area_ha
    return Province(NAME, grid, layers, _rounded(hectares))


def _grid(mask: NDArray[np.bool_], cell_m: int) -> tuple[tuple[slice, slice], Grid]:
    """Return the part of the plane round the province, and the grid on it."""
    rows, cols = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = int(rows[0]), int(cols[0])
    crop = slice(top, int(rows[-1]) + 1), slice(left, int(cols[-1]) + 1)
    inside = np.ascontiguousarray(mask[crop])
    corner = WEST_M + left * cell_m, NORTH_M - top * cell_m
    return crop, Grid(Frame(cell_m, *corner, *inside.shape), inside)


def _table(plane: Plane, zone: NDArray[np.int32], cell_m: int) -> Plane:
    """Return the number of the zone that a cell of another size lies in."""
    number = np.zeros(int(zone.max()) + 1)
    number[zone[zone >= 0]] = plane[zone >= 0]
    return np.asarray(number[commonest(zone, cell_m)])


def _numbered(name: str, plane: Plane, grid: Grid, origin: Origin) -> Layer:
    """Make a layer of numbers, of the catalogue's kind and unit."""
    note = describe_layer(name)
    values = _rounded(grid.from_plane(plane))
    if note.kind == "fraction":
        values = np.clip(values, np.float32(0), np.float32(1))
    return Layer(name, note.kind, values, note.unit, origin)


def _coded(
    name: str,
    plane: NDArray[np.int32],
    grid: Grid,
    origin: Origin,
    names: Mapping[int, str],
) -> Layer:
    """Make a class or zone layer, with the names that occur."""
    note = describe_layer(name)
    values = grid.from_plane(plane)
    present = {int(code) for code in np.unique(values)}
    labels = {code: text for code, text in names.items() if code in present}
    return Layer(name, note.kind, values, note.unit, origin, labels)


def _rounded(values: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return numbers without the digits that mean nothing."""
    return np.round(values, DECIMALS).astype(np.float32)
