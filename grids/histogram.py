"""How a layer is spread: hectares per class or zone, or per range of numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.layers import NO_ZONE, Layer

BINS = 12
"""Ranges of numbers at most."""


@dataclass(frozen=True, eq=False)
class Histogram:
    """Parts of a layer, and which cell lies in which.

    Parameters
    ----------
    labels
        Name of each part; empty where the layer has numbers.
    edges
        Numbers between which the parts lie, one more than there are parts; empty
        where the layer has labels.
    ha
        Whole cells of each part [ha].
    part
        Part per cell, -1 for a cell without zone or class, shape ``(n_cells,)``.

    """

    labels: tuple[str, ...]
    edges: tuple[float, ...]
    ha: tuple[float, ...]
    part: NDArray[np.int32]


def histogram(layer: Layer, grid: Grid) -> Histogram:
    """Return how a layer is spread.

    Zones and classes come largest first; numbers in ranges with round edges.
    """
    if layer.kind in ("zone", "class"):
        return _of_codes(layer, grid)
    edges = round_edges(float(layer.values.min()), float(layer.values.max()))
    part = np.searchsorted(np.asarray(edges[1:-1]), layer.values, side="right")
    count = np.bincount(part, minlength=len(edges) - 1)
    ha = tuple(float(n * grid.cell_area_ha) for n in count)
    return Histogram((), tuple(edges), ha, part.astype(np.int32))


def round_edges(least: float, most: float) -> list[float]:
    """Return edges of 1, 2 or 5 times a power of ten that hold both numbers."""
    if least == most:
        return [least, most]
    power = 10.0 ** np.floor(np.log10((most - least) / BINS))
    step = next(
        step
        for step in (power, 2 * power, 5 * power, 10 * power, 20 * power)
        if np.ceil(most / step) - np.floor(least / step) <= BINS
    )
    first, last = int(np.floor(least / step)), int(np.ceil(most / step))
    return [float(f"{number * step:.12g}") for number in range(first, last + 1)]


def _of_codes(layer: Layer, grid: Grid) -> Histogram:
    """Sort zones or classes by their size."""
    codes, count = np.unique(layer.values, return_counts=True)
    held = codes != NO_ZONE
    order = np.argsort(-count[held], kind="stable")
    codes, count = codes[held][order], count[held][order]
    table = np.full(max(layer.labels, default=-1) + 2, NO_ZONE, np.int32)
    table[codes] = np.arange(len(codes), dtype=np.int32)
    ha = tuple(float(n * grid.cell_area_ha) for n in count)
    labels = tuple(layer.labels[int(code)] for code in codes)
    return Histogram(labels, (), ha, table[layer.values])
