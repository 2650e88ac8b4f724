"""The 110-380 kV grid: stations, lines, and what they can still take."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.puzzelland.drawing import (
    Point,
    drawn,
    marked,
    metres,
    nearest_of,
    path,
    spanning,
)
from grids.puzzelland.noise import COLS, Key, Plane, stream
from grids.puzzelland.sites import Sites
from grids.puzzelland.towns import Towns

N_STATIONS = 13
"""Number of stations; the first is at the port, the others at towns."""

KILOVOLTS = (380, 150, 150, 380, 150, 110, 150, 110, 150, 110, 110, 150, 110)
"""Voltage of each station [kV]."""


@dataclass(frozen=True, eq=False)
class Stations:
    """Stations and lines.

    Parameters
    ----------
    places
        Row and column of the stations.
    zone
        Number of the nearest station per cell.
    load_mw, feed_in_mw
        Free capacity of each station [MW].
    station_m, high_m, line_m
        Distance to a station, to one of 150 kV or more, and to a line [m].

    """

    places: tuple[Point, ...]
    zone: NDArray[np.int32]
    load_mw: Plane
    feed_in_mw: Plane
    station_m: Plane
    high_m: Plane
    line_m: Plane


def make_stations(key: Key, towns: Towns, sites: Sites, port: Point) -> Stations:
    """Place stations, join them, and say how full they are."""
    rng = stream(key, "stations")
    places = [port]
    for number in range(N_STATIONS - 1):
        row, col = towns.centres[number]
        reach = float(towns.radius[number]) + 6
        side = 1 if rng.random() < 0.5 else -1
        places.append((row - side * reach * 0.8, col + reach * 0.8))
    pairs = [*spanning(places), (0, 4), (2, 5)]
    lines = [path(rng, places[a], places[b], sway=2, scale=60) for a, b in pairs]
    lines.append(path(rng, places[3], (places[3][0], COLS - 1), sway=3, scale=60))
    voltage = np.array(KILOVOLTS)
    size = voltage * (0.25 + 0.55 * rng.random(N_STATIONS))
    congested = rng.random(N_STATIONS) < 0.25
    high = [
        place for place, volts in zip(places, KILOVOLTS, strict=True) if volts > 149
    ]
    return Stations(
        tuple(places),
        nearest_of(places),
        np.rint(np.where(congested, 0.05, 0.8) * size),
        np.rint((0.3 + 0.9 * rng.random(N_STATIONS)) * size),
        metres(marked(places)),
        metres(marked(high)),
        metres(drawn(lines)),
    )
