"""A QGIS project that opens all layers of runs, grouped, in RD and in colour.

A ``.qgz`` is a zip with one ``.qgs`` in it. Paths are relative, so that a folder can be
moved or sent as a whole. Styles are those of the layers themselves (``qml``), written
in the form of QGIS 3.22 that later versions read.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from atlas.captions import sources
from atlas.geopackage import NAME as GEOPACKAGE
from atlas.geotiff import NAME as GEOTIFF
from atlas.layer_styles import layer_style
from atlas.present import present
from atlas.qml import HEADER, VERSION, raster_style
from atlas.read_run import Run
from atlas.words.words import Words
from atlas.writing import whole
from grids.grid import CRS

NAME = "project.qgz"
"""Name of the project in a run folder."""

VECTORS = (("municipalities", True), ("patches", True), ("cells", False))
"""Layers of the GeoPackage from top to bottom, and whether they show at first."""


@dataclass(frozen=True)
class _Layer:
    """A layer of the project."""

    id: str
    title: str
    source: str
    provider: str
    shows: bool
    style: str
    credit: str


def write_project(
    runs: Sequence[tuple[str, Run]], target: Path, words: Words, at: Path | None = None
) -> Path:
    """Write a project with a group per run, the first on top.

    Parameters
    ----------
    runs
        Name of the group, and a run with its GeoPackage and GeoTIFF.
    target
        The ``.qgz``.
    words
        The reader's language.
    at
        Folder that paths are relative to; default that of the file.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OSError
        If the folder cannot be written.

    """
    groups = [
        (name, list(_layers(number, run, at or target.parent, words)))
        for number, (name, run) in enumerate(runs)
    ]
    text = HEADER + tostring(_project(groups, runs[0][1]), encoding="unicode")
    entry = ZipInfo(f"{target.stem}.qgs", date_time=(2020, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    with whole(target) as path, ZipFile(path, "w") as holder:
        holder.writestr(entry, text.encode("utf-8", "replace"))
    return target


def _layers(number: int, run: Run, at: Path, words: Words) -> Iterator[_Layer]:
    """Give the layers that a run has files for, from top to bottom."""
    geopackage, raster = run.path / GEOPACKAGE, run.path / GEOTIFF
    credit = sources(run.document.credited, words)
    if geopackage.is_file():
        from pyogrio import list_layers, read_info

        held = set(list_layers(geopackage)[:, 0].tolist())
        for name, shows in VECTORS:
            if name in held:
                fields = [str(field) for field in read_info(geopackage, name)["fields"]]
                yield _Layer(
                    _id(name, number),
                    words.say(f"layer.{name}"),
                    f"{_relative(geopackage, at)}|layername={name}",
                    "ogr",
                    shows and number == 0,
                    layer_style(name, run, fields, words),
                    credit,
                )
    if raster.is_file():
        yield _Layer(
            _id("allocation", number),
            words.say("layer.raster"),
            _relative(raster, at),
            "gdal",
            False,
            raster_style(present(run), words.lang),
            credit,
        )


def _id(name: str, number: int) -> str:
    """Return the id of a layer; QGIS replaces ids of ten signs and fewer."""
    return f"puzzel_{name}_{number}"


def _relative(path: Path, at: Path) -> str:
    """Return a path as a project keeps it; a whole one where drives differ."""
    try:
        found = os.path.relpath(path.resolve(), at.resolve())
    except ValueError:
        return path.resolve().as_posix()
    plain = Path(found).as_posix()
    return plain if plain.startswith("..") else f"./{plain}"


def _project(groups: Sequence[tuple[str, list[_Layer]]], first: Run) -> Element:
    """Return the project as XML."""
    title = first.document.name
    root = Element("qgis", projectname=title, version=VERSION)
    SubElement(root, "title").text = _legal(title)
    _metadata(SubElement(root, "projectMetadata"), groups, title)
    _crs(SubElement(root, "projectCrs"))
    tree = SubElement(root, "layer-tree-group")
    for number, (name, layers) in enumerate(groups):
        branch = SubElement(
            tree,
            "layer-tree-group",
            name=_legal(name),
            checked="Qt::Checked" if number == 0 else "Qt::Unchecked",
            expanded="1" if number == 0 else "0",
        )
        for layer in layers:
            _leaf(branch, layer)
    canvas = SubElement(root, "mapcanvas", name="theMapCanvas")
    SubElement(canvas, "units").text = "meters"
    _extent(SubElement(canvas, "extent"), first)
    _crs(SubElement(canvas, "destinationsrs"))
    holder = SubElement(root, "projectlayers")
    for _, layers in groups:
        for layer in layers:
            _maplayer(holder, layer)
    properties = SubElement(root, "properties")
    paths = SubElement(properties, "Paths")
    SubElement(paths, "Absolute", type="bool").text = "false"
    system = SubElement(properties, "SpatialRefSys")  # else QGIS takes no CRS at all
    SubElement(system, "ProjectionsEnabled", type="int").text = "1"
    return root


def _metadata(
    parent: Element, groups: Sequence[tuple[str, list[_Layer]]], title: str
) -> None:
    """Name the sources of all runs in the properties of the project."""
    found = dict.fromkeys(
        part
        for _, layers in groups
        for layer in layers
        for part in layer.credit.split("; ")
    )
    SubElement(parent, "title").text = _legal(title)
    SubElement(parent, "abstract").text = _legal("; ".join(found))
    for part in found:
        SubElement(parent, "rights").text = _legal(part)


def _leaf(branch: Element, layer: _Layer) -> None:
    """Add a layer to the tree."""
    SubElement(
        branch,
        "layer-tree-layer",
        id=layer.id,
        name=layer.title,
        source=layer.source,
        providerKey=layer.provider,
        checked="Qt::Checked" if layer.shows else "Qt::Unchecked",
        expanded="0",
    )


def _maplayer(holder: Element, layer: _Layer) -> None:
    """Add a layer with its source and its style."""
    is_vector = layer.provider == "ogr"
    made = SubElement(holder, "maplayer", type="vector" if is_vector else "raster")
    if is_vector:
        made.set("geometry", "Polygon")
    style = fromstring(layer.style.removeprefix(HEADER))
    if style.get("labelsEnabled"):
        made.set("labelsEnabled", style.get("labelsEnabled", "0"))
    SubElement(made, "id").text = layer.id
    SubElement(made, "datasource").text = layer.source
    SubElement(made, "layername").text = layer.title
    SubElement(made, "attribution", href="").text = _legal(layer.credit)
    _crs(SubElement(made, "srs"))
    SubElement(made, "provider").text = layer.provider
    made.extend(list(style))


def _crs(parent: Element) -> None:
    """Add RD New; by its code alone QGIS 3.22 does not take it for a project."""
    from pyproj import CRS as PROJ

    system = SubElement(parent, "spatialrefsys")
    SubElement(system, "wkt").text = PROJ.from_user_input(CRS).to_wkt()
    SubElement(system, "srid").text = CRS.partition(":")[2]
    SubElement(system, "authid").text = CRS


def _extent(parent: Element, run: Run) -> None:
    """Add the rectangle of the cells."""
    west, south, east, north = run.grid.frame.bounds_m
    for key, value in zip(
        ("xmin", "ymin", "xmax", "ymax"), (west, south, east, north), strict=True
    ):
        SubElement(parent, key).text = str(value)


def _legal(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
