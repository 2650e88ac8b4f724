"""The files that a virtual raster (``.vrt``) is made of.

GDAL follows whatever name stands in it: a file anywhere, an address, another format's
way of writing one. So the names are read here, before GDAL sees the file, and each
must be a file in the folder of the virtual raster, links followed.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

LARGEST = 50_000_000
"""Bytes that a virtual raster may have; one of all sheets of the country has fewer."""

NAMES = ("filename", "dataset", "file")
"""Ends of the tags whose text names a file."""

AWAY = ("://", "/vsi", "overview_file")
"""What no text in it may hold: addresses, GDAL's own file systems, other overviews."""


DECLARED = "<!DOCTYPE"
"""Where a text may give a name to anything."""


class LeadsAwayError(ValueError):
    """A virtual raster of other things than files beside it; the text says which."""


def is_virtual(head: bytes) -> bool:
    """Say whether a file that begins like this is a virtual raster."""
    return b"<VRTDataset" in head and head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<"


def files_of(path: Path) -> list[Path]:
    """Return the files that a virtual raster names itself.

    Parameters
    ----------
    path
        The virtual raster.

    Returns
    -------
    list[Path]
        Files that exist in its folder or below, each once.

    Raises
    ------
    LeadsAwayError
        If it names anything else, or cannot be read as XML without declarations.

    """
    if path.suffix.lower() != ".vrt":
        raise LeadsAwayError(path.name)
    path = Path(os.path.realpath(path))  # GDAL too counts from where a link leads
    found: dict[Path, None] = {}
    for name, base in _names(path):
        file = Path(os.path.realpath(base / name))
        if not file.is_relative_to(path.parent) or not file.is_file():
            raise LeadsAwayError(name)
        found[Path(os.path.abspath(base / name))] = None
    return list(found)


def _names(path: Path) -> Iterator[tuple[str, Path]]:
    """Give every name with the folder that it is relative to."""
    for node in _elements(path):
        for text in (node.text or "", node.tail or "", *node.attrib.values()):
            if any(mark in text.lower() for mark in AWAY):
                raise LeadsAwayError(text.strip())
        name = (node.text or "").strip()
        if not name or not node.tag.lower().endswith(NAMES):
            continue
        relative = node.get("relativeToVRT", "0")
        if relative not in ("0", "1"):
            raise LeadsAwayError(name)
        yield name, path.parent if relative == "1" else Path()


def _elements(path: Path) -> Iterator[ElementTree.Element]:
    """Read all elements; refuse declarations, which could write a name otherwise."""
    if path.stat().st_size > LARGEST:
        raise LeadsAwayError(path.name)
    text = path.read_bytes()
    if DECLARED.encode() in text.upper() or b"<!ENTITY" in text.upper():
        raise LeadsAwayError(DECLARED)
    try:
        yield from ElementTree.fromstring(text).iter()
    except ElementTree.ParseError as error:
        raise LeadsAwayError(str(error)) from error
