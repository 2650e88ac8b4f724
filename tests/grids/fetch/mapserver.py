"""MapServer, a real WFS 2.0, on loopback: its CGI program behind an HTTP server."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from tests.grids.fetch.loopback import Answer, Site, served

PROGRAM = shutil.which("mapserv", path="/usr/lib/cgi-bin:/usr/bin:/usr/local/bin")
"""The program, None where it is not installed."""

MAP = """
MAP
  NAME "real"
  EXTENT 0 300000 300000 640000
  PROJECTION
    "init=epsg:28992"
  END
  OUTPUTFORMAT
    NAME "geojson"
    DRIVER "OGR/GEOJSON"
    MIMETYPE "application/json"
    FORMATOPTION "STORAGE=memory"
    FORMATOPTION "FORM=simple"
    FORMATOPTION "LCO:COORDINATE_PRECISION=12"
  END
  WEB
    METADATA
      "wfs_title" "real"
      "wfs_onlineresource" "http://127.0.0.1/wfs"
      "wfs_srs" "EPSG:28992"
      "wfs_enable_request" "*"
      "wfs_maxfeatures" "{most}"
      "wfs_getfeature_formatlist" "{formats}"
    END
  END
{layers}
END
"""

LAYER = """
  LAYER
    NAME "{name}"
    TYPE {shape}
    STATUS ON
    CONNECTIONTYPE OGR
    CONNECTION "{path}"
    DATA "{table}"
    PROJECTION
      "init=epsg:28992"
    END
    METADATA
      "wfs_title" "{name}"
      "gml_include_items" "all"
      {key}
    END
  END
"""

CONFIG = 'CONFIG\n  ENV\n    MS_MAP_PATTERN "."\n  END\nEND\n'


@contextmanager
def mapserver(
    folder: Path,
    layers: Mapping[str, tuple[Path, str, str, str]],
    most: int,
    *,
    json_too: bool,
) -> Iterator[Site]:
    """Serve tables of GeoPackages as feature types, ``most`` features a page.

    A layer has a file, a table, POLYGON or LINE, and its column of ids, "" if none.
    """
    told = [
        LAYER.format(
            name=name,
            path=path,
            table=table,
            shape=shape,
            key=f'"gml_featureid" "{key}"' if key else "",
        )
        for name, (path, table, shape, key) in layers.items()
    ]
    formats = "gml,geojson" if json_too else "gml"
    text = MAP.format(most=most, formats=formats, layers="".join(told))
    (folder / "real.map").write_text(text, encoding="utf-8")
    (folder / "mapserver.conf").write_text(CONFIG, encoding="utf-8")
    own = {
        "MS_MAPFILE": str(folder / "real.map"),
        "MAPSERVER_CONFIG_FILE": str(folder / "mapserver.conf"),
        "REQUEST_METHOD": "GET",
    }

    def respond(_: str, query: dict[str, str], __: dict[str, str]) -> Answer:
        asked = own | {"QUERY_STRING": urlencode(query)}
        done = subprocess.run(
            [str(PROGRAM)], env=os.environ | asked, capture_output=True, check=True
        )
        head, _sep, body = done.stdout.partition(b"\r\n\r\n")
        return Answer(body, headers=_headers(head))

    with served(respond) as site:
        yield site


def _headers(head: bytes) -> dict[str, str]:
    lines = [line.partition(":") for line in head.decode().splitlines()]
    return {key: value.strip() for key, _, value in lines if key == "Content-Type"}
