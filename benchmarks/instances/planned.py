"""Instances that fit: limits are read off a plan that is made first.

The plan takes in every cell the use that leads after hidden prices per use and zone,
on scores with fresh noise; limits around what it has then bind one another, and
the plan shows that they can hold together.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.instances.landscape import Landscape
from model.allocation import Allocation
from solver.instance import Instance, RowArrays, SupplyArrays

CELL_M = 100.0
"""Edge of a cell [m]."""

DOUBT = 0.3
"""Standard deviation of the noise that keeps the plan from the optimum [points]."""


@dataclass(frozen=True, eq=False)
class Planned:
    """An instance with a plan that keeps its hard limits."""

    instance: Instance
    plan: Allocation


def hidden_plan(
    land: Landscape, price: NDArray[np.float32], rng: np.random.Generator
) -> NDArray[np.int8]:
    """Return a use per cell: the best after prices, with some doubt.

    Parameters
    ----------
    land
        Scores and where uses may come.
    price
        Points that a use must pay in a cell, shape ``(n_uses, n_cells)``.
    rng
        Where chance comes from.

    """
    n_uses, n_cells = land.score.shape
    use = np.zeros(n_cells, np.int8)
    best = np.zeros(n_cells, np.float32)
    for number in range(1, n_uses):
        doubt = rng.standard_normal(n_cells, np.float32) * np.float32(DOUBT)
        worth = land.score[number] - price[number] + doubt
        leads = land.allowed[number] & (worth > best)
        best[leads] = worth[leads]
        use[leads] = number
    return use


def tally(
    use: NDArray[np.int8],
    zone: NDArray[np.int32],
    weight: NDArray[np.float32],
    shape: tuple[int, int],
) -> NDArray[np.float64]:
    """Sum weights per zone and use; ``shape`` is ``(n_zones, n_uses)``."""
    place = zone.astype(np.int64) * shape[1] + use
    size = shape[0] * shape[1]
    amount = np.bincount(place, weight.astype(np.float64), size)
    return amount.astype(np.float64).reshape(shape)


def as_instance(
    land: Landscape,
    zone: NDArray[np.int32],
    weight: NDArray[np.float32],
    rows: RowArrays,
    supplies: SupplyArrays | None = None,
    boundary: NDArray[np.float64] | None = None,
) -> Instance:
    """Put land, partitions and rows together."""
    return Instance(
        land.use_name,
        land.row,
        land.col,
        CELL_M,
        land.score,
        land.allowed,
        zone,
        weight,
        rows,
        supplies or SupplyArrays(),
        np.zeros(len(land.use_name)) if boundary is None else boundary,
    )
