"""What the codes of the raster mean: ``.aux.xml`` for GDAL and QGIS, ``.vat.dbf``.

rasterio has no attribute tables, so the XML is written here as GDAL's PAM reads it;
the DBF is what ArcGIS Pro takes.
"""

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from atlas.present import Shown

COLUMNS = (
    ("value", 0, 5),
    ("label", 2, 2),
    ("name_nl", 2, 0),
    ("name_en", 2, 0),
    ("use", 2, 0),
    ("red", 0, 6),
    ("green", 0, 7),
    ("blue", 0, 8),
    ("alpha", 0, 9),
    ("ha", 1, 0),
)
"""Name, type (0 whole, 1 real, 2 text) and GDAL's usage of each column."""


def aux_xml(uses: Sequence[Shown], lang: str) -> str:
    """Return category names and an attribute table as GDAL's PAM.

    Parameters
    ----------
    uses
        Uses that occur, by code.
    lang
        Language of the category names.

    """
    root = Element("PAMDataset")
    band = SubElement(root, "PAMRasterBand", band="1")
    names = {use.code: use.name(lang) for use in uses}
    categories = SubElement(band, "CategoryNames")
    for code in range(max(names, default=-1) + 1):
        SubElement(categories, "Category").text = names.get(code, "")
    table = SubElement(band, "GDALRasterAttributeTable", tableType="thematic")
    for place, (name, kind, usage) in enumerate(COLUMNS):
        column = SubElement(table, "FieldDefn", index=str(place))
        SubElement(column, "Name").text = name
        SubElement(column, "Type").text = str(kind)
        SubElement(column, "Usage").text = str(usage)
    for place, use in enumerate(uses):
        row = SubElement(table, "Row", index=str(place))
        for value in _row(use, lang):
            SubElement(row, "F").text = str(value)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def write_vat(uses: Sequence[Shown], lang: str, path: Path) -> None:
    """Write the attribute table as DBF.

    Parameters
    ----------
    uses
        Uses that occur, by code.
    lang
        Language of ``label``.
    path
        The ``.vat.dbf`` beside the raster.

    """
    import pandas
    from pyogrio import write_dataframe

    names = [name for name, _, _ in COLUMNS]
    rows = pandas.DataFrame([_row(use, lang) for use in uses], columns=names)
    write_dataframe(rows, path, driver="ESRI Shapefile", encoding="UTF-8")


def _row(use: Shown, lang: str) -> tuple[object, ...]:
    """Return one row in the order of the columns; land that stays is transparent."""
    names = (use.name(lang), use.name("nl"), use.name("en"), use.id)
    alpha = 255 if use.code else 0
    return (use.code, *names, *use.colour, alpha, round(use.ha, 4))
