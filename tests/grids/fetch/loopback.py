"""Small OGC API, WFS and file servers on loopback, with faults that tests ask for."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

RD = "http://www.opengis.net/def/crs/EPSG/0/28992"


@dataclass
class Answer:
    """What a server says, broken off after ``cut_at`` bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut_at: int | None = None
    wait_s: float = 0


Respond = Callable[[str, dict[str, str], dict[str, str]], Answer]


@dataclass
class Site:
    """A server under way: its address, what it was asked, what goes wrong next."""

    url: str
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    faults: list[Answer] = field(default_factory=list)
    hang_at: int | None = None


@contextmanager
def served(respond: Respond) -> Iterator[Site]:
    """Serve until the end of the block; ``site.faults`` are given first."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {k.lower(): v[0] for k, v in parse_qs(parts.query).items()}
            headers = {k.lower(): v for k, v in self.headers.items()}
            site.asked.append(self.path)
            site.headers.append(headers)
            if site.faults:
                answer = site.faults.pop(0)
            else:
                answer = respond(parts.path, query, headers)
            time.sleep(answer.wait_s)
            self.send_response(answer.status)
            for key, value in answer.headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            try:
                self.wfile.write(answer.body[: answer.cut_at or site.hang_at])
                while site.hang_at is not None:
                    time.sleep(0.02)
            except OSError:  # the client is gone
                pass
            if answer.cut_at is not None:
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def files_in(folder: Path) -> Respond:
    """A plain server of files, with ranges and validators."""

    def respond(path: str, _: dict[str, str], headers: dict[str, str]) -> Answer:
        file = folder / path.lstrip("/")
        if not file.is_file():
            return Answer(b"not here", 404)
        body, tag = file.read_bytes(), {"ETag": f'"{file.stat().st_mtime_ns}"'}
        if "range" not in headers:
            return Answer(body, headers=tag)
        start, stop = headers["range"].removeprefix("bytes=").split("-")
        part = body[int(start) : int(stop) + 1 if stop else None]
        said = f"bytes {start}-{int(start) + len(part) - 1}/{len(body)}"
        return Answer(part, 206, tag | {"Content-Range": said})

    return respond


def as_json(held: Any, **headers: str) -> Answer:
    return Answer(
        json.dumps(held).encode(),
        headers={"Content-Type": "application/json"} | headers,
    )


def in_box(features: list[dict[str, Any]], box: str) -> list[dict[str, Any]]:
    """Features whose box meets another; boxes are in ``bbox`` of each feature."""
    west, south, east, north = (float(edge) for edge in box.split(",")[:4])
    return [
        one
        for one in features
        if one["bbox"][0] <= east
        and one["bbox"][2] >= west
        and one["bbox"][1] <= north
        and one["bbox"][3] >= south
    ]


def ogc_api(
    collections: dict[str, list[dict[str, Any]]], most: int = 1000, *, again: int = 0
) -> Respond:
    """An OGC API Features in RD that gives at most ``most`` features a page.

    ``again``: how many features of a page come again on the next.
    """

    def respond(path: str, query: dict[str, str], _: dict[str, str]) -> Answer:
        if path.endswith("/collections"):
            listed = [{"id": name, "crs": [RD]} for name in collections]
            return as_json({"collections": listed})
        name = path.split("/collections/")[1].split("/")[0]
        found = collections[name]
        if "bbox" in query:
            found = in_box(found, query["bbox"])
        start, limit = int(query.get("offset", 0)), min(int(query["limit"]), most)
        first = max(0, start - again)
        page: dict[str, Any] = {
            "type": "FeatureCollection",
            "features": found[first : start + limit],
            "numberMatched": len(found),
            "links": [],
        }
        if start + limit < len(found):
            more = urlencode(query | {"offset": str(start + limit)})
            page["links"].append({"rel": "next", "href": f"{path}?{more}"})
        return as_json(page, **{"Content-Crs": f"<{RD}>"})

    return respond


def feature_service(
    name: str,
    features: list[dict[str, Any]],
    most: int = 1000,
    *,
    json_too: bool = True,
) -> Respond:
    """A WFS 2.0 with one feature type, as GeoJSON or, of points only, as GML."""

    def respond(_: str, query: dict[str, str], __: dict[str, str]) -> Answer:
        xml = {"Content-Type": "text/xml"}
        if query["request"] == "GetCapabilities":
            text = (
                '<?xml version="1.0"?><WFS_Capabilities xmlns="http://www.opengis.net/'
                f'wfs/2.0"><FeatureTypeList><FeatureType><Name>{name}</Name>'
                "</FeatureType></FeatureTypeList></WFS_Capabilities>"
            )
            return Answer(text.encode(), headers=xml)
        if "outputformat" in query and not json_too:
            text = (
                '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1">'
                '<ows:Exception locator="outputFormat"><ows:ExceptionText>unknown'
                "</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
            )
            return Answer(text.encode(), 400, xml)
        found = in_box(features, query["bbox"]) if "bbox" in query else features
        start, count = int(query["startindex"]), min(int(query["count"]), most)
        page = found[start : start + count]
        if json_too:
            named = {
                "type": "name",
                "properties": {"name": "urn:ogc:def:crs:EPSG::28992"},
            }
            held = {"type": "FeatureCollection", "features": page, "crs": named}
            return as_json(held | {"numberMatched": len(found)})
        return Answer(_gml(page, len(found)).encode(), headers=xml)

    return respond


def _gml(page: list[dict[str, Any]], matched: int) -> str:
    members = "".join(
        f'<wfs:member><t:place gml:id="place.{one["id"]}"><t:naam>'
        f"{one['properties']['naam']}</t:naam><t:shape><gml:Point "
        f'gml:id="p.{one["id"]}" srsName="urn:ogc:def:crs:EPSG::28992"><gml:pos>'
        f"{one['geometry']['coordinates'][0]} {one['geometry']['coordinates'][1]}"
        "</gml:pos></gml:Point></t:shape></t:place></wfs:member>"
        for one in page
    )
    return (
        '<?xml version="1.0"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/'
        'wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:t="http://t" '
        f'numberMatched="{matched}" numberReturned="{len(page)}">{members}'
        "</wfs:FeatureCollection>"
    )


def points(n: int) -> list[dict[str, Any]]:
    """Points on a line through Zeeland, with names and boxes."""
    return [
        {
            "type": "Feature",
            "id": at,
            "properties": {"naam": f"plek {at}", "fid": at % 3},
            "geometry": {"type": "Point", "coordinates": [30_000 + at, 390_000]},
            "bbox": [30_000 + at, 390_000, 30_000 + at, 390_000],
        }
        for at in range(n)
    ]


def features_of(path: Any, table: str) -> list[dict[str, Any]]:
    """All features of a file, with their boxes."""
    import geopandas
    import pyogrio

    held = pyogrio.read_dataframe(path, layer=table)
    assert isinstance(held, geopandas.GeoDataFrame)
    found: list[dict[str, Any]] = list(held.iterfeatures(show_bbox=True))
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]
