"""Which files GDAL may open: those that hold their data themselves.

GDAL looks at content, not at names, and some formats (VRT, descriptions of services)
make it read other files and addresses. A body from elsewhere must therefore begin as
its name says, and hold no such description.
"""

from pathlib import Path

from grids.fetch.address import FetchError
from grids.own_files import LEADS

BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".gpkg": (b"SQLite format 3\0",),
    ".gml": (b"<?xml", b"<wfs:", b"<gml:", b"<FeatureCollection"),
    ".geojson": (b"{",),
    ".json": (b"{",),
    ".fgb": (b"fgb",),
    ".shp": (b"\0\0\x27\x0a",),
}
"""How a file of each ending begins."""

LEADS_ELSEWHERE = (*LEADS, b"<VRTDataset")
"""What marks a file that only says where the data are."""


def check_format(path: Path, name: str) -> None:
    """Refuse a file that is not what its name says, or leads elsewhere.

    Parameters
    ----------
    path
        The body.
    name
        Its name at the server.

    Raises
    ------
    FetchError
        If GDAL should not open it.

    """
    begin = BEGINNINGS.get(Path(name).suffix.lower())
    if begin is None:
        raise FetchError(f"{name} must end in one of {', '.join(BEGINNINGS)}")
    with path.open("rb") as file:
        head = file.read(64_000)
    if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(begin):
        raise FetchError(f"{name} must begin as its name says, got {head[:20]!r}")
    if leads_elsewhere(path):
        raise FetchError(f"{name} must hold its data itself, but leads elsewhere")


def leads_elsewhere(path: Path) -> bool:
    """Say whether a file only says where the data are, whatever it is called."""
    with path.open("rb") as file:
        head = file.read(64_000)
    return any(mark in head for mark in LEADS_ELSEWHERE)
