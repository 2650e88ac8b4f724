"""What GeoJSON says of its features: which they are, and where they lie."""

import json
import re
from pathlib import Path
from typing import Any

from grids.fetch.address import FetchError
from grids.grid import CRS

WGS84 = "OGC:CRS84"
"""Longitude and latitude, in that order: what GeoJSON means without more."""


def read_json(path: Path, what: str) -> dict[str, Any]:
    """Read a JSON body.

    Raises
    ------
    FetchError
        If it is broken, or no object.

    """
    try:
        page = json.loads(path.read_bytes())
    except ValueError as error:
        raise FetchError(
            f"{what} must give whole JSON, but it is broken: {error}"
        ) from (error)
    if not isinstance(page, dict):
        raise FetchError(f"{what} must give a JSON object, got {page!r:.60}")
    return page


def id_of(feature: dict[str, Any]) -> str:
    """Return the id of a feature, or the feature itself as text."""
    name = feature.get("id")
    return str(name) if name is not None else json.dumps(feature, sort_keys=True)


def crs_of(page: dict[str, Any], said: str, features: list[dict[str, Any]]) -> str:
    """Return the coordinate system of a page: what it says, else what numbers show.

    RD has Y over 300,000 m everywhere in the country; longitude and latitude stay
    under 180.
    """
    named = page.get("crs")
    if isinstance(named, dict):
        said = said or str(named.get("properties", {}).get("name", ""))
    if "28992" in said:
        return CRS
    if said and "CRS84" not in said and "4326" not in said:
        return said
    numbers = (_first_number(one.get("geometry")) for one in features)
    first = next((one for one in numbers if one is not None), 0.0)
    return CRS if abs(first) > 180 else WGS84


def one_sort(features: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write as text what is a text in one feature and a number in another.

    So it is when the service changed between two pages; GDAL takes it for JSON.
    """
    sorts: dict[str, set[bool]] = {}
    for one in features:
        for name, value in (one.get("properties") or {}).items():
            if isinstance(value, str | int | float):
                sorts.setdefault(name, set()).add(isinstance(value, str))
    mixed = {name for name, found in sorts.items() if len(found) > 1}
    if not mixed:
        return features
    return [
        {**one, "properties": _as_text(one.get("properties") or {}, mixed)}
        for one in features
    ]


def _as_text(properties: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {
        name: str(value) if name in names and value is not None else value
        for name, value in properties.items()
    }


def _first_number(geometry: Any) -> float | None:
    """Return the first coordinate of a geometry."""
    at = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(at, list) and at:
        at = at[0]
    return float(at) if isinstance(at, int | float) else None


def urn(crs: str) -> str:
    """Return a coordinate system as GeoJSON names it."""
    if crs == WGS84:
        return "urn:ogc:def:crs:OGC:1.3:CRS84"
    return "urn:ogc:def:crs:EPSG::" + re.split(r"[:/]", crs)[-1]
