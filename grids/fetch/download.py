"""Take whole files from a server and read the part in a box; also out of a ZIP."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from grids.archive import ArchiveError, unpacked
from grids.crs import box_in
from grids.data_sets import Join, Service
from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.format import BEGINNINGS, check_format
from grids.fetch.join import joined
from grids.fetch.pages import pick_name
from grids.fetch.services import Box
from grids.fetch.store import Entry, copy_as


def download(client: Client, service: Service, bounds_m: Box) -> tuple[Any, float]:
    """Take a whole file; return the features in the box and when it was asked for.

    Parameters
    ----------
    client
        Asks the service.
    service
        Its name is that of a table, or ``file/table`` for a ZIP with several files.
    bounds_m
        Box in RD [m].

    Returns
    -------
    tuple[GeoDataFrame, float]
        Features, none if all lie elsewhere, and seconds since 1970.

    Raises
    ------
    FetchError
        If it does not come, is of another sort, or holds no feature at all.

    """
    return features_in(client, service.url, service.name, bounds_m, service.join)


def features_in(
    client: Client,
    url: str,
    name: str | None,
    bounds_m: Box,
    join: Join | None = None,
) -> tuple[Any, float]:
    """Take the file at an address, see ``download``."""
    from pyogrio.errors import DataSourceError

    entry = client.get(url)
    with TemporaryDirectory() as folder:
        try:
            path, table = _file(client, entry, name, Path(folder))
            found = _read(path, table, url, bounds_m)
            if join is not None:
                found = joined(found, path, join)
            return found, entry.fetched_at
        except DataSourceError as error:
            client.store.forget(url)
            raise FetchError(f"{url} must be readable, but: {error}") from error
        except FetchError:
            client.store.forget(url)
            raise


def _file(
    client: Client, entry: Entry, name: str | None, folder: Path
) -> tuple[Path, str | None]:
    """Return the checked file under its own name, and the table that is meant."""
    own = unquote(Path(urlsplit(entry.url).path).name)
    if Path(own).suffix.lower() != ".zip":
        check_format(client.body(entry), own)
        return copy_as(client.body(entry), folder / own), name
    inside = folder / "inside"
    try:
        files = unpacked(copy_as(client.body(entry), folder / own), inside)
    except ArchiveError as error:
        raise FetchError(f"{entry.url} is not unpacked: {error}") from error
    known = {
        one.relative_to(inside).as_posix(): one
        for one in files
        if one.suffix.lower() in BEGINNINGS and one.suffix.lower() != ".json"
    }
    file, slash, table = (name or "").rpartition("/")
    picked = pick_name(file or None, list(known), entry.url)
    check_format(known[picked], known[picked].name)
    return known[picked], table if slash else name


def _read(path: Path, name: str | None, url: str, bounds_m: Box) -> Any:
    """Read the features of a table in a box."""
    from pyogrio import list_layers, read_dataframe, read_info, set_gdal_config_options

    set_gdal_config_options({"GML_DOWNLOAD_SCHEMA": "NO"})  # see pages
    tables = [str(row[0]) for row in list_layers(path) if row[1] is not None]
    table = pick_name(name, tables, url)
    about = read_info(path, layer=table, force_feature_count=True)
    if not about["features"]:
        raise FetchError(f"{url} has nothing in the country")
    if not about["crs"]:
        raise FetchError(f"{url} must say its coordinate system, but does not")
    box = box_in(about["crs"], bounds_m)
    return read_dataframe(path, layer=table, bbox=box)
