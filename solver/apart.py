"""Distances between uses, laid out for moves of cells."""

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance
from solver.kernels.draft import Apart

CLOSE_M = 1e-6
"""What a distance may lack [m]."""


def to_apart(instance: Instance) -> Apart:
    """Lay out the separations of an instance; nothing is counted yet."""
    apart = instance.restrictions.separations
    size_m = instance.cell_size_m
    reach = [_reach(metres, size_m) for metres in apart.distance_m.tolist()]
    pad = max((int(np.abs(way).max(initial=0)) for way in reach), default=0)
    row = instance.cell_row.astype(np.int64) - instance.cell_row.min() + pad
    col = instance.cell_col.astype(np.int64) - instance.cell_col.min() + pad
    width = int(col.max()) + pad + 1
    at = np.full((int(row.max()) + pad + 1) * width, -1, np.int32)
    place = row * width + col
    at[place] = np.arange(instance.n_cells, dtype=np.int32)
    steps = [(way[:, 0] * width + way[:, 1]).astype(np.int32) for way in reach]
    first = np.cumsum([0, *(step.size for step in steps)], dtype=np.int32)
    n_rules, n_uses = len(apart.name), instance.n_uses
    return Apart(
        apart.use.reshape(n_rules, n_uses),
        apart.other.reshape(n_rules, n_uses),
        np.concatenate([np.zeros(0, np.int32), *steps]),
        first,
        place.astype(np.int32),
        at,
        apart.price.astype(np.float64).copy(),
        np.zeros((n_rules, instance.n_cells), np.int32),
    )


def counted(apart: Apart, use: NDArray[np.int8]) -> Apart:
    """Return it with ``near`` counted for a plan."""
    near = np.zeros_like(apart.near)
    for rule in range(apart.cost.size):
        there = np.zeros(apart.at.size, np.int32)
        there[apart.place] = apart.other[rule][use]
        for step in apart.step[apart.first[rule] : apart.first[rule + 1]].tolist():
            near[rule] += there[apart.place + step]
    return apart._replace(near=near)


def close(apart: Apart, use: NDArray[np.int8]) -> NDArray[np.int64]:
    """Count the cells that are too close, per separation."""
    cells: NDArray[np.int64] = (apart.use[:, use] & (apart.near > 0)).sum(axis=1)
    return cells


def _reach(metres: float, size_m: float) -> NDArray[np.int64]:
    """Return rows and columns to all cells that are too close, ``(n, 2)``."""
    far = int(np.ceil(metres / size_m))
    down, right = np.mgrid[-far : far + 1, -far : far + 1]
    away = np.sqrt(down**2 + right**2) * size_m
    there = (away < metres - CLOSE_M) & (away > 0)
    return np.stack([down[there], right[there]], axis=1)
