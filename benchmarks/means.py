"""Shifted geometric means, the usual average of times over unlike instances.

    mean(v) = (product over i of (v_i + shift)) ^ (1 / n)  -  shift

The shift keeps values near 0 from deciding the mean (Achterberg 2007, appendix A.3).
"""

import math
from collections.abc import Sequence


def shifted_geometric_mean(values: Sequence[float], shift: float) -> float:
    """Return the mean of values >= 0.

    Raises
    ------
    ValueError
        If there are none, one is below 0, or the shift is.

    """
    if not values:
        raise ValueError("there must be at least one value, got none")
    if shift < 0 or min(values) < 0:
        raise ValueError(
            f"values and shift must be >= 0, got {min(values):g} and {shift:g}"
        )
    if not shift and not min(values):
        return 0.0
    logs = [math.log(value + shift) for value in values]
    return math.exp(math.fsum(logs) / len(logs)) - shift
