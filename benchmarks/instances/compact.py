"""Claims and capacities on land whose uses want to lie together.

    lost at an edge between uses k != l:  (boundary[k] + boundary[l]) / 2

The boundary of a use is a percentage of the range of scores (5th to 95th percentile),
four fifths to six fifths of it from the first use to the last; "none" has none. Limits
are read off a hidden plan that is compact itself: in every cell the use that leads
after hidden prices on scores smoothed over its surroundings.

Annealed at the hidden prices, patches of a land use have (quartiles and mean) at
12 %: 23, 30, 71, mean 51 of 576 cells; 21, 52, 127, mean 164 of 160,000; 23, 60, 146,
mean 197 of 1,000,000; at 50 %: 45, 91, 204, mean 286 of 160,000. The best use of every
cell on its own would make seven patches in ten a single cell.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from benchmarks.instances.blocks import blocks
from benchmarks.instances.claims import claims
from benchmarks.instances.landscape import STEP, Landscape, Roughness, landscape
from benchmarks.instances.planned import Planned, as_instance, tally
from benchmarks.instances.row_blocks import stacked
from benchmarks.instances.zonal import capacities
from model.allocation import Allocation
from solver.instance import Instance

ROUGH = Roughness(noise=0.5, texture=1.5)
"""Noise that scatters uses over single cells, and what patches can grow around."""

SPREAD = (0.8, 1.2)
"""Boundary of the first and of the last use, as parts of what is asked for."""

CELLS_PER_ZONE, MOST_ZONES = 600, 12
"""Cells that make another zone, up to so many zones."""

ROOM = (0.94, 1.06)
"""Least and most of a claim, as parts of what the plan has."""

SPARE = 1.02
"""Capacity, as a part of what the plan loads."""

SURROUNDINGS = 0.43
"""Bell that the plan smooths scores with: its standard deviation, over the square root
of the boundary in per cent [cells]: the stronger, the further cells are felt."""

LEAST_WIDTH = 1.4
"""Least standard deviation of that bell [cells]."""

Shape = Callable[[Landscape, NDArray[np.int8]], NDArray[np.int8]]
"""Makes of a plan another one, before limits are read off it."""


def build(n_cells: int, n_uses: int, percent: int, seed: int = 1) -> Instance:
    """Make an instance with so many cells.

    Parameters
    ----------
    n_cells
        Number of cells.
    n_uses
        Number of land uses beside "none".
    percent
        Boundary of a use in the middle, as a part of the range of scores [%].
    seed
        Seed of everything random.

    Raises
    ------
    ValueError
        If there is no cell, no name for a use, or the boundary below 0.

    """
    return planned(n_cells, n_uses, percent, seed).instance


def planned(
    n_cells: int,
    n_uses: int,
    percent: int,
    seed: int = 1,
    shape: Shape | None = None,
) -> Planned:
    """Make the instance and the plan that its limits come from."""
    if percent < 0:
        raise ValueError(f"percent must be at least 0, got {percent}")
    rng = np.random.default_rng(seed)
    land = landscape(n_cells, n_uses, rng, ROUGH)
    n_zones = min(max(1, n_cells // CELLS_PER_ZONE), MOST_ZONES)
    zone = np.stack(  # the capacities' districts are the zones, turned a quarter
        [blocks(land.row, land.col, n_zones), blocks(land.col, land.row, n_zones)]
    )
    weight = np.ones((2, n_cells), np.float32)
    weight[1] = rng.uniform(0.5, 1.5, n_cells)
    load = np.zeros((n_zones, n_uses + 1))
    load[:, 1:] = rng.uniform(0.1, 1.0, (n_zones, n_uses))
    use_price = rng.normal(0.3, 0.4, (n_zones, n_uses + 1))
    price = np.stack([use_price, rng.uniform(0.1, 0.6, (n_zones, 1)) * load])
    width = max(LEAST_WIDTH, SURROUNDINGS * percent**0.5)
    use = _compact_plan(land, width, zone, price)
    if shape is not None:
        use = shape(land, use)
    amount = tally(use, zone[0], weight[0], load.shape)
    carried = tally(use, zone[1], weight[1], load.shape)
    rows = stacked(
        claims(land.use_name, 0, amount, ROOM), capacities(load, carried, SPARE)
    )
    instance = as_instance(land, zone, weight, rows, boundary=_boundary(land, percent))
    return Planned(instance, Allocation(use))


def _boundary(land: Landscape, percent: int) -> NDArray[np.float64]:
    """Return the boundary per use, rounded like the scores."""
    low, high = np.percentile(land.score[1:], (5, 95))
    boundary = np.zeros(len(land.use_name))
    boundary[1:] = np.linspace(*SPREAD, boundary.size - 1) * percent / 100
    rounded: NDArray[np.float64] = np.rint(boundary * (high - low) / STEP) * STEP
    return rounded


def _compact_plan(
    land: Landscape,
    width: float,
    zone: NDArray[np.int32],
    price: NDArray[np.float64],
) -> NDArray[np.int8]:
    """Return a use per cell: the best of its surroundings, after prices per zone."""
    n_uses, n_cells = land.score.shape
    side = int(land.col.max()) + 1
    use = np.zeros(n_cells, np.int8)
    best = np.zeros(n_cells)
    for number in range(1, n_uses):
        square = np.zeros(side * side)
        square[:n_cells] = land.score[number]
        around = gaussian_filter(square.reshape(side, side), width)
        worth = around.ravel()[:n_cells]
        worth -= price[0, zone[0], number] + price[1, zone[1], number]
        leads = land.allowed[number] & (worth > best)
        best[leads] = worth[leads]
        use[leads] = number
    return use
