"""Cells that no row tells apart, taken together: a small instance that says what fits.

Cells with the same zones, the same uses allowed and much the same weights make a class;
a class may be divided among uses in any fractions, each part with its share of every
weight. An answer for classes is one for cells in fractions of cells. The other way
round nothing is lost but within bins of weights, so that what classes cannot do is
proven on the cells: by the prices that the classes give (``fit``). Zones and uses that
no limit counts tell no cells apart.
"""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from solver.instance import Instance
from solver.restrictions import Restrictions

BINS = 8.0
"""Bins of weights, per factor of two between the weights of two partitions."""


def collapsed(instance: Instance, kept: NDArray[np.bool_] | None = None) -> Instance:
    """Return the classes of an instance's cells as an instance without scores.

    Rows without limits count as none. Neighbours and restrictions are left aside; the
    classes lie apart from each other.

    Parameters
    ----------
    instance
        The instance.
    kept
        Rows that matter, shape ``(n_rows,)``; what the others count is lost. By
        default all matter.

    """
    rows = instance.rows
    limited = np.isfinite(rows.low) | np.isfinite(rows.high)
    if kept is not None:
        limited &= kept
    counts = limited[rows.entry_row]
    used = np.unique(rows.entry_partition[counts]).tolist()
    coef = rows.entry_coef[counts]
    matters = (coef != coef[:, :1]).any(axis=0)
    number = _classes(instance, used, counts, matters)
    n, first = _first_of(number)
    weight = np.zeros((instance.weight.shape[0], n), np.float32)
    for partition in used:
        exact = instance.weight[partition].astype(np.float64)
        weight[partition] = np.bincount(number, exact, n)
    place = np.arange(n, dtype=np.int32)
    return replace(
        instance,
        cell_row=2 * place,
        cell_col=np.zeros(n, np.int32),
        score=np.zeros((instance.n_uses, n), np.float32),
        allowed=instance.allowed[:, first] & matters[:, None],
        zone=instance.zone[:, first],
        weight=weight,
        boundary=np.zeros(instance.n_uses),
        touch=np.zeros_like(instance.touch),
        restrictions=Restrictions(),
    )


def _classes(
    instance: Instance,
    used: list[int],
    counts: NDArray[np.bool_],
    matters: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """Give every cell the number of its class, shape ``(n_cells,)``.

    Of the partitions, entries and uses those count that some limit sees.
    """
    rows = instance.rows
    number = np.zeros(instance.n_cells, np.int64)
    for allowed in instance.allowed[matters]:
        number = _finer(number, allowed.astype(np.int64))
    base: NDArray[np.float64] | None = None
    for partition in used:
        seen = rows.entry_zone[counts & (rows.entry_partition == partition)]
        number = _finer(number, _only(seen, instance.zone[partition]))
        weight = instance.weight[partition].astype(np.float64)
        if base is None:
            base = weight
        elif not np.array_equal(weight, base):
            number = _finer(number, _binned(weight, base))
    return number


def _only(seen: NDArray[np.int32], zone: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the zones that are seen, -1 for all others."""
    size = 1 + max(int(seen.max(initial=-1)), int(zone.max(initial=-1)))
    place = np.full(size + 1, -1, np.int64)  # the last is that of zone -1
    place[seen] = seen
    return place[zone]


def _binned(
    weight: NDArray[np.float64], base: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Bin the ratio of two weights; what is 0 or below has bins of its own."""
    sign = np.sign(weight) * 2 + np.sign(base)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log2(np.abs(weight) / np.abs(base))
    bins = np.where(np.isfinite(ratio), np.round(BINS * ratio), 0.0)
    found: NDArray[np.int64] = pd.factorize(bins * 8 + sign)[0].astype(np.int64)
    return found


def _finer(number: NDArray[np.int64], by: NDArray[np.int64]) -> NDArray[np.int64]:
    """Divide classes further."""
    low = int(by.min(initial=0))
    width = int(by.max(initial=0)) - low + 1
    found: NDArray[np.int64] = pd.factorize(number * width + (by - low))[0]
    return found.astype(np.int64)


def _first_of(number: NDArray[np.int64]) -> tuple[int, NDArray[np.int64]]:
    """Return how many classes there are, and a cell of each."""
    n = int(number.max(initial=-1)) + 1
    first = np.zeros(n, np.int64)
    first[number[::-1]] = np.arange(number.size)[::-1]
    return n, first
