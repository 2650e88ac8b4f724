"""Make a layer from a raster: shares, codes, distances to a mask, or plain values."""

import numpy as np
from numpy.typing import NDArray

from grids.attributes import numbers
from grids.classes import Classes, classify
from grids.distance import mask_distances
from grids.finish import code_layer, number_layer
from grids.grid import Grid
from grids.layers import NO_ZONE, Layer
from grids.raster import Plane, read_raster
from grids.sentence import Sentence
from grids.sources import LayerSource

BAND = "band"
"""What the numbers of a raster are called in an expression."""


def raster_layer(source: LayerSource, grid: Grid, halo_m: float) -> Layer:
    """Read a raster as a layer of the source's kind."""
    if source.kind == "distance":
        return _distance(source, grid, halo_m)
    if source.kind in ("class", "zone"):
        return _codes(source, grid)
    plane = read_raster(source, grid.frame)
    values = grid.from_plane(plane.values)
    if source.value is not None:
        values = numbers(source.value, {BAND: values})
    if source.complement:
        values = 1 - values
    return number_layer(source, grid, values, plane.notes)


def _distance(source: LayerSource, grid: Grid, halo_m: float) -> Layer:
    """Measure to the nearest cell of a mask, over the province and its halo."""
    outer = grid.frame.padded(halo_m)
    plane = read_raster(source, outer)
    with_data = np.isfinite(plane.values)
    counts = plane.values == 0 if source.complement else plane.values != 0
    mask = with_data & counts
    if not mask.any():
        raise ValueError(
            Sentence(
                "distance '{name}' needs a cell to measure to within {halo:,.0f} "
                "m of the province, but {path} has none; widen the halo",
                name=source.name,
                halo=halo_m,
                path=source.path,
            )
        )
    metres = mask_distances(mask, outer)[grid.frame.window_in(outer)]
    note = f"from cell centre to cell centre, features within {halo_m:,.0f} m"
    return number_layer(source, grid, grid.from_plane(metres), (*plane.notes, note))


def _codes(source: LayerSource, grid: Grid) -> Layer:
    """Take the raster's whole numbers as classes or zones."""
    if source.resample == "average":
        raise ValueError(
            Sentence(
                "resample of layer '{name}' must be nearest for kind {kind}, got "
                "average: codes have no mean",
                name=source.name,
                kind=source.kind,
            )
        )
    plane: Plane = read_raster(source, grid.frame)
    values = grid.from_plane(plane.values)
    held = np.isfinite(values)
    if (values[held] < 0).any() or (values[held] % 1 != 0).any():
        raise ValueError(
            Sentence(
                "codes of layer '{name}' must be whole numbers from 0, got "
                "{low:g}..{high:g} in {path}",
                name=source.name,
                low=values[held].min(),
                high=values[held].max(),
                path=source.path,
            )
        )
    codes = np.where(held, values, NO_ZONE).astype(np.int32)
    if source.classes is not None:
        return _classed(source, codes, source.classes, plane.notes)
    labels = {int(code): str(int(code)) for code in np.unique(codes[held])}
    return code_layer(source, codes, labels, plane.notes)


def _classed(
    source: LayerSource,
    codes: NDArray[np.int32],
    classes: Classes,
    notes: tuple[str, ...],
) -> Layer:
    """Give the codes of a raster the numbers of their classes."""
    present = [int(code) for code in np.unique(codes) if code != NO_ZONE]
    names, lost = classify(classes, present, source.name)
    labels = dict(enumerate(name for name in classes if name in names))
    number = {name: code for code, name in labels.items()}
    table = np.full(max(present, default=0) + 2, NO_ZONE, np.int32)
    for code, name in zip(present, names, strict=True):
        table[code] = number.get(name, NO_ZONE)
    return code_layer(source, table[codes], labels, (*notes, *lost))
