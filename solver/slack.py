"""Rows that no answer can break, told by their least and most possible amount.

    amount >= sum over entries of  land of the zone * least coefficient there
              + sum over supply entries of  cap * min(0, coefficient)

and the same for the most. A row whose limits lie beyond both never binds: its price is
0, and an engine may leave it out.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance

Floats = NDArray[np.float64]


def may_bind(instance: Instance) -> NDArray[np.bool_]:
    """Tell which rows some answer might break, shape ``(n_rows,)``."""
    rows, supplies = instance.rows, instance.supplies
    least, most = np.zeros(instance.n_rows), np.zeros(instance.n_rows)
    for partition in np.unique(rows.entry_partition):
        entry = np.nonzero(rows.entry_partition == partition)[0]
        of, zone = rows.entry_row[entry], rows.entry_zone[entry]
        above, below = _land(instance, int(partition), int(zone.max(initial=0)) + 1)
        coef = rows.entry_coef[entry]
        low, high = coef.min(axis=1), coef.max(axis=1)
        np.add.at(least, of, above[zone] * low - below[zone] * high)
        np.add.at(most, of, above[zone] * high - below[zone] * low)
    amount = supplies.entry_coef * supplies.cap[supplies.entry_supply]
    np.add.at(least, supplies.entry_row, np.minimum(amount, 0.0))
    np.add.at(most, supplies.entry_row, np.maximum(amount, 0.0))
    # rounding may not make a row slack; it may make one that is seem not to be
    room = 1e-9 * np.maximum(np.abs(least), np.abs(most))
    return np.asarray((rows.low > least - room) | (rows.high < most + room))


def with_rows(instance: Instance, kept: NDArray[np.bool_]) -> Instance:
    """Return the instance with some of its rows only."""
    rows, supplies = instance.rows, instance.supplies
    number = np.cumsum(kept, dtype=np.int32) - np.int32(1)
    entry, supply = kept[rows.entry_row], kept[supplies.entry_row]
    return replace(
        instance,
        rows=replace(
            rows,
            name=tuple(rows.name[row] for row in np.nonzero(kept)[0]),
            low=rows.low[kept],
            high=rows.high[kept],
            shortfall_price=rows.shortfall_price[kept],
            entry_row=number[rows.entry_row[entry]],
            entry_partition=rows.entry_partition[entry],
            entry_zone=rows.entry_zone[entry],
            entry_coef=rows.entry_coef[entry],
        ),
        supplies=replace(
            supplies,
            entry_row=number[supplies.entry_row[supply]],
            entry_supply=supplies.entry_supply[supply],
            entry_coef=supplies.entry_coef[supply],
        ),
    )


def _land(instance: Instance, partition: int, n_zones: int) -> tuple[Floats, Floats]:
    """Sum the weights above and below 0 per zone."""
    zone = instance.zone[partition]
    here = (zone >= 0) & (zone < n_zones)
    weight = instance.weight[partition][here].astype(np.float64)
    above, below = np.maximum(weight, 0.0), np.maximum(-weight, 0.0)
    parts = (np.bincount(zone[here], part, n_zones) for part in (above, below))
    above, below = (part.astype(np.float64) for part in parts)
    return above, below
