"""What the passes over cells compute, one cell and one use at a time."""

import math

import numpy as np
from numpy.typing import NDArray

from solver.kernels.dual import FAR
from solver.zonal import Zonal

Floats = NDArray[np.float64]


def worths(zonal: Zonal, cost: Floats, cell: int) -> list[float]:
    found = []
    for use in range(zonal.n_uses):
        worth = float(zonal.score[cell, use])
        for group in range(zonal.slot.shape[1]):
            slot = zonal.slot[cell, group]
            if slot >= 0:
                worth -= float(zonal.weight[cell, group]) * float(cost[slot, use])
        found.append(worth)
    return found


def shares(worth: list[float], temperature: float) -> list[float]:
    top = max(worth)
    parts = [
        math.exp((one - top) / temperature) if one - top > -FAR * temperature else 0.0
        for one in worth
    ]
    return [part / sum(parts) for part in parts]


def smooth(
    zonal: Zonal, cost: Floats, temperature: NDArray[np.float32]
) -> tuple[float, float, Floats]:
    """Return the best worths, what smoothing adds, and what is taken per slot."""
    total, soft, tally = 0.0, 0.0, np.zeros(cost.shape)
    for cell in range(zonal.n_cells):
        worth, own = worths(zonal, cost, cell), float(temperature[cell])
        parts = shares(worth, own)
        total += max(worth)
        soft -= own * math.log(max(parts))
        for group in range(zonal.slot.shape[1]):
            slot = zonal.slot[cell, group]
            if slot >= 0:
                tally[slot] += float(zonal.weight[cell, group]) * np.array(parts)
    return total, soft, tally
