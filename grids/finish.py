"""The last step of every reading: gaps filled as stated or refused, layer made."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.layers import NO_ZONE, Layer, Origin
from grids.sentence import Sentence
from grids.sources import LayerSource


def number_layer(
    source: LayerSource, grid: Grid, values: NDArray[Any], notes: Sequence[str]
) -> Layer:
    """Make a fraction, distance or value layer.

    Parameters
    ----------
    source
        Name, kind, unit and ``fill``.
    grid
        The cells.
    values
        Number per cell, NaN where there is none, shape ``(n_cells,)``.
    notes
        What happened on reading.

    Raises
    ------
    ValueError
        If cells have no number and the source has no ``fill``.

    """
    numbers = values.astype(np.float32)
    missing = np.isnan(numbers)
    said = list(notes)
    if missing.any() and source.fill is None:
        raise ValueError(_gap(source, grid, missing))
    if missing.any():
        numbers[missing] = source.fill
        said.append(f"{int(missing.sum()):,} cells without data set to {source.fill:g}")
    unit = "m" if source.kind == "distance" else source.unit
    origin = _with_notes(source.origin, said, missing)
    return Layer(source.name, source.kind, numbers, unit, origin)


def code_layer(
    source: LayerSource,
    codes: NDArray[np.int32],
    labels: Mapping[int, str],
    notes: Sequence[str],
) -> Layer:
    """Make a class or zone layer; cells without a code are counted in the note."""
    missing, said, names = codes == NO_ZONE, list(notes), dict(labels)
    if missing.any() and source.fill is not None:
        codes = np.where(missing, np.int32(source.fill), codes)
        names.setdefault(int(source.fill), f"{source.fill:g}")
        said.append(f"{int(missing.sum()):,} cells without data set to {source.fill:g}")
    elif missing.any():
        said.append(f"{int(missing.sum()):,} cells lie in no {source.kind}")
    origin = _with_notes(source.origin, said, missing)
    return Layer(source.name, source.kind, codes, source.unit, origin, names)


def _gap(source: LayerSource, grid: Grid, missing: NDArray[np.bool_]) -> str:
    """Say how many cells have no data, and where the first one lies."""
    cell = int(np.flatnonzero(missing)[0])
    x, y = grid.frame.centres_m()
    return Sentence(
        "layer '{name}' must have a number in every cell of the province, but"
        " {path} has none for {n:,} of {all:,} cells, the first at X {x:,.0f}"
        " Y {y:,.0f}; set fill to the number they mean, or take a source that"
        " covers the province",
        name=source.name,
        path=source.path,
        n=int(missing.sum()),
        all=grid.n_cells,
        x=x[grid.col[cell]],
        y=y[grid.row[cell]],
    )


def _with_notes(
    origin: Origin, notes: Sequence[str], missing: NDArray[np.bool_]
) -> Origin:
    """Return the origin with what happened on reading."""
    phrases = [phrase for phrase in (origin.note, *notes) if phrase]
    return replace(origin, note="; ".join(phrases), missing=int(missing.sum()))
