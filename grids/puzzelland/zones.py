"""Municipalities, regions, catchments and other areas, with their names."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from grids.puzzelland.cover import USES
from grids.puzzelland.drawing import Point, nearest_of
from grids.puzzelland.land import Land
from grids.puzzelland.names import REGIONS, town_names, village
from grids.puzzelland.noise import COLS, ROWS, Plane, stream
from grids.puzzelland.terrain import SOILS
from grids.puzzelland.towns import N_TOWNS, N_VILLAGES

N_MUNICIPALITIES = 20
"""Number of municipalities, one round each of the largest towns."""

CHARACTERS = (
    "duinen",
    "zeekleipolders",
    "rivierengebied",
    "veenweiden",
    "droogmakerijen",
    "zandrug",
    "beekdalen",
)
"""Types of landscape."""

COROP = ("Oost-Puzzelland", "West-Puzzelland")
"""COROP regions: the eastern RES region, and the other two together."""

Codes = tuple[NDArray[np.int32], Mapping[int, str]]
"""Code per cell of the plane and the name of each code."""


def make_zones(land: Land) -> dict[str, Codes]:
    """Return all zone and class layers by name."""
    municipality = _municipality(land)
    region = _regions(land)
    character = _character(land)
    south = np.where(land.river.north, 0, len(CHARACTERS))
    sides = [f"{name} {side}" for side in ("noord", "zuid") for name in CHARACTERS]
    towns = town_names(_landscapes(land))
    settlements = [*towns, *(village(number) for number in range(N_VILLAGES))]
    whole = np.zeros((ROWS, COLS), np.int32)
    station = [f"station {number + 1}" for number in range(len(land.stations.places))]
    return {
        "province": (whole, {0: "Puzzelland"}),
        "municipality": (municipality, _named(towns[:N_MUNICIPALITIES])),
        "nuts3": (np.minimum(region, 1)[municipality], _named(COROP)),
        "res_region": (region[municipality], _named(REGIONS)),
        "neighbourhood": (
            _round_towns(land, 0.4, 12, len(settlements)),
            _named(settlements),
        ),
        "catchment": (_seeded(land, "catchment", 14), _numbered("afwatering", 14)),
        "drinking_water_supply_zone": (
            _seeded(land, "drinking water", 4),
            _numbered("voorzieningsgebied", 4),
        ),
        "grid_zone": (land.stations.zone, _named(station)),
        "polder_id": (land.terrain.polder, _polders(land.terrain.polder)),
        "landscape_character": (character, _named(CHARACTERS)),
        "landscape_region": ((character + south).astype(np.int32), _named(sides)),
        "current_use": (land.cover.use, _named(USES)),
        "soil": (land.terrain.soil, _named(SOILS)),
    }


def _named(names: Sequence[str]) -> dict[int, str]:
    """Return names by number."""
    return dict(enumerate(names))


def _numbered(word: str, count: int) -> dict[int, str]:
    """Return a word with a number for each zone."""
    return {number: f"{word} {number + 1}" for number in range(count)}


def _polders(polder: NDArray[np.int32]) -> dict[int, str]:
    """Return a name for each polder."""
    return _numbered("polder", int(polder.max()) + 1)


def _landscapes(land: Land) -> list[str]:
    """Return the landscape of each town, for its name."""
    found = []
    for row, col in land.towns.centres[:N_TOWNS]:
        place = int(row), int(col)
        if land.outline.coast_m[place] < 7_000:
            found.append("coast")
        elif land.river.beyond_m[place] < 2_500:
            found.append("river")
        else:
            found.append("sand" if land.terrain.soil[place] == 3 else "low")
    return found


def _municipality(land: Land) -> NDArray[np.int32]:
    """Return municipalities: round towns, hardly over the river, in one piece."""
    number = _round_towns(land, 1.0, 30, N_MUNICIPALITIES)
    pieces = np.zeros((ROWS, COLS), np.bool_)
    for code in range(N_MUNICIPALITIES):
        parts, count = ndimage.label(number == code)
        if count > 1:
            sizes = np.bincount(parts.ravel())
            sizes[0] = 0
            pieces |= (parts > 0) & (parts != int(sizes.argmax()))
    near = ndimage.distance_transform_edt(
        pieces, return_distances=False, return_indices=True
    )
    return np.asarray(number[near[0], near[1]], np.int32)


def _round_towns(
    land: Land, weight: float, barrier: float, count: int
) -> NDArray[np.int32]:
    """Return the nearest settlement, the larger ones reaching further."""
    rough = 22 * (land.noise("borders", 40) - 0.5)
    handicap: list[Plane] = []
    centres: tuple[Point, ...] = land.towns.centres[:count]
    for number, (row, col) in enumerate(centres):
        side = land.river.north[int(row), int(col)]
        over = barrier * (land.river.north != side)
        sway = rough if number % 2 else -rough
        handicap.append(over + sway - weight * land.towns.radius[number])
    return nearest_of(centres, handicap)


def _regions(land: Land) -> NDArray[np.int32]:
    """Return the region of each municipality: the east, the north or the south."""
    place = np.array(land.towns.centres[:N_MUNICIPALITIES])
    region = np.zeros(N_MUNICIPALITIES, np.int32)
    west = np.argsort(place[:, 1], kind="stable")[: N_MUNICIPALITIES - 7]
    order = west[np.argsort(place[west, 0], kind="stable")]
    region[order[:6]], region[order[6:]] = 1, 2
    return region


def _seeded(land: Land, purpose: str, count: int) -> NDArray[np.int32]:
    """Return areas round random places, with bent borders."""
    rng = stream(land.key, purpose)
    cells = np.flatnonzero(land.outline.inside)
    tries = cells[rng.integers(0, len(cells), 40 * count)]
    chosen = [int(tries[0])]
    while len(chosen) < count:
        row, col = np.array(chosen) // COLS, np.array(chosen) % COLS
        away = (tries[:, None] // COLS - row) ** 2 + (tries[:, None] % COLS - col) ** 2
        chosen.append(int(tries[int(away.min(axis=1).argmax())]))
    places = [(float(cell // COLS), float(cell % COLS)) for cell in chosen]
    rough = 40 * (land.noise(purpose, 60) - 0.5)
    return nearest_of(places, [rough if n % 2 else -rough for n in range(count)])


def _character(land: Land) -> NDArray[np.int32]:
    """Return the type of landscape."""
    terrain = land.terrain
    tests = [
        terrain.dunes,
        terrain.valley,
        terrain.deep,
        terrain.soil == 2,
        terrain.soil == 3,
        terrain.soil == 1,
    ]
    return np.select(tests, [0, 6, 4, 3, 5, 2], 1).astype(np.int32)
