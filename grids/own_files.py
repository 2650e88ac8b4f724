"""Files that may be opened: such that hold their data themselves.

Some formats of GDAL only name other files or services (virtual rasters and layers,
WMS, WFS). Through a scenario of someone else they could ask for addresses inside the
network, so one that leads to an address is refused before GDAL sees it. A virtual
raster of files that lie beside it may be opened.
"""

from pathlib import Path

from grids.sentence import Sentence

HEAD = 100_000
"""Bytes of a file that are looked at; a descriptor is smaller."""

LEADS = (
    b"<OGRVRTDataSource",
    b"<OGRWFSDataSource",
    b"<GDAL_WMS",
    b"<GDAL_WMTS",
    b"<WCS_GDAL",
    b"<WMS_Tile_Service",
    b"<WMT_MS_Capabilities",
    b"<OGCAPI",
)
"""How descriptors of other data begin."""

AWAY = (b"://", b"/vsi")
"""What a virtual raster must not name: addresses and GDAL's own file systems."""


def is_address(path: Path) -> bool:
    """Say whether a file's name is an address, or one of GDAL's file systems."""
    first = path.as_posix().split("/", 1)[0].lower()
    return first in ("http:", "https:", "ftp:", "s3:") or path.as_posix().startswith(
        "/vsi"
    )


def check_own(name: str, path: Path) -> None:
    """Refuse a file that only leads to an address.

    Parameters
    ----------
    name
        Of the layer.
    path
        A file that exists.

    Raises
    ------
    ValueError
        If it does.

    """
    if not path.is_file():
        return
    with path.open("rb") as file:
        head = file.read(HEAD)
    leads = any(mark in head for mark in LEADS) or (
        b"<VRTDataset" in head and any(mark in head for mark in AWAY)
    )
    if leads and head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise ValueError(
            Sentence(
                "file of layer '{name}' must hold its data itself, but {path} leads "
                "elsewhere; get the data as a file, or name the service in the "
                "scenario",
                name=name,
                path=path,
            )
        )
