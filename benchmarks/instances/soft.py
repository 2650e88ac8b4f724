"""The zonal instance asked for more than there is: shortfall at a price.

Claims ask a tenth more than the hidden plan has and may fall short at prices
between 0.5 and 8 points a cell, so some are met, some given up; capacities
stay hard. A fourth of the claims can be served in part without land (roofs, infill).
"""

from dataclasses import replace

import numpy as np

from benchmarks.instances import zonal
from benchmarks.instances.planned import Planned
from model.allocation import Allocation
from solver.certificate import row_values
from solver.instance import Instance, SupplyArrays

MORE = 1.1
"""What is asked at least, as a part of what the plan has."""

SUPPLY_SHARE = 0.05
"""Most that a supply gives, as a part of the claim it serves."""

CLAIMS_PER_SUPPLY = 4
"""One claim in so many has a supply."""


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
    """Make the instance and a plan that keeps its hard limits."""
    hard = zonal.planned(n_cells, n_rows, seed)
    rng = np.random.default_rng([seed, 2])
    rows = hard.instance.rows
    claim = np.nonzero(np.isfinite(rows.low))[0]
    low, high = rows.low.copy(), rows.high.copy()
    price = np.full(n_rows, np.inf)
    low[claim] = np.ceil(MORE * row_values(hard.instance, hard.plan)[claim])
    high[claim] = np.ceil(MORE * high[claim])
    price[claim] = rng.uniform(0.5, 8.0, claim.size)
    served = claim[::CLAIMS_PER_SUPPLY].astype(np.int32)
    supplies = SupplyArrays(
        rng.uniform(-1.0, 0.2, served.size),
        SUPPLY_SHARE * low[served],
        served,
        np.arange(served.size, dtype=np.int32),
        np.ones(served.size),
    )
    limits = replace(rows, low=low, high=high, shortfall_price=price)
    instance = replace(hard.instance, rows=limits, supplies=supplies)
    plan = Allocation(hard.plan.use, np.zeros(served.size))
    return Planned(instance, plan)
