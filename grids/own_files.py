"""Files that may be opened: such that hold their data themselves.

Some formats of GDAL only name other files or services (virtual rasters and layers,
WMS, WFS, catalogues of images, pipelines). Through a scenario of someone else they
could ask for addresses inside the network, or for files that are nobody's business,
so one that leads elsewhere is refused before GDAL sees it. A virtual raster of files
in its own folder may be opened.
"""

from pathlib import Path

from grids.sentence import Sentence
from grids.virtual_raster import LeadsAwayError, files_of, is_virtual

HEAD = 100_000
"""Bytes of a file that are looked at; GDAL looks at fewer to tell the format."""

LEADS = (
    *(b"<OGRVRT", b"<OGRWFSDataSource", b"<GDAL_WMS", b"<GDAL_WMTS", b"<WMTS_GDAL"),
    *(b"<WCS_GDAL", b"<WMS_Tile_Service", b"<WMT_MS_Capabilities", b"<OGCAPI"),
    *(b"<GDALTileIndexDataset", b"gdal_streamed_alg", b'"stac_version"'),
    b'"stac_extensions"',
)
"""What marks descriptors of other data."""

BESIDE = b"OVERVIEW_FILE"
"""What a file beside a raster must not say: that its overviews are elsewhere."""


def is_address(path: Path) -> bool:
    """Say whether a file's name is an address, or one of GDAL's file systems."""
    first = path.as_posix().split("/", 1)[0].lower()
    return first in ("http:", "https:", "ftp:", "s3:") or path.as_posix().startswith(
        "/vsi"
    )


def check_own(name: str, path: Path) -> None:
    """Refuse a file that only leads elsewhere.

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
    if path.is_file():
        _check(name, path, frozenset())


def _check(name: str, path: Path, trail: frozenset[Path]) -> None:
    """Look at a file, and at those that a virtual raster names."""
    head = _head(path)
    beside = path.with_name(f"{path.name}.aux.xml")
    if path in trail or leads(head) or (beside.is_file() and BESIDE in _head(beside)):
        raise ValueError(_refused(name, path))
    if not is_virtual(head):
        return
    try:
        named = files_of(path)
    except LeadsAwayError as error:
        raise ValueError(_refused(name, path, str(error))) from error
    for file in named:
        _check(name, file, trail | {path})


def leads(head: bytes) -> bool:
    """Say whether a file that begins like this only leads elsewhere."""
    text = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    return text[:1] in (b"<", b"{") and any(mark in head for mark in LEADS)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _refused(name: str, path: Path, got: str = "") -> Sentence:
    if not got:
        return Sentence(
            "file of layer '{name}' must hold its data itself, but {path} leads "
            "elsewhere; get the data as a file, or name the service in the scenario",
            name=name,
            path=path,
        )
    return Sentence(
        "file of layer '{name}' must hold its data itself, but {path} names {got}; a "
        "virtual raster may name files of its own folder only, make it one file with "
        "gdal_translate",
        name=name,
        path=path,
        got=got,
    )
