"""Motorways, main roads, railways, cycle routes, their stations and exits."""

from dataclasses import dataclass

import numpy as np

from grids.puzzelland.drawing import Point, drawn, marked, metres, path, spanning, under
from grids.puzzelland.noise import COLS, ROWS, Key, Plane, stream
from grids.puzzelland.outline import Outline
from grids.puzzelland.towns import N_TOWNS, Towns

N_MOTORWAY_TOWNS = 7
"""Number of the largest towns that motorways join."""

N_RAIL_TOWNS = 13
"""Number of the largest towns that railways join."""


@dataclass(frozen=True, eq=False)
class Roads:
    """Lines of transport and their distances [m].

    Parameters
    ----------
    motorway_m, main_m, rail_m, freight_m, cycle_m, exit_m, station_m, stop_m
        Distance to motorway, any main road, railway, goods railway, cycle route,
        motorway exit, railway station, and station or bus stop [m].
    future_m
        Distance to a planned station [m].
    taken
        Share of the cell under roads and railways.
    exits, stations
        Their places.

    """

    motorway_m: Plane
    main_m: Plane
    rail_m: Plane
    freight_m: Plane
    cycle_m: Plane
    exit_m: Plane
    station_m: Plane
    stop_m: Plane
    future_m: Plane
    taken: Plane
    exits: tuple[Point, ...]
    stations: tuple[Point, ...]


def make_roads(key: Key, outline: Outline, towns: Towns, port: Point) -> Roads:
    """Join the towns."""
    rng = stream(key, "roads")
    motorways = _motorways(rng, towns)
    mains = _mains(rng, towns)
    rails = _rails(rng, towns)
    freight = [path(rng, port, (port[0] - 40, COLS - 1), sway=22, scale=120)]
    exits = _exits(motorways, outline)
    stations, future = _stations(rails, towns, outline)
    motorway_m, rail_m = metres(drawn(motorways)), metres(drawn([*rails, *freight]))
    own_m = metres(drawn(mains))
    stops = [*stations, *towns.centres]
    cycle = [
        path(rng, towns.centres[a], towns.centres[b], sway=4, scale=30)
        for a, b in spanning(towns.centres[:N_TOWNS])
    ]
    taken = np.maximum(
        np.maximum(under(motorway_m, 0.55), under(rail_m, 0.2)),
        under(own_m, 0.2),
    )
    return Roads(
        motorway_m,
        np.minimum(motorway_m, own_m),
        rail_m,
        metres(drawn(freight)),
        metres(drawn(cycle)),
        metres(marked(exits)),
        metres(marked(stations)),
        metres(marked(stops)),
        metres(marked(future)),
        taken,
        tuple(exits),
        tuple(stations),
    )


def _junction(towns: Towns, number: int) -> Point:
    """Return where roads meet at a town: at its edge, in one of four corners."""
    row, col = towns.centres[number]
    reach = 0.85 * float(towns.radius[number]) + 3
    down, along = ((1, 1), (1, -1), (-1, 1), (-1, -1))[number % 4]
    return row + down * reach * 0.7, col + along * reach * 0.7


def _motorways(rng: np.random.Generator, towns: Towns) -> list[Plane]:
    """Return motorways between the largest towns and to three borders."""
    joints = [_junction(towns, number) for number in range(N_MOTORWAY_TOWNS)]
    pairs = [(joints[a], joints[b]) for a, b in spanning(joints)]
    east = max(joints, key=lambda place: place[1])
    south = max(joints, key=lambda place: place[0])
    north = min(joints, key=lambda place: place[0])
    pairs.append((east, (east[0] + 20, COLS - 1)))
    pairs.append((south, (ROWS - 1, south[1] + 30)))
    pairs.append((north, (0, north[1] + 40)))
    return [path(rng, one, two, sway=10, scale=70) for one, two in pairs]


def _mains(rng: np.random.Generator, towns: Towns) -> list[Plane]:
    """Return main roads: a tree over all settlements and some short cuts."""
    pairs = spanning(towns.centres)
    place = np.array(towns.centres[:N_TOWNS])
    for number in range(N_TOWNS):
        away = ((place - place[number]) ** 2).sum(axis=1)
        pairs += [(number, int(other)) for other in np.argsort(away)[1:3]]
    chosen = sorted({(min(pair), max(pair)) for pair in pairs})
    return [
        path(rng, towns.centres[a], towns.centres[b], sway=5, scale=35)
        for a, b in chosen
    ]


def _rails(rng: np.random.Generator, towns: Towns) -> list[Plane]:
    """Return railways through the centres of towns, and on over two borders."""
    joints = towns.centres[:N_RAIL_TOWNS]
    pairs = [(joints[a], joints[b]) for a, b in spanning(joints)]
    east = max(joints, key=lambda place: place[1])
    south = max(joints, key=lambda place: place[0])
    pairs += [(east, (east[0] - 15, COLS - 1)), (south, (ROWS - 1, south[1] - 20))]
    return [path(rng, one, two, sway=6, scale=90) for one, two in pairs]


def _exits(motorways: list[Plane], outline: Outline) -> list[Point]:
    """Return an exit at every end in the province and every nine kilometres."""
    found: list[Point] = []
    for line in motorways:
        for row, col in line[::270]:
            on = 0 <= row < ROWS and 0 <= col < COLS
            if on and outline.inside[int(row), int(col)]:
                found.append((float(row), float(col)))
    return found


def _stations(
    rails: list[Plane], towns: Towns, outline: Outline
) -> tuple[list[Point], list[Point]]:
    """Return a station per railway town and two in the largest; others are planned."""
    stations = list(towns.centres[:N_RAIL_TOWNS])
    row, col = towns.centres[0]
    reach = float(towns.radius[0]) * 0.6
    stations += [(row - reach, col), (row + reach * 0.5, col + reach)]
    halfway = [line[len(line) // 2] for line in rails]
    future = [
        (float(place[0]), float(place[1]))
        for place in halfway
        if outline.inside[int(place[0]) % ROWS, int(place[1]) % COLS]
    ]
    return stations, future[:4]
