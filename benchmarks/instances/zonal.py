"""Smooth random suitability, twelve zones, claims per use and a capacity per zone."""

import numpy as np
from scipy.ndimage import gaussian_filter

from solver.instance import Instance, RowArrays

N_ZONES = 12
USES = ("none", "homes", "solar", "forest", "business", "storage")


def build(n_cells: int, seed: int = 1) -> Instance:
    """Make a square instance of about ``n_cells`` cells."""
    side = int(np.sqrt(n_cells))
    rng = np.random.default_rng(seed)
    n_uses, n = len(USES), side * side
    score = np.zeros((n_uses, n), np.float32)
    for use in range(1, n_uses):
        smooth = gaussian_filter(rng.standard_normal((side, side)), side / 20)
        noise = 0.1 * rng.standard_normal((side, side))
        score[use] = (smooth / smooth.std() + noise).ravel()
    row, col = np.divmod(np.arange(n), side)
    zone = (row * 3 // side) * 4 + col * 4 // side
    partitions = np.stack([np.zeros(n), zone]).astype(np.int32)
    weight = np.stack([np.ones(n), rng.uniform(0.5, 1.5, n)]).astype(np.float32)
    return Instance(
        USES,
        row.astype(np.int32),
        col.astype(np.int32),
        100.0,
        score,
        rng.random((n_uses, n)) < 0.9,
        partitions,
        weight,
        _rows(n),
    )


def _rows(n_cells: int) -> RowArrays:
    """Claims of 2 to 10 % of the land per use, and what each zone can carry."""
    n_uses = len(USES)
    share = np.linspace(0.02, 0.10, n_uses - 1)
    claims = [f"claim[{name}]" for name in USES[1:]]
    budgets = [f"budget[load, {zone}]" for zone in range(N_ZONES)]
    load = np.append(0.0, np.linspace(1.0, 0.2, n_uses - 1))
    coef = np.vstack([np.eye(n_uses)[1:], np.tile(load, (N_ZONES, 1))])
    high = np.append(share * n_cells * 1.1, np.full(N_ZONES, 0.2 * n_cells / N_ZONES))
    low = np.append(share * n_cells, np.full(N_ZONES, -np.inf))
    n_claims = len(claims)
    partition = np.append(np.zeros(n_claims), np.ones(N_ZONES))
    zone = np.append(np.zeros(n_claims), np.arange(N_ZONES))
    return RowArrays(
        (*claims, *budgets),
        low,
        high,
        np.full(n_claims + N_ZONES, np.inf),
        np.arange(n_claims + N_ZONES, dtype=np.int32),
        partition.astype(np.int32),
        zone.astype(np.int32),
        coef,
    )
