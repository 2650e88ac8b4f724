"""Limits in cells, and what it costs to miss those that may give way.

    cost(n) = sum over rows that may give way: price * distance(amount * n, [low, high])

at whole n: convex, and straight between its kinks. A limit that lies between two whole
numbers has a kink at both. What the certificate counts as kept counts as kept here; of
a hard limit, never more than a small part of a cell.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.certificate import TOLERANCE
from solver.instance import RowArrays

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CELL_PART = 1e-3
"""Part of a cell by which a hard limit may be missed: rounding, never a cell."""


@dataclass(frozen=True, eq=False)
class Limits:
    """What each row asks, all of shape ``(n_rows,)``.

    Parameters
    ----------
    amount
        What a cell adds to the row.
    least, most
        Cells between which a hard row must lie; wider than can be where nothing limits.
    low, high
        Limits beyond which a row costs; infinite for a hard row.
    price
        Points per unit of shortfall; 0 for a hard row.
    forgiving
        Whether a limit that costs was moved to a count that nearly keeps it.

    """

    amount: Floats
    least: Ints
    most: Ints
    low: Floats
    high: Floats
    price: Floats
    forgiving: bool

    @property
    def size(self) -> float:
        """Points at stake in all limits that cost: what rounding is relative to."""
        limits = np.abs(np.stack([self.low, self.high]))
        finite = np.where(np.isfinite(limits), limits, 0.0).sum(axis=0)
        return float(self.price @ finite)

    def cost(self, count: Ints) -> Floats:
        """Return what rows cost at some cells each, shape ``(n_rows,)``."""
        value = self.amount * count
        missed = np.maximum(self.low - value, 0.0) + np.maximum(value - self.high, 0.0)
        cost: Floats = self.price * missed
        return cost

    def slopes(self, count: Ints) -> tuple[Floats, Floats]:
        """Return what the last cell cost and the next one will; infinite at an end."""
        here = self.cost(count)
        before = np.where(count - 1 < self.least, -np.inf, here - self.cost(count - 1))
        after = np.where(count + 1 > self.most, np.inf, self.cost(count + 1) - here)
        return before, after


@dataclass(frozen=True, eq=False)
class Steps:
    """Points between which costs are straight, node after node.

    Parameters
    ----------
    start
        First point of every node, and the end, shape ``(n_nodes + 1,)``.
    count, cost
        Cells and what they cost [points], shape ``(n_points,)``. The first and the
        last point of a node are its hard limits.

    """

    start: Ints
    count: Ints
    cost: Floats

    @property
    def node(self) -> Ints:
        """Node per point."""
        return np.repeat(np.arange(self.start.size - 1), np.diff(self.start))

    @property
    def slope(self) -> Floats:
        """Points per cell from a point to the next; 0 behind the last of a node."""
        wide = np.diff(self.count, append=0)
        rise = np.diff(self.cost, append=0.0)
        wide[self.start[1:] - 1] = 0
        return np.where(wide > 0, rise / np.maximum(wide, 1), 0.0)


def to_limits(rows: RowArrays, amount: Floats, n_cells: int) -> Limits:
    """Turn limits of values into limits of counts."""
    hard = np.isinf(rows.shortfall_price)
    room = np.where(hard, CELL_PART * np.abs(amount), np.inf)
    from_low = _fewest(rows.low, amount, room)
    from_high = _fewest(-rows.high, -amount, room)
    least, most = np.full(amount.size, -1.0), np.full(amount.size, n_cells + 2.0)
    for whole, rises in ((from_low, amount > 0), (from_high, amount < 0)):
        least[rises] = np.maximum(least, whole)[rises]
        falls = ~rises & (amount != 0)
        most[falls] = np.minimum(most, whole)[falls]
    alone = amount == 0  # such a row is 0: it fits, or no count does
    fits = (rows.low <= TOLERANCE) & (rows.high >= -TOLERANCE)
    most[alone & ~fits] = -1.0
    least[~hard], most[~hard] = -1.0, n_cells + 2.0
    low, high = rows.low, rows.high
    with np.errstate(invalid="ignore"):  # 0 times infinite: no such limit
        low = np.where(np.isfinite(low), np.fmin(low, amount * from_low), low)
        high = np.where(np.isfinite(high), np.fmax(high, amount * from_high), high)
    low = np.where(alone & (low <= TOLERANCE), np.minimum(low, 0.0), low)
    high = np.where(alone & (high >= -TOLERANCE), np.maximum(high, 0.0), high)
    return Limits(
        amount,
        np.clip(least, -1, n_cells + 1).astype(np.int64),
        np.clip(most, -1, n_cells + 2).astype(np.int64),
        np.where(hard, -np.inf, low),
        np.where(hard, np.inf, high),
        np.where(hard, 0.0, rows.shortfall_price),
        bool((~hard & ((low != rows.low) | (high != rows.high))).any()),
    )


def _fewest(limit: Floats, amount: Floats, room: Floats) -> Floats:
    """Return the whole count nearest to where ``amount * count >= limit`` begins."""
    part = np.where(limit > 0, 1 + TOLERANCE, 1 - TOLERANCE)
    kept = np.where(np.abs(limit) > 1, limit / part, limit - TOLERANCE)
    kept = np.maximum(kept, limit - room)
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        count = kept / amount
    whole: Floats = np.where(amount > 0, np.ceil(count), np.floor(count))
    return whole


def to_steps(least: Ints, most: Ints, row_node: Ints, limits: Limits) -> Steps:
    """Add up per node what rows cost, at every count where that bends."""
    priced = np.nonzero((limits.price > 0) & (row_node >= 0))[0]
    counts, nodes = [least, most], [np.arange(least.size)] * 2
    for limit in (limits.low, limits.high):
        rows = priced[np.isfinite(limit[priced])]
        node = row_node[rows]
        with np.errstate(over="ignore"):
            kink = limit[rows] / limits.amount[rows]
        for whole in (np.floor(kink), np.ceil(kink)):
            counts.append(np.clip(whole, least[node], most[node]).astype(np.int64))
            nodes.append(node)
    points = np.stack([np.concatenate(nodes), np.concatenate(counts)])
    node, count = np.unique(points, axis=1)
    start = np.searchsorted(node, np.arange(least.size + 1))
    size = np.diff(start)[row_node[priced]]
    before = np.repeat(np.cumsum(size) - size, size)
    point = np.repeat(start[row_node[priced]], size) + np.arange(size.sum()) - before
    row = np.repeat(priced, size)
    value = limits.amount[row] * count[point]
    missed = np.maximum(limits.low[row] - value, 0.0)
    missed += np.maximum(value - limits.high[row], 0.0)
    cost = np.zeros(count.size)
    np.add.at(cost, point, limits.price[row] * missed)
    return Steps(start, count, cost)
