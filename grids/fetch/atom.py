"""Find the files that an ATOM feed offers, as INSPIRE's download services do.

A feed lists data sets, each with a feed of its own, and that lists files: one, the
same in several forms, or one a tile, with the ``bbox`` of each (south west north east
in degrees, as GeoRSS has it).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from grids.crs import box_in
from grids.data_sets import Service
from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.download import features_in
from grids.fetch.format import BEGINNINGS
from grids.fetch.geojson import WGS84
from grids.fetch.services import Box

FILES = (*BEGINNINGS, ".zip")
"""How files end that can be read."""

DEEP = 2
"""Feeds within feeds that are followed."""

MOST_FILES = 500
"""More tiles than any province has."""


@dataclass(frozen=True)
class Offered:
    """A file of a feed.

    Parameters
    ----------
    url
        Its address.
    titles
        What the feed calls it, and its name with and without ending.
    box
        South, west, north, east [degrees], None if the feed does not say.

    """

    url: str
    titles: tuple[str, ...]
    box: tuple[float, ...] | None = None


def atom(client: Client, service: Service, bounds_m: Box) -> tuple[Any, float]:
    """Take the files of a feed that are meant; return their features in the box.

    Parameters
    ----------
    client
        Asks the service.
    service
        The feed; its name is the title or the name of a file, or of the entry whose
        tiles are meant; after a slash the table in it.
    bounds_m
        Box in RD [m].

    Returns
    -------
    tuple[GeoDataFrame, float]
        Features and when the oldest file was asked for, seconds since 1970.

    Raises
    ------
    FetchError
        If the feed is none, or it is not clear which file is meant.

    """
    import pandas as pd

    name, _, table = (service.name or "").partition("/")
    files = _meant(service.url, name, list(_offered(client, service.url, DEEP)))
    near = [one for one in files if _is_near(one, bounds_m)]
    if not near:
        raise FetchError(f"{service.url} has nothing in the province")
    if len(near) > MOST_FILES:
        raise FetchError(
            f"{service.url} must have at most {MOST_FILES} files in the province, "
            f"got {len(near)}"
        )
    join = service.join
    parts = [
        features_in(client, one.url, table or None, bounds_m, join) for one in near
    ]
    crs = {found.crs.to_string() for found, _ in parts}
    if len(crs) > 1:
        raise FetchError(
            f"{service.url} must use one coordinate system, got {sorted(crs)}"
        )
    whole = pd.concat([found for found, _ in parts], ignore_index=True)
    return _once(whole) if len(parts) > 1 else whole, min(
        asked_at for _, asked_at in parts
    )


def _offered(client: Client, url: str, deep: int) -> Iterator[Offered]:
    """Return the files of a feed and of the feeds that it names."""
    for title, link in _links(client, url):
        at = urljoin(url, link.get("href", ""))
        ending = Path(urlsplit(at).path).suffix.lower()
        if ending in FILES:
            path = Path(urlsplit(at).path)
            box = _numbers(link.get("bbox", ""))
            titles = (title, link.get("title", ""), path.name, path.stem)
            yield Offered(at, titles, box if len(box) == 4 else None)
        elif deep > 1 and _is_feed(link, ending):
            yield from _offered(client, at, deep - 1)


def _is_feed(link: ElementTree.Element, ending: str) -> bool:
    """Say whether a link leads to the feed of a data set."""
    if link.get("rel") in ("self", "up", "related", "search", "describedby"):
        return False
    return "atom" in link.get("type", "") or (ending == ".xml" and not link.get("type"))


def _links(client: Client, url: str) -> Iterator[tuple[str, ElementTree.Element]]:
    """Return the links of a feed's entries, each with the title of its entry."""
    body = client.body(client.get(url)).read_bytes()
    try:
        if b"<!DOCTYPE" in body[:1000]:
            raise FetchError(f"{url} must be a feed without DOCTYPE")
        try:
            root = ElementTree.fromstring(body)
        except ElementTree.ParseError as error:
            raise FetchError(f"{url} must be a feed in XML: {error}") from error
        if not root.tag.endswith("}feed"):
            raise FetchError(f"{url} must be an ATOM feed, got {root.tag}")
    except FetchError:
        client.store.forget(url)
        raise
    for entry in root.findall("{*}entry"):
        title = entry.findtext("{*}title", "").strip()
        for link in entry.findall("{*}link"):
            yield title, link


def _meant(url: str, name: str, files: list[Offered]) -> list[Offered]:
    """Return the file that is meant, or the tiles."""
    files = list({one.url: one for one in files}.values())
    offered = files
    if name:
        files = [one for one in files if name.lower() in map(str.lower, one.titles)]
    if len(files) == 1 or (files and all(one.box is not None for one in files)):
        return files
    known = sorted({Path(urlsplit(one.url).path).name for one in offered})
    raise FetchError(
        f"name in {url} must pick one file of the feed, or tiles; got '{name}' and "
        f"{len(known)} files: {', '.join(known[:9])}"
    )


def _is_near(one: Offered, bounds_m: Box) -> bool:
    """Say whether a file may have something in the box."""
    if one.box is None:
        return True
    south, west, north, east = one.box
    own = box_in(WGS84, bounds_m)
    return west <= own[2] and east >= own[0] and south <= own[3] and north >= own[1]


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(word) for word in re.split(r"[\s,]+", text.strip()))
    except ValueError:
        return ()


def _once(table: Any) -> Any:
    """Drop what lies on the border of two tiles and came with both."""
    shapes = table.geometry.to_wkb(hex=True)
    rest = table.drop(columns="geometry").astype(str).agg("|".join, axis=1)
    return table[~(shapes + rest).duplicated()].reset_index(drop=True)
