"""Read points, lines and polygons from any file GDAL reads.

The file must say its coordinate system and overlap the province; table, column and
filter must be there. GDAL's errors come back as ours, with the file's name.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

import numpy as np

from grids.classes import classify
from grids.crs import box_in, box_in_rd, is_rd
from grids.features import Features, cleaned
from grids.grid import CRS
from grids.sentence import Sentence
from grids.sources import LayerSource, UnreadableError, check_file


def read_vector(
    source: LayerSource, bounds_m: Sequence[float] | None = None
) -> Features:
    """Read the features whose box meets the bounds.

    Parameters
    ----------
    source
        File, table and filter.
    bounds_m
        West, south, east, north in RD [m]; everything if None.

    Returns
    -------
    Features
        Valid geometries in EPSG:28992 with their columns, and notes.

    Raises
    ------
    FileNotFoundError
        If the file is not there.
    UnreadableError
        If GDAL cannot read it.
    ValueError
        If table, column or coordinate system is missing or unknown, or the file
        lies elsewhere.

    """
    check_file(source)
    table = _table(source)
    info = _info(source, table)
    _check_columns(source, [str(name) for name in info["fields"]])
    if not info["crs"]:
        raise ValueError(
            Sentence(
                "layer '{name}' must say its coordinate system, but {path} has "
                "none; set it first, for instance with ogr2ogr -a_srs {crs}",
                name=source.name,
                path=source.path,
                crs=CRS,
            )
        )
    if bounds_m is not None:
        _check_overlap(source, info, bounds_m)
    box = None if bounds_m is None else box_in(info["crs"], bounds_m)
    with _gdal_errors(source):
        from pyogrio import read_dataframe

        found = read_dataframe(
            source.path,
            layer=table,
            columns=list(source.columns),
            where=source.where,
            bbox=box,
        )
    features = _of_class(source, cleaned(found, info["crs"]))
    empty = 0 if bounds_m is None else _empty(source, table)
    if not empty:
        return features
    note = f"{empty:,} features without geometry dropped"
    return Features(features.table, (note, *features.notes))


def _of_class(source: LayerSource, features: Features) -> Features:
    """Keep the features of the class that counts."""
    if source.classes is None or source.of is None or not len(features.table):
        return features
    names, notes = classify(source.classes, features.table[source.column], source.name)
    kept = features.table[[name == source.of for name in names]]
    return Features(kept, (*features.notes, *notes))


def _empty(source: LayerSource, table: str) -> int:
    """Count the features without geometry, which no box finds."""
    from pyogrio import read_bounds

    with _gdal_errors(source):
        _, bounds = read_bounds(source.path, layer=table, where=source.where)
    empty = np.isnan(bounds).any(axis=0) | (bounds == 0).all(axis=0)
    return int(empty.sum())


@contextmanager
def _gdal_errors(source: LayerSource) -> Iterator[None]:
    """Turn pyogrio's errors into ours, naming the file."""
    from pyogrio.errors import DataSourceError, FeatureError, GeometryError

    try:
        yield
    except FeatureError as error:
        raise ValueError(_bad_filter(source, error)) from error
    except (DataSourceError, GeometryError) as error:
        raise UnreadableError(_unreadable(source, str(error))) from error
    except ValueError as error:
        if "SQL" not in str(error):
            raise
        raise ValueError(_bad_filter(source, error)) from error


def _bad_filter(source: LayerSource, error: Exception) -> str:
    """Say that the attribute filter is not understood, and why."""
    return Sentence(
        "where of layer '{name}' must be an OGR attribute filter, got "
        "{where!r} ({why})",
        name=source.name,
        where=source.where,
        why=error,
    )


def _unreadable(source: LayerSource, reason: str) -> str:
    """Say that a file cannot be read, and why."""
    return Sentence(
        "file of layer '{name}' must be readable, but {path} is damaged, "
        "truncated or of no known format ({why}); fetch it again",
        name=source.name,
        path=source.path,
        why=reason,
    )


def _table(source: LayerSource) -> str:
    """Return the one layer of the file that is meant."""
    from pyogrio import list_layers

    with _gdal_errors(source):
        tables = [str(row[0]) for row in list_layers(source.path)]
    if source.table is None and len(tables) == 1:
        return tables[0]
    if source.table is None:
        raise ValueError(
            Sentence(
                "table of layer '{name}' must be given, because {path} has {n}: "
                "{known}",
                name=source.name,
                path=source.path,
                n=len(tables),
                known=", ".join(tables),
            )
        )
    if source.table not in tables:
        raise ValueError(_unknown("table", source, source.table, tables))
    return source.table


def _info(source: LayerSource, table: str) -> dict[str, Any]:
    """Return fields, coordinate system and extent of the layer."""
    from pyogrio import read_info

    _check_shapefile(source)
    with _gdal_errors(source):
        info: dict[str, Any] = read_info(
            source.path, layer=table, force_total_bounds=True
        )
    if info["geometry_type"] is None:
        raise ValueError(
            Sentence(
                "layer '{name}' must have geometries, but table '{table}' of "
                "{path} has none",
                name=source.name,
                table=table,
                path=source.path,
            )
        )
    return info


def _check_shapefile(source: LayerSource) -> None:
    """Refuse a truncated .shp, which GDAL reads as features without geometry."""
    if source.path.suffix.lower() != ".shp":
        return
    with source.path.open("rb") as file:
        head = file.read(28)
    said, got = 2 * int.from_bytes(head[24:28], "big"), source.path.stat().st_size
    if len(head) < 28 or got < said:
        raise UnreadableError(
            _unreadable(
                source,
                Sentence("{n:,} bytes, its header says {all:,}", n=got, all=said),
            )
        )


def _check_columns(source: LayerSource, fields: list[str]) -> None:
    """Refuse a column that the layer does not have."""
    for column in source.columns:
        if column not in fields:
            raise ValueError(_unknown("column", source, column, fields))


def _unknown(what: str, source: LayerSource, got: str, known: list[str]) -> str:
    """Say that a name is unknown, which there are, and which is meant."""
    near = get_close_matches(got, known, n=1)
    hint = Sentence("; did you mean '{near}'?", near=near[0]) if near else ""
    return Sentence(
        "{what} of layer '{name}' must be one of {known} ({path}), got '{got}'{hint}",
        what=what,
        name=source.name,
        known=", ".join(known),
        path=source.path,
        got=got,
        hint=hint,
    )


def _check_overlap(
    source: LayerSource, info: dict[str, Any], bounds_m: Sequence[float]
) -> None:
    """Refuse a file that lies elsewhere, mostly a wrong coordinate system."""
    if info["total_bounds"] is None or not np.isfinite(info["total_bounds"]).all():
        return
    own = tuple(info["total_bounds"])
    if not is_rd(info["crs"]):
        own = box_in_rd(info["crs"], own)
    west, south, east, north = bounds_m
    if own[0] > east or own[2] < west or own[1] > north or own[3] < south:
        raise ValueError(
            Sentence(
                "layer '{name}' must overlap the province ({here}), but {path} "
                "covers {there} in {crs}; check its coordinate system",
                name=source.name,
                here=describe_box(bounds_m),
                path=source.path,
                there=describe_box(own),
                crs=CRS,
            )
        )


def describe_box(bounds_m: Sequence[float]) -> str:
    """Say which rectangle a box in RD is."""
    west, south, east, north = (round(edge) for edge in bounds_m)
    return Sentence(
        "X {west:,}..{east:,} Y {south:,}..{north:,}",
        west=west,
        east=east,
        south=south,
        north=north,
    )
