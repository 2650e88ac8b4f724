"""Styles for QGIS as QML text: what colour and which name a code has.

A colour table alone opens in QGIS as 256 legend rows; with this only the uses that
occur are there. Symbols are written with ``Option``, which QGIS 3.22 and later read.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from atlas.colours import Rgb, darker, text
from atlas.present import Shown

HEADER = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
"""First line of every QML file."""

VERSION = "3.22.0-Białowieża"
"""The QGIS whose form is written."""


def raster_style(uses: Sequence[Shown], lang: str) -> str:
    """Return a paletted style with the uses that occur.

    Parameters
    ----------
    uses
        Uses that occur; "none" is drawn transparent.
    lang
        Language of the labels.

    """
    root = Element("qgis", version=VERSION, styleCategories="AllStyleCategories")
    pipe = SubElement(root, "pipe")
    renderer = SubElement(
        pipe,
        "rasterrenderer",
        type="paletted",
        band="1",
        opacity="1",
        alphaBand="-1",
        nodataColor="",
    )
    SubElement(renderer, "rasterTransparency")
    palette = SubElement(renderer, "colorPalette")
    for use in uses:
        SubElement(
            palette,
            "paletteEntry",
            value=str(use.code),
            color=text(use.colour),
            label=use.name(lang),
            alpha="255" if use.code else "0",
        )
    return HEADER + tostring(root, encoding="unicode")


def category_style(
    uses: Sequence[Shown], lang: str, *, edge: bool, aliases: Mapping[str, str]
) -> str:
    """Return a style for polygons, one category per use by its id in ``use``.

    Parameters
    ----------
    uses
        Uses that occur.
    lang
        Language of the labels.
    edge
        Whether polygons get a dark edge.
    aliases
        Column heading per field.

    """
    root = _root(aliases)
    renderer = SubElement(
        root, "renderer-v2", type="categorizedSymbol", attr="use", symbollevels="0"
    )
    categories = SubElement(renderer, "categories")
    symbols = SubElement(renderer, "symbols")
    for place, use in enumerate(uses):
        SubElement(
            categories,
            "category",
            value=use.id,
            label=use.name(lang),
            symbol=str(place),
            render="true",
        )
        line = darker(use.colour) if edge else None
        _fill(symbols, str(place), use.colour, line)
    return HEADER + tostring(root, encoding="unicode")


def outline_style(label_field: str, aliases: Mapping[str, str]) -> str:
    """Return a style that draws only edges, with a name in each polygon."""
    root = _root(aliases, labels="1")
    renderer = SubElement(root, "renderer-v2", type="singleSymbol", symbollevels="0")
    _fill(SubElement(renderer, "symbols"), "0", None, (70, 70, 70))
    labeling = SubElement(root, "labeling", type="simple")
    settings = SubElement(labeling, "settings")
    style = SubElement(
        settings,
        "text-style",
        fieldName=label_field,
        fontSize="9",
        textColor="60,60,60,255",
    )
    SubElement(
        style,
        "text-buffer",
        bufferDraw="1",
        bufferSize="0.8",
        bufferColor="255,255,255,255",
    )
    SubElement(settings, "placement", placement="1")
    return HEADER + tostring(root, encoding="unicode")


def _root(aliases: Mapping[str, str], labels: str = "0") -> Element:
    """Return the head of a vector style, with its column headings."""
    root = Element(
        "qgis",
        version=VERSION,
        styleCategories="Symbology|Labeling|Fields",
        labelsEnabled=labels,
    )
    holder = SubElement(root, "aliases")
    for place, (field, name) in enumerate(aliases.items()):
        SubElement(holder, "alias", index=str(place), field=field, name=name)
    return root


def _fill(parent: Element, name: str, fill: Rgb | None, edge: Rgb | None) -> None:
    """Add a fill symbol: colour or none, edge or none."""
    symbol = SubElement(
        parent, "symbol", type="fill", name=name, alpha="1", clip_to_extent="1"
    )
    layer = SubElement(symbol, "layer", {"class": "SimpleFill", "enabled": "1"})
    options = SubElement(layer, "Option", type="Map")
    for key, value in {
        "color": _numbers(fill or (255, 255, 255)),
        "style": "solid" if fill else "no",
        "outline_color": _numbers(edge or (0, 0, 0)),
        "outline_style": "solid" if edge else "no",
        "outline_width": "0.2",
        "outline_width_unit": "MM",
    }.items():
        SubElement(options, "Option", type="QString", name=key, value=value)


def _numbers(colour: Rgb) -> str:
    """Return a colour as QGIS writes it in symbols."""
    return ",".join(map(str, (*colour, 255)))
