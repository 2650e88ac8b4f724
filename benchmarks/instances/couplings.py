"""Rows that tie uses to each other: shares and couplings, several entries a row.

Claims per use for the whole province, and in every zone, counted in hectares that may
change use (random per cell):

    share      low <= sum of built uses <= high
    coupling   green - a * (homes + business) >= 0
    spread     solar in the zone - b * solar in its region <= 0   (two partitions)

Couplings and spreads are homogeneous: 0 on their right-hand side, no size of their own.
"""

import numpy as np
from numpy.typing import NDArray

from benchmarks.instances.blocks import blocks
from benchmarks.instances.claims import claims
from benchmarks.instances.landscape import USES, landscape
from benchmarks.instances.planned import Planned, as_instance, hidden_plan, tally
from benchmarks.instances.row_blocks import simple_rows, stacked, with_entries
from model.allocation import Allocation
from solver.instance import Instance, RowArrays

N_USES = 8
"""Land uses beside "none"."""

ZONES_PER_REGION = 4
"""Zones are split from regions, which the spread counts in."""

KINDS = 3
"""Kinds of rows, each once per zone."""

Floats = NDArray[np.float64]


def build(n_cells: int, n_rows: int = 136, seed: int = 1) -> Instance:
    """Make an instance of about so many rows.

    Parameters
    ----------
    n_cells
        Number of cells.
    n_rows
        Most rows: claims for the province, and three for every zone.
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
    if n_rows < N_USES + KINDS:
        raise ValueError(f"n_rows must be at least {N_USES + KINDS}, got {n_rows}")
    rng = np.random.default_rng(seed)
    n_zones = (n_rows - N_USES) // KINDS
    land = landscape(n_cells, N_USES, rng)
    fine = blocks(land.row, land.col, n_zones)
    zone = np.stack([np.zeros_like(fine), fine, fine // ZONES_PER_REGION])
    weight = np.ones((3, n_cells), np.float32)
    weight[1] = weight[2] = rng.uniform(0.3, 1.0, n_cells)
    price = rng.normal(0.0, 0.4, (n_zones, N_USES + 1)).astype(np.float32)
    use = hidden_plan(land, price[fine].T, rng)
    whole = tally(use, zone[0], weight[0], (1, N_USES + 1))
    in_zone = tally(use, fine, weight[1], (n_zones, N_USES + 1))
    rows = stacked(
        claims(land.use_name, 0, whole),
        _shares(in_zone),
        _couplings(in_zone),
        _spreads(in_zone),
    )
    return Planned(as_instance(land, zone, weight, rows), Allocation(use))


def _shares(amount: Floats) -> RowArrays:
    """Keep what is built in a zone between two limits."""
    n_zones = amount.shape[0]
    built = _coef({"homes": 1.0, "business": 1.0, "solar": 1.0}, n_zones)
    has = (built * amount).sum(axis=1)
    name = [f"share[built, {zone}]" for zone in range(n_zones)]
    zone = np.arange(n_zones, dtype=np.int32)
    return simple_rows(name, (0.95 * has, 1.02 * has), 1, zone, built)


def _couplings(amount: Floats) -> RowArrays:
    """Let green grow with homes and business, nearly as much as in the plan."""
    n_zones = amount.shape[0]
    green = _coef({"forest": 1.0, "nature": 1.0}, n_zones)
    built = _coef({"homes": 1.0, "business": 1.0}, n_zones)
    ratio = (green * amount).sum(axis=1) / np.maximum(1.0, (built * amount).sum(axis=1))
    limits = np.zeros(n_zones), np.full(n_zones, np.inf)
    name = [f"coupling[green, {zone}]" for zone in range(n_zones)]
    zone = np.arange(n_zones, dtype=np.int32)
    return simple_rows(name, limits, 1, zone, green - 0.97 * ratio[:, None] * built)


def _spreads(amount: Floats) -> RowArrays:
    """Let a zone have no more than a share of its region's solar land."""
    n_zones = amount.shape[0]
    solar = _coef({"solar": 1.0}, n_zones)
    has = (solar * amount).sum(axis=1)
    region = np.arange(n_zones, dtype=np.int32) // ZONES_PER_REGION
    share = has / np.maximum(1e-9, np.bincount(region, has)[region])
    limits = np.full(n_zones, -np.inf), np.zeros(n_zones)
    name = [f"spread[solar, {zone}]" for zone in range(n_zones)]
    zone = np.arange(n_zones, dtype=np.int32)
    rows = simple_rows(name, limits, 1, zone, solar)
    return with_entries(rows, 2, region, -1.05 * share[:, None] * solar)


def _coef(per_use: dict[str, float], n_rows: int) -> Floats:
    """Return coefficients per use, the same in every row."""
    coef = np.zeros((n_rows, N_USES + 1))
    for name, value in per_use.items():
        coef[:, 1 + USES.index(name)] = value
    return coef
