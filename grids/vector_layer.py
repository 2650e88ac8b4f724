"""Make a layer from points, lines or polygons.

A distance is exact however far the nearest feature lies: features are read within the
halo first, and once more within the largest distance found if that is wider.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.attributes import columns_of, numbers
from grids.classes import classify
from grids.distance import distances, nearest
from grids.features import Features
from grids.finish import code_layer, number_layer
from grids.grid import Grid
from grids.layers import Layer
from grids.rasterise import dissolve, fractions
from grids.reading import WhereError
from grids.sentence import Sentence
from grids.sources import LayerSource
from grids.vector import read_vector
from grids.zones import polygon_at_centre, zones_by_nearest, zones_by_polygon

SLIVER_M = 25
"""Half the width of strips between polygons and the border that are no land [m]."""


def vector_layer(
    source: LayerSource, grid: Grid, halo_m: float, outline: Any = None
) -> Layer:
    """Read a vector file as a layer of the source's kind."""
    if source.kind == "distance" and source.complement:
        return _distance_to_rest(source, grid, outline)
    if source.kind == "distance":
        return _distance(source, grid, halo_m)
    if source.kind == "fraction":
        return _fraction(source, grid, outline)
    features = _in_halo(source, grid, halo_m)
    return polygon_layer(source, grid, features, source.column)


def polygon_layer(
    source: LayerSource, grid: Grid, features: Features, column: str | None
) -> Layer:
    """Give each cell what the feature at its centre, or the nearest point, says.

    Parameters
    ----------
    source
        Name, kind and what to do with the column.
    grid
        The cells.
    features
        Polygons, or points where the kind is zone or ``resample`` is nearest.
    column
        Column with the name, category or number.

    Raises
    ------
    ValueError
        If there is no column or no feature, or the features are of the wrong sort.

    """
    if column is None and source.value is None:
        raise ValueError(
            Sentence(
                "column of layer '{name}' must be given for kind {kind}: which "
                "column of {path} holds the {kind}",
                name=source.name,
                kind=source.kind,
                path=source.path,
            )
        )
    if not len(features.table):
        raise ValueError(_nothing(source))
    if source.kind == "value":
        return _value(source, grid, features, column)
    names, notes = list(features.table[column]), features.notes
    if source.classes is not None:
        names, lost = classify(source.classes, names, source.name)
        notes = (*notes, *lost)
    if _are_points(source, features, allowed=source.kind == "zone"):
        found, labels = zones_by_nearest(features.geometries, names, grid)
        return code_layer(source, found, labels, notes)
    found, labels, disputed = zones_by_polygon(features.geometries, names, grid)
    return code_layer(source, found, labels, (*notes, *_said(disputed)))


def _fraction(source: LayerSource, grid: Grid, outline: Any) -> Layer:
    """Take the exact share of the polygons, or of the land they leave out."""
    features = read_vector(source, grid.frame.bounds_m)
    notes = list(features.notes)
    if not len(features.table):
        notes.append("no feature in the province")
    if not source.complement:
        share = fractions(features.geometries, grid.frame)
    elif outline is None:
        share = 1 - fractions(features.geometries, grid.frame)
        notes.append("complement counts land over the border too")
    else:
        left = outline.difference(dissolve(features.geometries))
        share = fractions([left] if left.area > 0 else [], grid.frame)
    return number_layer(source, grid, grid.from_plane(share), notes)


def _in_halo(source: LayerSource, grid: Grid, halo_m: float) -> Features:
    """Read the features in the province and its halo, or all if there are none."""
    features = read_vector(source, grid.frame.padded(halo_m).bounds_m)
    return features if len(features.table) else read_vector(source)


