"""A loopback server that stands in for every address of the list of data sets.

``https://host/path`` of the list becomes ``http://127.0.0.1:port/host/path``; kinds,
names and the order of trying stay. Behind an address lie the real layers that there
are for it; one without any says 404, as a service that has moved does.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from rasterio.io import MemoryFile

from grids.data_set_list import SHIPPED, shipped_data_sets
from grids.data_sets import Service
from grids.fetch.coverage import CELL_M
from grids.grid import Frame
from grids.layers import Origin
from grids.mesh import read_mesh
from grids.rasterise import codes
from grids.sources import LayerSource
from tests.grids.fetch.loopback import (
    Answer,
    Respond,
    as_json,
    features_of,
    in_box,
    ogc_api,
)

FILES: dict[str, tuple[str, str, dict[str, str]]] = {
    "province_boundaries": (
        *("cbs_admin_certegis/provincies_rd.gpkg", "provincies"),
        {"provincie": "naam"},
    ),
    "municipalities": (
        *("cbs_admin_certegis/gemeenten_rd.gpkg", "gemeenten"),
        {"gemeente": "naam"},
    ),
    "natura2000": ("natura2000/natura2000_rd_simpl10m.gpkg", "natura2000", {}),
    "neighbourhoods": ("cbs_admin_certegis/pc4_rd.gpkg", "pc4", {}),
    "grid_lines": ("grid_osm2017/heuristic_links_rd.gpkg", "heuristic_links", {}),
    "grid_stations": (
        *("grid_osm2017/heuristic_vertices_rd.gpkg", "heuristic_vertices"),
        {},
    ),
}
"""File, table and columns to rename, by data set."""

HEIGHTS = "provinces_xugrid/elevation_nl.nc"


def all_addresses(data: Path) -> Respond:
    """Answer at every address of the shipped list."""
    answers: dict[str, Respond] = {}
    collections: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for name, data_set in shipped_data_sets().items():
        features = _features(name, data)
        for service in data_set.services:
            at = _own_path(service)
            if service.kind == "wcs":
                answers[at] = _coverage(data / HEIGHTS)
            elif service.kind == "arcgis" and features:
                answers[at] = _arcgis(features)
            elif service.kind == "ogc-features" and features:
                held = collections.setdefault(at, {})
                held[service.name or name] = features
                answers[at] = ogc_api(held, most=200)

    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        for start, answer in answers.items():
            if path == start or path.startswith(f"{start}/"):
                return answer(path, query, headers)
        return Answer(b"moved", 404)

    return respond


def sources_at(url: str, path: Path) -> Path:
    """Write the shipped list with every address led to the stand-in."""
    text = SHIPPED.read_text("utf-8").replace('url: "https://', f'url: "{url}/')
    path.write_text(text, encoding="utf-8")
    return path


def _own_path(service: Service) -> str:
    parts = urlsplit(service.url)
    number = f"/{service.name}" if service.kind == "arcgis" and service.name else ""
    return f"/{parts.netloc}{parts.path.rstrip('/')}{number}"


def _features(name: str, data: Path) -> list[dict[str, Any]]:
    """Return what lies behind the addresses of a data set, nothing for most."""
    if name not in FILES:
        return []
    file, table, renamed = FILES[name]
    features = features_of(data / file, table)
    for one in features:
        held = one["properties"]
        one["properties"] = {renamed.get(key, key): held[key] for key in held}
    return features


def _arcgis(features: list[dict[str, Any]]) -> Respond:
    def respond(_: str, query: dict[str, str], __: dict[str, str]) -> Answer:
        found = in_box(features, query["geometry"]) if "geometry" in query else features
        if "returncountonly" in query:
            return as_json({"count": len(found)})
        start, count = int(query["resultoffset"]), int(query["resultrecordcount"])
        crs = {"type": "name", "properties": {"name": "EPSG:28992"}}
        page = found[start : start + count]
        return as_json({"type": "FeatureCollection", "crs": crs, "features": page})

    return respond


def _coverage(path: Path) -> Respond:
    """Give heights of the coarse mesh on the cells that are asked for."""
    source = LayerSource(
        "elevation", "value", path, origin=Origin("t"), variable="elevation"
    )
    mesh = read_mesh(source).table
    number = np.arange(len(mesh))
    heights = np.append(mesh["elevation"].to_numpy(np.float32), np.float32(-9999))

    def respond(_: str, query: dict[str, str], __: dict[str, str]) -> Answer:
        west, south, east, north = (float(edge) for edge in query["bbox"].split(","))
        rows, cols = round((north - south) / CELL_M), round((east - west) / CELL_M)
        frame = Frame(CELL_M, round(west), round(north), rows, cols)
        face: NDArray[Any] = codes(mesh.geometry.to_numpy(), number, frame)
        with MemoryFile() as memory:
            with memory.open(
                driver="GTiff",
                width=cols,
                height=rows,
                count=1,
                dtype="float32",
                crs="EPSG:28992",
                transform=frame.transform,
                nodata=-9999,
            ) as file:
                file.write(heights[face], 1)
            return Answer(memory.read(), headers={"Content-Type": "image/tiff"})

    return respond
