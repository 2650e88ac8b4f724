"""Rows that are to be kept as well as in a plan, while another number counts."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import row_values
from solver.instance import Instance


def held(instance: Instance, plan: Allocation, kept: NDArray[np.bool_]) -> Instance:
    """Return the instance in which no row that is to be kept asks for more than a plan.

    Parameters
    ----------
    instance
        The instance.
    plan
        The plan.
    kept
        The rows that are to be kept; others stay as they are, ``(n_rows,)``.

    """
    rows = instance.rows
    value = row_values(instance, plan)
    low = np.where(kept, np.minimum(rows.low, value), rows.low)
    high = np.where(kept, np.maximum(rows.high, value), rows.high)
    return replace(instance, rows=replace(rows, low=low, high=high))


def missed(instance: Instance, plan: Allocation) -> NDArray[np.float64]:
    """Return how far a plan is from each row's limits, shape ``(n_rows,)``."""
    rows, value = instance.rows, row_values(instance, plan)
    away = np.maximum(rows.low - value, value - rows.high)
    short: NDArray[np.float64] = np.maximum(0.0, away)
    return short
