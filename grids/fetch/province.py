"""Get the data sets of a province: its boundary first, which says where it lies."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from grids.data_sets import DataSet
from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.services import Box

BOUNDARIES = "province_boundaries"
"""Data set with the outlines of the provinces."""

COUNTRY: Box = (0, 300_000, 300_000, 640_000)
"""The Netherlands in RD [m]."""

AT_ONCE = 4
"""Data sets that are asked for at the same time."""


def fetch_province(
    client: Client,
    data_sets: Mapping[str, DataSet],
    title: str,
    halo_m: float,
    folder: Path,
    on_done: Callable[[Fetched], None],
) -> dict[str, Fetched]:
    """Get data sets over a province and its halo.

    Parameters
    ----------
    client
        Asks the services.
    data_sets
        By id; ``province_boundaries`` must be among them.
    title
        Name of the province as the boundaries have it.
    halo_m
        How far round the province features are asked for [m].
    folder
        Where the files go.
    on_done
        Called after each data set.

    Returns
    -------
    dict[str, Fetched]
        By id, in the order of ``data_sets``.

    Raises
    ------
    FetchError
        If the province's boundary does not come, or has no such province.

    """
    boundary = fetch_data_set(
        client, BOUNDARIES, data_sets[BOUNDARIES], COUNTRY, folder
    )
    on_done(boundary)
    bounds_m = province_box(boundary, title, halo_m)
    done = {BOUNDARIES: boundary}
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        tasks = [
            pool.submit(fetch_data_set, client, name, data_set, bounds_m, folder)
            for name, data_set in data_sets.items()
            if name != BOUNDARIES
        ]
        for task in as_completed(tasks):
            done[task.result().name] = task.result()
            on_done(task.result())
    except BaseException:
        client.stopped.set()  # who waits or reads stops at once
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    return {name: done[name] for name in data_sets}


def province_box(boundary: Fetched, title: str, halo_m: float) -> Box:
    """Return the box round a province and its halo.

    Raises
    ------
    FetchError
        If nothing came, or no column has the province's name.

    """
    if boundary.path is None:
        error = FetchError(
            f"the boundary of {title} must come first, but did not; "
            "try again later, or with --offline if it came before"
        )
        for said in boundary.failures:
            error.add_note(said)
        raise error
    table = _named(boundary, title)
    west, south, east, north = (float(edge) for edge in table.total_bounds)
    return (west - halo_m, south - halo_m, east + halo_m, north + halo_m)


def name_column(boundary: Fetched, title: str) -> str:
    """Return the column that has the province's name."""
    return str(_named(boundary, title).attrs["column"])


def _named(boundary: Fetched, title: str) -> Any:
    """Return the province's features in RD; ``attrs`` say by which column."""
    from pyogrio import read_dataframe

    from grids.features import cleaned

    held = read_dataframe(boundary.path)
    for column in boundary.columns:
        mine = held[held[column].astype(str) == title]
        if len(mine):
            table = cleaned(mine, mine.crs).table
            table.attrs["column"] = column
            return table
    raise FetchError(
        f"{boundary.path} must have {title} in one of its columns "
        f"({', '.join(boundary.columns)}), but has not"
    )
