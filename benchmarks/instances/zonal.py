"""Claims per use and zone, and what districts can carry: a plan without neighbours.

Every land use has a least and a most in every zone, counted in cells; a number of
districts, cut differently, have a capacity that uses load by a random weight per
cell (a station's power, nitrogen). One row in seventeen is a capacity.
"""

import numpy as np
from numpy.typing import NDArray

from benchmarks.instances.blocks import blocks
from benchmarks.instances.claims import claims
from benchmarks.instances.landscape import landscape
from benchmarks.instances.planned import Planned, as_instance, hidden_plan, tally
from benchmarks.instances.row_blocks import simple_rows, stacked
from model.allocation import Allocation
from solver.instance import Instance, RowArrays

N_USES = 8
"""Land uses beside "none"."""

CAPACITIES_PER_ZONE = 0.5
"""Districts with a capacity, for every zone with claims."""

SPARE = 1.002
"""Capacity, as a part of what the plan loads."""


def build(n_cells: int, n_rows: int = 136, seed: int = 1) -> Instance:
    """Make an instance of exactly so many cells and rows.

    Parameters
    ----------
    n_cells
        Number of cells.
    n_rows
        Number of rows, at least 9.
    seed
        Seed of everything random.

    Raises
    ------
    ValueError
        If there are too few cells or rows.

    """
    return planned(n_cells, n_rows, seed).instance


def planned(n_cells: int, n_rows: int = 136, seed: int = 1) -> Planned:
    """Make the instance and the plan that its limits come from."""
    if n_rows <= N_USES:
        raise ValueError(f"n_rows must be at least {N_USES + 1}, got {n_rows}")
    rng = np.random.default_rng(seed)
    n_zones = max(1, int(n_rows / (N_USES + CAPACITIES_PER_ZONE)))
    n_districts = n_rows - N_USES * n_zones
    land = landscape(n_cells, N_USES, rng)
    zone = np.stack(
        [blocks(land.row, land.col, n) for n in (n_zones, n_districts)]
    ).astype(np.int32)
    weight = np.ones((2, n_cells), np.float32)
    weight[1] = rng.uniform(0.5, 1.5, n_cells)
    load = np.zeros((n_districts, N_USES + 1))
    load[:, 1:] = rng.uniform(0.1, 1.0, (n_districts, N_USES))
    use_price = rng.normal(0.0, 0.4, (n_zones, N_USES + 1)).astype(np.float32)
    load_price = (rng.uniform(0.1, 0.6, (n_districts, 1)) * load).astype(np.float32)
    price = use_price[zone[0]].T + load_price[zone[1]].T * weight[1]
    use = hidden_plan(land, price, rng)
    amount = tally(use, zone[0], weight[0], (n_zones, N_USES + 1))
    carried = tally(use, zone[1], weight[1], load.shape)
    rows = stacked(claims(land.use_name, 0, amount), capacities(load, carried, SPARE))
    return Planned(as_instance(land, zone, weight, rows), Allocation(use))


def capacities(
    load: NDArray[np.float64], carried: NDArray[np.float64], spare: float
) -> RowArrays:
    """Let every district of partition 1 carry a little more than in the plan.

    Parameters
    ----------
    load
        What a unit of each use loads, shape ``(n_districts, n_uses)``.
    carried
        Units in the plan, of the same shape.
    spare
        Capacity, as a part of what the plan loads.

    """
    n_districts = load.shape[0]
    most = spare * (carried * load).sum(axis=1)
    return simple_rows(
        [f"budget[load, {district}]" for district in range(n_districts)],
        (np.full(n_districts, -np.inf), most),
        1,
        np.arange(n_districts, dtype=np.int32),
        load,
    )
