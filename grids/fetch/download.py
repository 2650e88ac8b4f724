"""Take a whole file from a server and read the part in a box."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from grids.crs import box_in
from grids.data_sets import Service
from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.format import check_format
from grids.fetch.pages import pick_name
from grids.fetch.services import Box
from grids.fetch.store import copy_as


def download(client: Client, service: Service, bounds_m: Box) -> tuple[Any, float]:
    """Take a whole file; return the features in the box and when it was asked for."""
    from pyogrio import (
        list_layers,
        read_dataframe,
        read_info,
        set_gdal_config_options,
    )
    from pyogrio.errors import DataSourceError

    set_gdal_config_options({"GML_DOWNLOAD_SCHEMA": "NO"})  # see pages
    entry = client.get(service.url)
    name = Path(urlsplit(service.url).path).name
    try:
        check_format(client.body(entry), name)
    except FetchError:
        client.store.forget(service.url)
        raise
    with TemporaryDirectory() as folder:
        path = copy_as(client.body(entry), Path(folder) / name)
        try:
            tables = [str(row[0]) for row in list_layers(path) if row[1] is not None]
            table = pick_name(service.name, tables, service.url)
            about = read_info(path, layer=table, force_feature_count=True)
            crs = about["crs"]
            box = box_in(crs, bounds_m) if crs else None
            found = read_dataframe(path, layer=table, bbox=box)
        except DataSourceError as error:
            client.store.forget(service.url)
            raise FetchError(f"{service.url} must be readable, but: {error}") from error
    if not about["features"]:
        raise FetchError(f"{service.url} has nothing in the country")
    if not len(found) and not crs:  # nobody knows where they lie
        raise FetchError(f"{service.url} has nothing in the province")
    return found, entry.fetched_at
