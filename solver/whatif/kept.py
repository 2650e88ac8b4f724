"""Rows that are to be kept as well as in a plan, while another number counts.

Hard limits would leave a search without an answer: whole cells hardly ever fit hundreds
of rows that are all at their edge. So to miss a row costs the number about three times
what the land of that row could ever bring of it: nobody gains by it, and the price is
told.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import row_values
from solver.instance import Instance
from solver.whatif.measure import Measure

Floats = NDArray[np.float64]

TIMES = 3.0
"""How often what a row's land could bring of the number is lost by missing the row."""


def held(instance: Instance, plan: Allocation, kept: NDArray[np.bool_]) -> Instance:
    """Return the instance whose soft rows ask for no more than a plan has.

    Parameters
    ----------
    instance
        The instance.
    plan
        The plan.
    kept
        The rows that are to be kept; others stay as they are, ``(n_rows,)``.

    """
    rows, soft = instance.rows, ~instance.hard & kept
    value = row_values(instance, plan)
    low = np.where(soft, np.minimum(rows.low, value), rows.low)
    high = np.where(soft, np.maximum(rows.high, value), rows.high)
    return replace(instance, rows=replace(rows, low=low, high=high))


def dearness(instance: Instance, measure: Measure) -> Floats:
    """Return what missing a unit of each row costs of a number, shape ``(n_rows,)``."""
    rows = instance.rows
    brings = np.ptp(measure.per_use) * np.abs(measure.weight)
    spread = np.ptp(rows.entry_coef, axis=1) if rows.entry_row.size else np.zeros(0)
    asked, could = np.zeros(instance.n_rows), np.zeros(instance.n_rows)
    for partition, zone in enumerate(instance.zone):
        of = (rows.entry_partition == partition) & (spread > 0)
        inside = 1 + rows.entry_zone[of]  # -1: no zone
        size = 1 + int(max(zone.max(initial=0) + 1, inside.max(initial=0)))
        weight = np.bincount(1 + zone, instance.weight[partition], size)[inside]
        bring = np.bincount(1 + zone, brings, size)[inside]
        np.add.at(asked, rows.entry_row[of], spread[of] * weight)
        np.add.at(could, rows.entry_row[of], bring)
    known = asked > 0
    worth = np.divide(could, asked, out=np.zeros_like(could), where=known)
    if known.any():  # rows of supplies alone: as dear as the dearest
        worth[~known] = worth[known].max()
    return TIMES * worth


def missed(instance: Instance, plan: Allocation, price: Floats) -> float:
    """Return what a plan misses of rows that have a price, shape ``(n_rows,)``."""
    rows, value = instance.rows, row_values(instance, plan)
    short = np.maximum(0.0, np.maximum(rows.low - value, value - rows.high))
    return float((np.where(short > 0, short, 0.0) * price).sum())
