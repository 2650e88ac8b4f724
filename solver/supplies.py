"""The best amounts of supply without land when every cell has its use."""

import numpy as np
from numpy.typing import NDArray

from solver.zonal import Zonal

Floats = NDArray[np.float64]


def best_supply(zonal: Zonal, amount: Floats, price: Floats) -> Floats:
    """Return the amounts of supply that are worth most beside what land adds up to.

    Parameters
    ----------
    zonal
        Supplies and limits.
    amount
        What land adds to each row, shape ``(n_rows,)``.
    price
        Points per unit outside the limits, finite, shape ``(n_rows,)``.

    """
    n = zonal.supply_cap.size
    counted = np.nonzero(np.diff(zonal.supply_coef.tocsc().indptr))[0]
    if not n or not counted.size:
        return np.where(zonal.supply_value > 0, zonal.supply_cap, 0.0)
    from scipy.optimize import linprog

    coef = zonal.supply_coef[:, counted].toarray().T
    miss, none = np.eye(counted.size), np.zeros((counted.size, counted.size))
    low, high = zonal.low[counted], zonal.high[counted]
    has_low, has_high = np.isfinite(low), np.isfinite(high)
    rows = np.concatenate(
        [
            np.hstack([-coef, -miss, none])[has_low],
            np.hstack([coef, none, -miss])[has_high],
        ]
    )
    got = amount[counted]
    limit = np.concatenate([(got - low)[has_low], (high - got)[has_high]])
    paid = np.tile(price[counted], 2)
    most = np.concatenate([zonal.supply_cap, np.full(paid.size, np.inf)])
    found = linprog(
        np.concatenate([-zonal.supply_value, paid]),
        A_ub=rows,
        b_ub=limit,
        bounds=[(0.0, float(cap)) for cap in most],
        method="highs",
    )
    if found.x is None:
        return np.zeros(n)
    supply: Floats = np.clip(found.x[:n], 0.0, zonal.supply_cap)
    return supply
