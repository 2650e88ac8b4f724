"""The table ``layer_styles``, by which QGIS opens a GeoPackage in colour."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from atlas.present import new_uses
from atlas.qml import category_style, outline_style
from atlas.read_run import Run
from atlas.words.words import Words

HEADINGS = {
    "use": "col.id",
    "label": "col.use",
    "available_ha": "col.available",
    "ha": "col.ha",
    "n_cells": "col.n_cells",
    "municipality": "col.municipality",
    "current_use": "col.current_use",
    "changed_ha": "col.changed",
}
"""Text of the column headings by field."""


def write_styles(path: Path, run: Run, layers: Mapping[str, Any], words: Words) -> None:
    """Add the default style of every layer to a GeoPackage.

    Parameters
    ----------
    path
        The GeoPackage.
    run
        The run that it shows.
    layers
        Table per layer name.
    words
        The reader's language.

    """
    import pandas
    from pyogrio import write_dataframe

    rows = [
        _row(name, layer_style(name, run, _fields(table), words), run, words)
        for name, table in layers.items()
    ]
    write_dataframe(
        pandas.DataFrame(rows),
        path,
        layer="layer_styles",
        driver="GPKG",
        layer_options={"FID": "id"},
    )


def _row(layer: str, style: str, run: Run, words: Words) -> dict[str, Any]:
    """Return one style as QGIS keeps it."""
    return {
        "f_table_catalog": "",
        "f_table_schema": "",
        "f_table_name": layer,
        "f_geometry_column": "geom",
        "styleName": run.document.name,
        "styleQML": style,
        "styleSLD": "",
        "useAsDefault": True,
        "description": words.say(f"layer.{layer}"),
        "owner": "",
        "ui": None,
        "update_time": _moment(run),
    }


def _fields(table: Any) -> list[str]:
    """Return the columns of a layer beside its geometry."""
    return [str(field) for field in table.columns if field != "geometry"]


def layer_style(layer: str, run: Run, fields: Sequence[str], words: Words) -> str:
    """Return the style of one layer as QML.

    Parameters
    ----------
    layer
        Name of the layer.
    run
        The run that it shows.
    fields
        Its columns beside the geometry.
    words
        The reader's language.

    """
    aliases = {field: _heading(field, run, words) for field in fields}
    if layer == "municipalities":
        return outline_style("municipality", aliases)
    edge = layer == "patches"
    return category_style(new_uses(run), words.lang, edge=edge, aliases=aliases)


def _heading(field: str, run: Run, words: Words) -> str:
    """Return the heading of a column; hectares of a use have its name."""
    if field in HEADINGS:
        return words.say(HEADINGS[field])
    names = {f"{use.id}_ha": use.name(words.lang) for use in new_uses(run)}
    return f"{names[field]} [ha]" if field in names else field


def _moment(run: Run) -> datetime:
    """Return when the run was made, in UTC; now if it does not say."""
    try:
        made = datetime.fromisoformat(str(run.document.provenance["created"]))
    except (KeyError, ValueError):
        made = datetime.now(UTC)
    return made.astimezone(UTC).replace(microsecond=0)
