"""Combine the worths of a use's factors into one suitability, 0..1.

Weighted mean: factors make up for each other. Weighted geometric mean: a factor of 0
rules the cell out. Factors are added one at a time, so that only two arrays of a
province's size live at once.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

MEAN, GEOMETRIC = 0, 1
"""Ways to combine."""


def weighted(worths: list[Floats], weights: list[float], way: int) -> Floats:
    """Return the weighted mean of the factors, arithmetic or geometric.

    Parameters
    ----------
    worths
        One array per factor, values in 0..1, shape ``(n_cells,)`` each.
    weights
        Weight per factor, > 0.
    way
        ``MEAN`` or ``GEOMETRIC``.

    Raises
    ------
    ValueError
        If there is no factor, a weight is not above 0, or the shapes differ.

    """
    if not worths or len(worths) != len(weights):
        raise ValueError(
            f"suitability must have one weight per factor and at least one factor, "
            f"got {len(worths)} factors and {len(weights)} weights"
        )
    if not all(weight > 0 for weight in weights):
        raise ValueError(f"weights must be > 0, got {weights}")
    if len({worth.shape for worth in worths}) != 1:
        raise ValueError("factors must have the same cells")
    if way not in (MEAN, GEOMETRIC):
        raise ValueError(f"way must be MEAN or GEOMETRIC, got {way}")
    total = float(sum(weights))
    result = np.zeros(worths[0].shape, np.float32)
    for worth, weight in zip(worths, weights, strict=True):
        _add(result, np.ascontiguousarray(worth, np.float32), weight / total, way)
    return np.exp(result) if way == GEOMETRIC else np.minimum(result, np.float32(1))


@numba.njit(cache=True)
def _add(result: Floats, worth: Floats, share: float, way: int) -> None:
    """Add one factor's part; the logarithm of 0 is -inf and stays so."""
    for cell in range(result.size):
        if way == 0:
            result[cell] += share * worth[cell]
        elif worth[cell] == 0.0:
            result[cell] += -np.inf  # a NaN of an earlier factor stays NaN
        else:
            result[cell] += share * np.log(worth[cell])
