"""Ask a WCS for heights and the like over a box, tile by tile, as one raster.

Cells of ``CELL_M`` are asked for in tiles of at most ``SIDE`` cells, on multiples of
the cell, so that the averages over the province's cells are made here and not by a
server that may take the nearest number. Version 1.0.0, whose ``BBOX``, ``RESX`` and
``RESY`` every server knows alike.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import numpy as np
from numpy.typing import NDArray

from grids.data_sets import Service
from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.pages import exception_text
from grids.fetch.services import Box
from grids.grid import CRS, Frame

CELL_M = 25
"""Edge of a cell that is asked for [m]."""

SIDE = 1000
"""Most cells along a tile."""


def coverage(
    client: Client, service: Service, bounds_m: Box
) -> tuple[Frame, NDArray[np.float32], float]:
    """Return the cells over a box and when the oldest tile was asked for.

    Parameters
    ----------
    client
        Asks the service.
    service
        With the name of its coverage.
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
        If a tile does not come, lies elsewhere, or nothing has a number.

    """
    if service.name is None:
        raise FetchError(f"{service.url} must be asked for a coverage by its name")
    frame = Frame.around(bounds_m, CELL_M)
    plane = np.full(frame.shape, np.nan, np.float32)
    asked_at = np.inf
    for row, col in _tiles(frame):
        tile = Frame(
            CELL_M,
            frame.west_m + col * CELL_M,
            frame.north_m - row * CELL_M,
            min(SIDE, frame.rows - row),
            min(SIDE, frame.cols - col),
        )
        url = _address(service, tile)
        entry = client.get(url)
        asked_at = min(asked_at, entry.fetched_at)
        try:
            numbers = _read(client.body(entry), url, tile)
        except FetchError:
            client.store.forget(url)
            raise
        plane[row : row + tile.rows, col : col + tile.cols] = numbers
    if np.isnan(plane).all():
        raise FetchError(f"{service.url} has nothing in the province")
    return frame, plane, float(asked_at)


def write_raster(path: Path, frame: Frame, plane: NDArray[np.float32]) -> None:
    """Write a GeoTIFF in RD."""
    import rasterio

    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        height=frame.rows,
        width=frame.cols,
        count=1,
        dtype="float32",
        crs=CRS,
        transform=frame.transform,
        nodata=float("nan"),
        compress="deflate",
        predictor=3,
        tiled=True,
    ) as file:
        file.write(plane, 1)


def _tiles(frame: Frame) -> Iterator[tuple[int, int]]:
    for row in range(0, frame.rows, SIDE):
        for col in range(0, frame.cols, SIDE):
            yield row, col


def _address(service: Service, tile: Frame) -> str:
    asked = {
        "SERVICE": "WCS",
        "VERSION": "1.0.0",
        "REQUEST": "GetCoverage",
        "COVERAGE": service.name,
        "CRS": CRS,
        "BBOX": ",".join(f"{edge:.0f}" for edge in tile.bounds_m),
        "RESX": tile.cell_m,
        "RESY": tile.cell_m,
        "FORMAT": "GEOTIFF_FLOAT32",
    }
    return f"{service.url}{'&' if '?' in service.url else '?'}{urlencode(asked)}"


def _read(path: Path, url: str, tile: Frame) -> Any:
    """Read a tile, which must lie exactly where it was asked for."""
    import rasterio
    from rasterio.errors import RasterioIOError

    head = path.read_bytes()[:3000]
    if b"Exception" in head and head.lstrip().startswith(b"<"):
        raise FetchError(f"{url} refuses: {exception_text(head)}")
    try:
        with rasterio.open(path, driver="GTiff") as file:
            if (file.height, file.width) != tile.shape or not np.allclose(
                tuple(file.transform), tuple(tile.transform), atol=1e-3
            ):
                raise FetchError(
                    f"{url} must give {tile.rows} x {tile.cols} cells at the place "
                    f"that was asked for, but gives {file.height} x {file.width} at "
                    f"X {file.transform.c:g} Y {file.transform.f:g}"
                )
            return file.read(1, masked=True).astype(np.float32).filled(np.nan)
    except RasterioIOError as error:
        raise FetchError(f"{url} must be readable, but: {error}") from error