def _distance_to_rest(source: LayerSource, grid: Grid, outline: Any) -> Layer:
    """Measure to the land that the polygons leave out; it ends at the border."""
    if outline is None:
        raise ValueError(
            Sentence(
                "complement of layer '{name}' must have the outline of the "
                "province to measure a distance to",
                name=source.name,
            )
        )
    features = read_vector(source, grid.frame.bounds_m)
    left = outline.difference(dissolve(features.geometries))
    left = left.buffer(-SLIVER_M).buffer(SLIVER_M)
    if not left.area > 0:
        raise ValueError(
            Sentence(
                "layer '{name}' must leave land out, but its polygons cover the "
                "whole province",
                name=source.name,
            )
        )
    notes = [
        *features.notes,
        f"strips narrower than {2 * SLIVER_M} m do not count",
        "land over the border is not known to it",
    ]
    return number_layer(source, grid, distances([left], grid), notes)


def _distance(source: LayerSource, grid: Grid, halo_m: float) -> Layer:
    """Measure to the nearest feature, reading as far as needed."""
    features = _in_halo(source, grid, halo_m)
    if not len(features.table):
        if source.fill is None:
            raise ValueError(_nothing(source))
        missing = np.full(grid.n_cells, np.nan, np.float32)
        return number_layer(source, grid, missing, features.notes)
    metres = distances(features.geometries, grid)
    far = np.flatnonzero(metres > halo_m)
    if far.size:
        bounds_m = grid.frame.padded(float(metres.max())).bounds_m
        wider = read_vector(source, bounds_m)
        metres[far] = distances(wider.geometries, grid, far)
    return number_layer(source, grid, metres, features.notes)


def _value(
    source: LayerSource, grid: Grid, features: Features, column: str | None
) -> Layer:
    """Take the number of the polygon at the centre, or of the nearest feature."""
    shapes, given = features.geometries, _numbers(source, features, column)
    points = _are_points(source, features, allowed=source.resample == "nearest")
    if points:
        return number_layer(source, grid, given[nearest(shapes, grid)], features.notes)
    feature, disputed = polygon_at_centre(shapes, given, grid)
    values = np.append(given, np.nan)[feature]
    notes = [*features.notes, *_said(disputed)]
    gap = np.isnan(values)
    if gap.any() and source.resample == "nearest":
        values[gap] = given[nearest(shapes, grid, np.flatnonzero(gap))]
        notes.append(f"{int(gap.sum()):,} cells took the nearest polygon")
    return number_layer(source, grid, values, notes)


def _numbers(
    source: LayerSource, features: Features, column: str | None
) -> NDArray[np.float64]:
    """Return the column as numbers, per hectare if the source says so."""
    import shapely

    table = features.table
    try:
        if source.value is None:
            found = np.asarray(table[column], np.float64)
        else:
            held = {f"{name}": table[name] for name in table if name != "geometry"}
            found = numbers(source.value, held)
    except WhereError:
        raise
    except (TypeError, ValueError) as error:
        raise ValueError(
            Sentence(
                "column '{column}' of layer '{name}' must hold numbers, got "
                "{got!r} in {path}",
                column=column or source.value,
                name=source.name,
                got=table[column or columns_of(source.value or "")[0]].iloc[0],
                path=source.path,
            )
        ) from error
    if not source.per_ha:
        return found
    area_ha: NDArray[np.float64] = shapely.area(features.geometries) / 10_000
    return found / area_ha


def _are_points(source: LayerSource, features: Features, *, allowed: bool) -> bool:
    """Say whether the features have no area; refuse that where it means nothing."""
    import shapely

    flat = shapely.get_dimensions(features.geometries) < 2
    if flat.any() and not (flat.all() and allowed):
        raise ValueError(
            Sentence(
                "features of layer '{name}' must be polygons for kind {kind}, but"
                " {n:,} of {all:,} in {path} are points or lines; use kind "
                "distance, or resample: nearest for values",
                name=source.name,
                kind=source.kind,
                n=int(flat.sum()),
                all=len(flat),
                path=source.path,
            )
        )
    return bool(flat.all())


def _said(disputed: int) -> list[str]:
    """Say how many cells two polygons claim."""
    return [f"{disputed:,} cells lie in two polygons, the first counts"] * bool(
        disputed
    )


def _nothing(source: LayerSource) -> str:
    """Say that the file has no feature to use."""
    return Sentence(
        "layer '{name}' needs at least one feature, but {path} has none with "
        "{where!r}; correct the filter",
        name=source.name,
        path=source.path,
        where=source.where,
    )
