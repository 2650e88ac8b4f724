"""Read the part in a box of a GeoTIFF on a server, by its blocks.

A cloud-optimised GeoTIFF (COG) has its cells in tiles, so that a window costs few
bytes. Cells finer than ``CELL_M`` are averaged to it, coarser ones are taken as they
are. The coarser copies inside (overviews) are not used: how they were made is not
known, and most are no averages.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.crs import is_rd
from grids.data_sets import Service
from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.coverage import CELL_M
from grids.fetch.ranged import Ranged, RangedFile
from grids.fetch.services import Box
from grids.grid import CELL_SIZES_M, Frame

HEADS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
"""How a GeoTIFF begins."""

MOST_CELLS = 400_000_000
"""Cells that are read at most; float32 of them are 1.6 GB on the way."""

NAME = "part.tif"
"""What GDAL is told that the file is called."""


def cog(
    client: Client, service: Service, bounds_m: Box
) -> tuple[Frame, NDArray[np.float32], float]:
    """Return the cells over a box and when the file was asked for.

    Parameters
    ----------
    client
        Asks the service.
    service
        Address of the file; its name is the number of the band, 1 without.
    bounds_m
        Box in RD [m].

    Returns
    -------
    tuple[Frame, NDArray[np.float32], float]
        Cells, their numbers with NaN for none, shape ``(rows, cols)``, and seconds
        since 1970.

    Raises
    ------
    FetchError
        If it is no GeoTIFF in RD on multiples of its cell, or has nothing in the box.

    """
    import rasterio
    from rasterio.errors import RasterioIOError

    held = Ranged(client, service.url)
    head = held.read(0, 4)
    if head not in HEADS:
        raise FetchError(f"{service.url} must be a GeoTIFF, but begins with {head!r}")

    def opened(path: str, mode: str = "rb") -> RangedFile:
        if path != NAME:  # what may lie beside a GeoTIFF
            raise FileNotFoundError(path)
        return RangedFile(held)

    how = {"driver": "GTiff", "opener": opened}
    try:
        with rasterio.open(NAME, **how, OVERVIEW_LEVEL="NONE") as file:
            frame = Frame.around(bounds_m, _cell(file, service.url))
            plane = _part(file, service, frame)
    except RasterioIOError as error:
        if held.failure is None:
            raise FetchError(f"{service.url} must be readable, but: {error}") from error
    if held.failure is not None:
        raise held.failure
    if np.isnan(plane).all():
        raise FetchError(f"{service.url} has nothing in the province")
    return frame, plane, held.first.fetched_at


def _part(file: Any, service: Service, frame: Frame) -> NDArray[np.float32]:
    """Read what the frame shows of the file, in whole cells of the frame."""
    from rasterio.enums import Resampling
    from rasterio.windows import Window

    step = file.transform
    factor = round(frame.cell_m / step.a)
    west = round((step.c - frame.west_m) / frame.cell_m)
    north = round((frame.north_m - step.f) / frame.cell_m)
    left, top = max(0, west), max(0, north)
    right = min(frame.cols, west + file.width // factor)
    bottom = min(frame.rows, north + file.height // factor)
    plane = np.full(frame.shape, np.nan, np.float32)
    rows, cols = bottom - top, right - left
    if rows <= 0 or cols <= 0:
        return plane
    n_cells = rows * cols * factor**2
    if n_cells > MOST_CELLS:
        raise FetchError(
            f"{service.url} must be averaged to cells of {frame.cell_m} m first: "
            f"{n_cells // 1_000_000:,} million cells would have to be read"
        )
    found = file.read(
        int(service.name or 1),
        window=Window(
            (left - west) * factor, (top - north) * factor, cols * factor, rows * factor
        ),
        out_shape=(rows, cols),
        resampling=Resampling.average,
        masked=True,
    )
    plane[top:bottom, left:right] = found.astype(np.float32).filled(np.nan)
    return plane


def _cell(file: Any, url: str) -> int:
    """Return the cell to read at [m]; refuse a file that lies otherwise."""
    step = file.transform
    if file.crs is None or not is_rd(file.crs):
        raise FetchError(f"{url} must be in RD New, got {file.crs}")
    size_m = float(step.a)
    cell_m = CELL_M if size_m < CELL_M else round(size_m)
    square = step.b == step.d == 0 and np.isclose(step.e, -size_m)
    whole = all(
        np.isclose(part, round(part))
        for part in (step.c / cell_m, step.f / cell_m, cell_m / size_m)
    )
    if not square or not whole or cell_m not in CELL_SIZES_M:
        raise FetchError(
            f"{url} must have square cells that fit on multiples of {cell_m} m, got "
            f"cells of {size_m:g} m from X {step.c:g} Y {step.f:g}"
        )
    return cell_m
