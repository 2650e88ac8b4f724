"""Cell counts per use and zone, one partition: the model of GeoDMS ``discrete_alloc``.

Six land uses, a least and a most in every zone, nothing else: a min-cost flow.
(Claims per region with a minimum and a maximum: Land Use Scanner, Koomen, Hilferink &
Borsboom-van Beurden 2011, section 1.3.3.)
"""

import numpy as np

from benchmarks.instances.blocks import blocks
from benchmarks.instances.claims import claims
from benchmarks.instances.landscape import landscape
from benchmarks.instances.planned import Planned, as_instance, hidden_plan, tally
from model.allocation import Allocation
from solver.instance import Instance

N_USES = 6
"""Land uses beside "none"."""


def build(n_cells: int, n_rows: int = 72, seed: int = 1) -> Instance:
    """Make an instance of exactly so many cells and rows.

    Parameters
    ----------
    n_cells
        Number of cells.
    n_rows
        Number of rows, a multiple of six.
    seed
        Seed of everything random.

    Raises
    ------
    ValueError
        If there are too few cells or rows.

    """
    return planned(n_cells, n_rows, seed).instance


def planned(n_cells: int, n_rows: int = 72, seed: int = 1) -> Planned:
    """Make the instance and the plan that its limits come from."""
    if n_rows < N_USES or n_rows % N_USES:
        raise ValueError(f"n_rows must be a multiple of {N_USES}, got {n_rows}")
    rng = np.random.default_rng(seed)
    n_zones = n_rows // N_USES
    land = landscape(n_cells, N_USES, rng)
    zone = blocks(land.row, land.col, n_zones)
    weight = np.ones((1, n_cells), np.float32)
    price = rng.normal(0.0, 0.4, (n_zones, N_USES + 1)).astype(np.float32)
    use = hidden_plan(land, price[zone].T, rng)
    amount = tally(use, zone, weight[0], (n_zones, N_USES + 1))
    rows = claims(land.use_name, 0, amount)
    return Planned(as_instance(land, zone[None], weight, rows), Allocation(use))
