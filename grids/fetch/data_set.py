"""Get one data set: try its services in order, keep a GeoPackage or a GeoTIFF.

The same features give the same bytes, so a run that is asked for again after a fetch
without news is still known by its checksums.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from grids.data_sets import DataSet, Service
from grids.fetch.address import DiskError, FetchError
from grids.fetch.atom import atom
from grids.fetch.client import Client
from grids.fetch.cog import cog
from grids.fetch.coverage import coverage, write_raster
from grids.fetch.download import download
from grids.fetch.nothing import NOTHING, nothing_here
from grids.fetch.services import PAGED, Box
from grids.fetch.store import sha256_of, written_whole

ALWAYS = "2000-01-01T00:00:00.000Z"
"""Date that GDAL writes into a GeoPackage, so that equal data give an equal file."""

ODD = (ValueError, TypeError, KeyError, AttributeError, RuntimeError)
"""What an answer of an unknown form raises; it must not end the other data sets."""

RASTERS = {"wcs": coverage, "cog": cog}
"""Kinds of service that give cells."""

FILES = {"download": download, "atom": atom}
"""Kinds of service that give whole files."""

_WRITING = threading.Lock()


@dataclass(frozen=True)
class Fetched:
    """What became of a data set.

    Parameters
    ----------
    name
        Id of the data set.
    path
        The file, None if nothing came.
    service
        The one that gave it.
    n_features
        Number of features, or of cells with a number.
    columns
        Names of its columns, sorted; none of a raster.
    sha256
        Checksum of the file.
    fetched_at
        When the services were last asked, ISO date and time in UTC.
    notes
        What happened on the way.
    failures
        What each service that failed said.

    """

    name: str
    path: Path | None = None
    service: Service | None = None
    n_features: int = 0
    columns: tuple[str, ...] = ()
    sha256: str = ""
    fetched_at: str = ""
    notes: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


def fetch_data_set(
    client: Client, name: str, data_set: DataSet, bounds_m: Box, folder: Path
) -> Fetched:
    """Get a data set in a box and write it to a file of its name.

    Parameters
    ----------
    client
        Asks the services.
    name, data_set
        Which.
    bounds_m
        West, south, east, north in RD [m], halo included.
    folder
        Where the file goes; it replaces an older one only when all came.

    Returns
    -------
    Fetched
        With the failures of the services before the one that worked.

    """
    failures: list[str] = []
    for service in data_set.services:
        try:
            came = _came(client, name, service, bounds_m, folder)
        except FetchError as error:
            failures.append(f"{service.kind}: {error}")
            if isinstance(error, DiskError):  # another service would not help
                break
            continue
        except OSError as error:  # a temporary file, for which there is no room
            failures.append(
                f"{service.kind}: {name} must be written, but cannot be: "
                f"{error.strerror}; is the disk full?"
            )
            break
        except ODD as error:
            odd = f"{type(error).__name__}: {error}"
            failures.append(f"{service.kind}: {service.url} is not understood: {odd}")
            continue
        return replace(came, failures=tuple(failures))
    return Fetched(name, failures=tuple(failures))


def _came(
    client: Client, name: str, service: Service, bounds_m: Box, folder: Path
) -> Fetched:
    """Ask one service and write what it gives."""
    if service.kind in RASTERS:
        frame, plane, asked_at = RASTERS[service.kind](client, service, bounds_m)
        path = folder / f"{name}.tif"
        _write(path, lambda part: write_raster(part, frame, plane))
        n_cells = int(np.isfinite(plane).sum())
        return _fetched(name, path, service, n_cells, asked_at)
    if service.kind in FILES:
        table, asked_at = FILES[service.kind](client, service, bounds_m)
        notes: list[str] = []
    else:
        table, asked_at, notes = _paged(client, service, bounds_m)
    if not len(table):
        notes = [NOTHING]
    path = folder / f"{name}.gpkg"
    _write(path, lambda part: _write_table(table, part, name))
    found = _fetched(name, path, service, len(table), asked_at)
    columns = sorted(str(one) for one in table.columns if one != "geometry")
    return replace(found, columns=tuple(columns), notes=tuple(notes))


def _paged(
    client: Client, service: Service, bounds_m: Box
) -> tuple[Any, float, list[str]]:
    """Return the features of a service, when they were asked for, and notes."""
    pages = PAGED[service.kind](client, service, bounds_m)
    if pages.is_empty:
        return nothing_here(client, service, bounds_m), pages.asked_at, []
    notes = [f"{pages.twice:,} features that came twice dropped"] * bool(pages.twice)
    return pages.table(), pages.asked_at, notes


def _fetched(
    name: str, path: Path, service: Service, n_features: int, asked_at: float
) -> Fetched:
    at = datetime.fromtimestamp(asked_at, UTC).isoformat(timespec="seconds")
    return Fetched(
        name, path, service, n_features, sha256=sha256_of(path), fetched_at=at
    )


def _write(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file whole or not at all."""
    try:
        with written_whole(path) as part:
            write(part)
    except FetchError:
        raise
    except (OSError, RuntimeError) as error:  # RuntimeError: GDAL's
        raise DiskError(
            f"{path.name} must be written, but cannot be: {error}; is the disk full?"
        ) from error


def _write_table(table: Any, path: Path, layer: str) -> None:
    from pyogrio import write_dataframe

    with _dated():
        write_dataframe(_plain(table), path, layer=layer, driver="GPKG")


def _plain(table: Any) -> Any:
    """Return the table without columns that no GeoPackage holds: lists and the like."""
    odd = [
        name
        for name in table.columns
        if name != "geometry"
        and table[name].dtype == object
        and table[name].map(lambda one: isinstance(one, list | dict | np.ndarray)).any()
    ]
    return table.drop(columns=odd)


@contextmanager
def _dated() -> Iterator[None]:
    """Let GDAL write one and the same date; its setting is of the whole process."""
    from pyogrio import get_gdal_config_option, set_gdal_config_options

    with _WRITING:
        before = get_gdal_config_option("OGR_CURRENT_DATE")
        set_gdal_config_options({"OGR_CURRENT_DATE": ALWAYS})
        try:
            yield
        finally:
            set_gdal_config_options({"OGR_CURRENT_DATE": before})
