"""In which coordinate system the numbers of a file would lie in the province.

A file that lies elsewhere mostly says a wrong coordinate system, or none, or has X
and Y swapped. Its box, taken as it stands, is read in the systems that Dutch data come
in, straight and swapped; the first reading that meets the province is told.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from grids.crs import is_rd
from grids.grid import CRS
from grids.sentence import Sentence

SYSTEMS = {
    CRS: "RD New",
    "EPSG:4326": "WGS 84",
    "EPSG:28991": "RD Old",
    "EPSG:25831": "ETRS89 / UTM 31N",
    "EPSG:25832": "ETRS89 / UTM 32N",
    "EPSG:3857": "Web Mercator",
    "EPSG:3035": "ETRS89 / LAEA",
}
"""Coordinate systems of Dutch data, by code."""

Box = tuple[float, float, float, float]
"""West, south, east, north, in whatever system."""


def likely_system(
    bounds: Sequence[float], crs: Any, bounds_m: Sequence[float]
) -> Sentence | None:
    """Say how the coordinates would lie in the province.

    Parameters
    ----------
    bounds
        Box of the file as its numbers stand.
    crs
        Coordinate system that the file says, None if it says none.
    bounds_m
        Box of the province in RD [m].

    Returns
    -------
    Sentence | None
        None if no reading meets the province, or the file's own does.

    """
    straight = (bounds[0], bounds[1], bounds[2], bounds[3])
    swapped = (bounds[1], bounds[0], bounds[3], bounds[2])
    if crs and _meets(straight, crs, bounds_m):
        return None
    for box, is_swapped in ((straight, False), (swapped, True)):
        for code, name in SYSTEMS.items():
            if not _meets(box, code, bounds_m):
                continue
            if is_swapped:
                return Sentence(
                    "X and Y are swapped: exchanged they lie in the province as "
                    "{code} ({name}); swap them, for instance with ogr2ogr "
                    '-dialect sqlite -sql "SELECT SwapCoords(geometry), * FROM ..."',
                    code=code,
                    name=name,
                )
            return Sentence(
                "the coordinates lie in the province as {code} ({name}); say so, "
                "for instance with ogr2ogr -a_srs {code}",
                code=code,
                name=name,
            )
    return None


def _meets(box: Box, crs: Any, bounds_m: Sequence[float]) -> bool:
    """Say whether a box in a coordinate system meets the province."""
    from pyproj import CRS as PROJ

    if PROJ.from_user_input(crs).is_geographic and not (
        -180 <= box[0] <= box[2] <= 180 and -90 <= box[1] <= box[3] <= 90
    ):
        return False
    own = box if is_rd(crs) else _in_rd(crs, box)
    west, south, east, north = bounds_m
    return bool(
        np.isfinite(own).all()
        and own[0] < east
        and own[2] > west
        and own[1] < north
        and own[3] > south
    )


def _in_rd(crs: Any, box: Box) -> Box:
    from pyproj.exceptions import ProjError

    from grids.crs import box_in_rd

    try:
        west, south, east, north = box_in_rd(crs, box)
    except ProjError:
        return (np.nan, np.nan, np.nan, np.nan)
    return west, south, east, north
