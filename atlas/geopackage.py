"""The allocation as GeoPackage: cells, patches and municipalities, with their styles.

Version 1.3, geometry column ``geom`` and lower-case names, as PDOK's validator asks
and as older QGIS and ArcGIS read without warning.
"""

from pathlib import Path
from typing import Any

import numpy as np

from atlas.captions import sources
from atlas.cell_shapes import areas, squares
from atlas.layer_styles import write_styles
from atlas.patches import patches
from atlas.present import new_uses
from atlas.read_run import CURRENT_USE, MUNICIPALITY, Run
from atlas.tally import per_group
from atlas.words.words import Words
from atlas.writing import whole
from grids.grid import CRS
from grids.layers import Layer

NAME = "allocation.gpkg"
"""Name of the GeoPackage in a run folder."""


def write_geopackage(run: Run, folder: Path, words: Words) -> Path:
    """Write ``allocation.gpkg``.

    Parameters
    ----------
    run
        A run with an allocation.
    folder
        Where.
    words
        The reader's language, for labels and styles.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OSError
        If the folder cannot be written.

    """
    layers = {"cells": _cells(run, words), "patches": _patches(run, words)}
    zones = run.layer(MUNICIPALITY)
    if zones is not None:
        layers["municipalities"] = _municipalities(run, zones, words)
    credit = f"{words.say('map.sources')}: {sources(run.document.credited, words)}"
    with whole(folder / NAME) as path:
        for name, frame in layers.items():
            _write(frame, path, name, f"{words.say(f'layer.{name}')}. {credit}")
        write_styles(path, run, layers, words)
    return folder / NAME


def _cells(run: Run, words: Words) -> Any:
    """Return the cells that change use."""
    import geopandas

    cells = np.flatnonzero(run.use > 0)
    code = run.use[cells]
    columns: dict[str, Any] = {
        "use": _of([use.id for use in run.uses])[code],
        "label": _labels(run, words)[code],
        "available_ha": run.available_ha[cells],
    }
    for name in (MUNICIPALITY, CURRENT_USE):
        layer = run.layer(name)
        if layer is not None:
            columns[name] = _names(layer, words)[layer.values[cells]]
    return geopandas.GeoDataFrame(columns, geometry=squares(run.grid, cells), crs=CRS)


def _patches(run: Run, words: Words) -> Any:
    """Return the patches of every use."""
    import geopandas

    found = patches(run)
    columns = {
        "use": _of([use.id for use in run.uses])[found.use],
        "label": _labels(run, words)[found.use],
        "ha": found.ha,
        "n_cells": found.n_cells,
    }
    return geopandas.GeoDataFrame(columns, geometry=found.geometry, crs=CRS)


def _municipalities(run: Run, zones: Layer, words: Words) -> Any:
    """Return the hectares of every use per municipality."""
    import geopandas

    tally = per_group(run, zones)
    shapes = areas(run.grid, zones.values)
    uses = new_uses(run)
    columns: dict[str, Any] = {
        "municipality": [name or words.say("no_municipality") for name in tally.groups],
        "available_ha": tally.ha.sum(axis=1),
        "changed_ha": tally.ha[:, 1:].sum(axis=1),
    }
    columns |= {f"{use.id}_ha": tally.ha[:, use.code] for use in uses}
    geometry = [shapes[code] for code in tally.codes]
    return geopandas.GeoDataFrame(columns, geometry=geometry, crs=CRS)


def _write(frame: Any, path: Path, name: str, description: str) -> None:
    """Add a layer to the file."""
    from pyogrio import write_dataframe

    several = name == "municipalities"
    write_dataframe(
        frame.rename_geometry("geom"),
        path,
        layer=name,
        driver="GPKG",
        append=False,
        promote_to_multi=several,
        geometry_type="MultiPolygon" if several else "Polygon",
        dataset_options={"VERSION": "1.3"},
        layer_options={
            "GEOMETRY_NAME": "geom",
            "IDENTIFIER": name,
            "DESCRIPTION": description,
        },
    )


def _labels(run: Run, words: Words) -> Any:
    """Return the name of every use by code."""
    names = {use.code: use.name(words.lang) for use in new_uses(run)}
    return _of([names.get(code, "") for code in range(len(run.uses))])


def _names(layer: Layer, words: Words) -> Any:
    """Return the name of every code of a layer; the last one, -1, is none."""
    names = np.full(max(layer.labels, default=-1) + 2, None, object)
    for code, name in layer.labels.items():
        named = words.known("current", name) if layer.name == CURRENT_USE else name
        names[code] = named
    return names


def _of(texts: list[str]) -> Any:
    """Return texts as an array to look up codes in."""
    return np.array(texts, object)
