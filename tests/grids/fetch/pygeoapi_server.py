"""pygeoapi, a real OGC API server, on loopback in a process of its own.

It serves GeoJSON files in RD; ``SERVED`` on stdout says where, once it answers.
"""

import json
import os
import socket
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


@contextmanager
def pygeoapi(
    folder: Path, collections: Mapping[str, tuple[Path, list[str]]], most: int
) -> Iterator[str]:
    """Serve GeoJSON files in RD, each in the systems named; yield the address."""
    own = folder / "pygeoapi.json"
    held = {name: (str(path), crs) for name, (path, crs) in collections.items()}
    own.write_text(json.dumps({"collections": held, "most": most}), encoding="utf-8")
    with (
        (folder / "pygeoapi.log").open("w", encoding="utf-8") as log,
        subprocess.Popen(
            [sys.executable, __file__, str(own)],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as server,
    ):
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            assert line.startswith("SERVED "), (folder / "pygeoapi.log").read_text()
            yield line.split()[1]
        finally:
            server.kill()


def _settings(url: str, collections: Mapping[str, Any], most: int) -> dict[str, Any]:
    """Return the settings that pygeoapi asks for."""
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 0},
            "url": url,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {"default_items": 10, "max_items": most},
            "map": {"url": "", "attribution": ""},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                "title": "t",
                "description": "d",
                "keywords": ["k"],
                "keywords_type": "theme",
                "terms_of_service": "t",
                "url": url,
            },
            "license": {"name": "l", "url": url},
            "provider": {"name": "p"},
            "contact": {"name": "c"},
        },
        "resources": {
            name: {
                "type": "collection",
                "title": name,
                "description": name,
                "keywords": ["k"],
                "extents": {"spatial": {"bbox": [3, 50, 8, 54], "crs": CRS84}},
                "providers": [
                    {
                        "type": "feature",
                        "name": "GeoJSON",
                        "data": path,
                        "id_field": "id",
                        "storage_crs": RD,
                        "crs": crs,
                    }
                ],
            }
            for name, (path, crs) in collections.items()
        },
    }


def _serve(own: Path) -> None:
    held = json.loads(own.read_text("utf-8"))
    # bound before pygeoapi is set up: its settings must name the port
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config, described = own.with_suffix(".yml"), own.with_suffix(".openapi.yml")
        config.write_text(json.dumps(_settings(url, **held)), encoding="utf-8")
        os.environ["PYGEOAPI_CONFIG"] = str(config)
        os.environ["PYGEOAPI_OPENAPI"] = str(described)
        described.write_text('{"openapi": "3.0.2", "paths": {}}', encoding="utf-8")
        from pygeoapi.flask_app import APP
        from werkzeug.serving import make_server

        server = make_server("127.0.0.1", 0, APP, threaded=True, fd=listening.fileno())
        print(f"SERVED {url}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    _serve(Path(sys.argv[1]))
