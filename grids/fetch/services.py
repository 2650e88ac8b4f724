"""How each kind of service is asked for the features in a box, page by page.

Without a box it is asked for one feature, wherever that lies.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urljoin
from xml.etree import ElementTree

from grids.crs import box_in
from grids.data_sets import Service
from grids.fetch.address import FetchError, same_place
from grids.fetch.client import Client, StatusError
from grids.fetch.geojson import WGS84, read_json
from grids.fetch.pages import (
    Pages,
    exception_text,
    pick_name,
)
from grids.fetch.store import Entry
from grids.grid import CRS
from grids.service_kind import ServiceKind

PAGE = 1000
"""Features of one page, what the services of PDOK give at most."""

RD_URI = "http://www.opengis.net/def/crs/EPSG/0/28992"
"""RD as OGC API calls it."""

MOST_PAGES = 10_000
"""More pages than any data set has: a server that never ends."""

Box = tuple[float, float, float, float]
"""West, south, east, north in RD [m]."""


def ogc_features(client: Client, service: Service, bounds_m: Box | None) -> Pages:
    """Ask an OGC API Features for a collection, following its ``next`` links."""
    base = service.url.rstrip("/")
    listed = _json(client, client.get(f"{base}/collections?f=json"))
    known = {one["id"]: one for one in listed.get("collections", []) if "id" in one}
    name = pick_name(service.name, list(known), base)
    crs = known[name].get("crs") or []
    asked: dict[str, object] = {"f": "json", "limit": PAGE if bounds_m else 1}
    if RD_URI in crs:
        asked["crs"] = RD_URI
    if bounds_m and RD_URI in crs:
        asked |= {"bbox": _text(bounds_m), "bbox-crs": RD_URI}
    elif bounds_m:
        asked["bbox"] = _text(box_in(WGS84, bounds_m))
    pages = Pages(f"{base} {name}", bounds_m)
    url = f"{base}/collections/{quote(name)}/items?{urlencode(asked)}"
    for _ in range(MOST_PAGES):
        entry = client.get(url)
        page = _json(client, entry)
        pages.took(entry)
        pages.add_json(page, entry.crs)
        following = _next(page, url) if bounds_m else None
        if following is None:
            return pages
        url = following
        if not same_place(base, url):
            raise FetchError(f"{base} must page on its own host, but leads to {url}")
    raise FetchError(f"{pages.what} has no last page")


def wfs(client: Client, service: Service, bounds_m: Box | None) -> Pages:
    """Ask a WFS 2.0 for a feature type by ``startIndex``, as GeoJSON or else GML."""
    base = service.url
    head = {"service": "WFS", "version": "2.0.0"}
    about = client.get(_with(base, head | {"request": "GetCapabilities"}))
    name = pick_name(service.name, _types(client.body(about).read_bytes(), base), base)
    asked: dict[str, object] = {
        **head,
        "request": "GetFeature",
        "typeNames": name,
        "srsName": CRS,
        "outputFormat": "application/json",
    }
    if bounds_m:
        asked["bbox"] = f"{_text(bounds_m)},{CRS}"
    pages = Pages(f"{base} {name}", bounds_m)
    start = 0
    for _ in range(MOST_PAGES):
        count = PAGE if bounds_m else 1
        url = _with(base, asked | {"count": count, "startIndex": start})
        try:
            entry = client.get(url)
        except StatusError as error:
            if "outputFormat" not in asked or not _about_format(error.body):
                raise
            del asked["outputFormat"]
            continue
        body = client.body(entry)
        if "outputFormat" in asked and _refuses_format(body):
            del asked["outputFormat"]
            continue
        pages.took(entry)
        found = _taken(client, entry, pages)
        start += found
        all_came = pages.matched is not None and start >= pages.matched
        if not found or all_came or not bounds_m:
            return pages
    raise FetchError(f"{pages.what} has no last page")


def arcgis(client: Client, service: Service, bounds_m: Box | None) -> Pages:
    """Ask a layer of an ArcGIS FeatureServer by ``resultOffset``."""
    base = service.url.rstrip("/") + (f"/{service.name}" if service.name else "")
    asked: dict[str, object] = {"where": "1=1"}
    pages, n_features, start = Pages(base, bounds_m), 1, 0
    if bounds_m:
        asked |= {
            "geometry": _text(bounds_m),
            "geometryType": "esriGeometryEnvelope",
            "inSR": 28992,
            "spatialRel": "esriSpatialRelIntersects",
        }
        pages.matched = n_features = _count(client, pages, asked)
    while start < n_features:
        more = {"outFields": "*", "outSR": 28992, "f": "geojson"}
        page = {"resultOffset": start, "resultRecordCount": PAGE if bounds_m else 1}
        entry = client.get(_with(f"{base}/query", asked | more | page))
        pages.took(entry)
        found = pages.add_json(_json(client, entry))
        if not found:
            break
        start += found
    return pages


def _count(client: Client, pages: Pages, asked: Mapping[str, object]) -> int:
    """Ask an ArcGIS layer how many features it has."""
    only = {"returnCountOnly": "true", "f": "json"}
    entry = client.get(_with(f"{pages.what}/query", {**asked, **only}))
    pages.took(entry)
    said = _json(client, entry)
    if not isinstance(said.get("count"), int):
        raise FetchError(
            f"{pages.what} must say how many features it has, got {said!r:.200}"
        )
    return int(said["count"])


PAGED: Mapping[ServiceKind, Callable[[Client, Service, Box | None], Pages]] = {
    "ogc-features": ogc_features,
    "wfs": wfs,
    "arcgis": arcgis,
}
"""Kinds of service that give pages."""


def _json(client: Client, entry: Entry) -> dict[str, Any]:
    """Return a body as JSON; what is broken is not kept."""
    try:
        return read_json(client.body(entry), entry.url)
    except FetchError:
        client.store.forget(entry.url)
        raise


def _taken(client: Client, entry: Entry, pages: Pages) -> int:
    """Add a page of a WFS, whichever of the two formats came."""
    body = client.body(entry)
    with body.open("rb") as file:
        is_json = file.read(100).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    try:
        return pages.add_json(_json(client, entry)) if is_json else pages.add_gml(body)
    except FetchError:
        client.store.forget(entry.url)
        raise


def _next(page: dict[str, Any], url: str) -> str | None:
    """Return the address of the next page."""
    for link in page.get("links") or []:
        if link.get("rel") == "next" and link.get("href"):
            return urljoin(url, str(link["href"]))
    return None


def _types(body: bytes, base: str) -> list[str]:
    """Return the feature types that a WFS names in its capabilities."""
    if b"<!DOCTYPE" in body[:1000]:
        raise FetchError(f"{base} must give capabilities without DOCTYPE")
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise FetchError(f"{base} must give capabilities in XML: {error}") from error
    if "ExceptionReport" in root.tag:
        raise FetchError(f"{base} refuses: {exception_text(body)}")
    return [
        one.text.strip()
        for kind in root.findall(".//{*}FeatureType")
        for one in kind.findall("{*}Name")
        if one.text
    ]


def _refuses_format(body: Path) -> bool:
    """Say whether a WFS answers that it does not know GeoJSON."""
    with body.open("rb") as file:
        return _about_format(file.read(3000))


def _about_format(head: bytes) -> bool:
    return b"ExceptionReport" in head and bool(re.search(rb"(?i)outputformat", head))


def _with(base: str, asked: Mapping[str, object]) -> str:
    return f"{base}{'&' if '?' in base else '?'}{urlencode(asked)}"


def _text(box: Any) -> str:
    return ",".join(f"{edge:.6f}".rstrip("0").rstrip(".") for edge in box)
