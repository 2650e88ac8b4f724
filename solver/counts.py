"""Recognise rows that count cells: of one use, in one zone, one zoning per use.

    a row's value = amount * cells of the use in the zone,   amount = coef * weight

Such a row says how many cells there may be. All rows on one use and zone meet in a
*node*; a cell with a use adds one to the node of that use and of the cell's zone, or to
none. This is the model of GeoDMS ``discrete_alloc`` (Land Use Scanner), a flow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance
from solver.steps import Limits, Steps, to_limits, to_steps

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_TOGETHER = 100
"""Most rows on one use and zone; their kinks are compared pair by pair."""


@dataclass(frozen=True, eq=False)
class Counts:
    """An instance as cells that count in nodes.

    Parameters
    ----------
    score
        Points, float32, shape ``(n_cells, n_uses)``; -inf where the use may not come.
    node
        Node in which a cell counts with a use, int32, shape ``(n_cells, n_uses)``; -1
        none.
    use_of_node
        Use that each node counts, shape ``(n_nodes,)``.
    row_node
        Node that a row counts, shape ``(n_rows,)``; -1 if no cell adds to the row.
    limits
        What rows ask, in cells.

    """

    score: NDArray[np.float32]
    node: NDArray[np.int32]
    use_of_node: Ints
    row_node: Ints
    limits: Limits

    @property
    def n_nodes(self) -> int:
        """Number of nodes."""
        return int(self.use_of_node.size)

    @cached_property
    def possible(self) -> bool:
        """Whether the hard limits of every node leave a number of cells."""
        alone = self.row_node < 0
        fits = (self.limits.least[alone] <= 0) & (self.limits.most[alone] >= 0)
        return bool(fits.all() and (self.least <= self.most).all())

    @cached_property
    def least(self) -> Ints:
        """Fewest cells per node that hard rows allow, shape ``(n_nodes,)``."""
        least = np.zeros(self.n_nodes, np.int64)
        there = self.row_node >= 0
        np.maximum.at(least, self.row_node[there], self.limits.least[there])
        return least

    @cached_property
    def most(self) -> Ints:
        """Most cells per node that hard rows allow, shape ``(n_nodes,)``.

        One more than there are cells where nothing limits them.
        """
        most = np.full(self.n_nodes, self.node.shape[0] + 1, np.int64)
        there = self.row_node >= 0
        np.minimum.at(most, self.row_node[there], self.limits.most[there])
        return most

    @cached_property
    def steps(self) -> Steps:
        """What counts cost by rows that may give way."""
        return to_steps(self.least, self.most, self.row_node, self.limits)

    def tally(self, use: NDArray[np.int8]) -> Ints:
        """Count the cells per node, shape ``(n_nodes,)``."""
        node = np.take_along_axis(self.node, use[:, None].astype(np.int64), axis=1)
        return np.bincount(node[node >= 0], minlength=self.n_nodes)


def unsuited(instance: Instance) -> str:
    """Say why rows do not count cells of one use in one zone; empty if they do."""
    if instance.boundary.any():
        return "cells see their neighbours (compactness)"
    if instance.n_supplies:
        return "there is supply without land"
    return _unsuited_rows(instance) or _unsuited_zones(instance)


def _unsuited_rows(instance: Instance) -> str:
    rows = instance.rows
    used = rows.entry_coef != 0
    several = np.bincount(rows.entry_row[used.any(axis=1)]) > 1
    if several.any():
        return f"row '{rows.name[int(several.argmax())]}' has several entries"
    wrong = (used.sum(axis=1) > 1) | used[:, 0]
    if wrong.any():
        name = rows.name[rows.entry_row[int(wrong.argmax())]]
        return f"row '{name}' counts several uses, or what stays as it is"
    return ""


def _unsuited_zones(instance: Instance) -> str:
    rows = instance.rows
    for use, entries in _entries_per_use(instance):
        name = instance.use_name[use]
        parts = np.unique(rows.entry_partition[entries])
        zones = instance.zone[parts]
        if not all(np.array_equal(zones[0], zone) for zone in zones[1:]):
            return f"use '{name}' is counted in several partitions"
        for part in parts:
            mine = entries[rows.entry_partition[entries] == part]
            if np.isnan(
                _weights(instance, int(part), use)[rows.entry_zone[mine]]
            ).any():
                return f"cells for use '{name}' have different weights in one zone"
        if np.bincount(rows.entry_zone[entries]).max() > MOST_TOGETHER:
            return f"more than {MOST_TOGETHER} rows count use '{name}' in one zone"
    return ""


def to_counts(instance: Instance) -> Counts:
    """Lay an instance out as cells that count in nodes; ``unsuited`` must be empty."""
    rows = instance.rows
    node = np.full((instance.n_cells, instance.n_uses), -1, np.int32)
    row_node = np.full(instance.n_rows, -1, np.int64)
    amount = np.zeros(instance.n_rows)
    n_nodes, use_of_node = 0, [np.zeros(0, np.int64)]
    for use, entries in _entries_per_use(instance):
        counted, place = np.unique(rows.entry_zone[entries], return_inverse=True)
        number = np.full(_n_zones(instance) + 1, -1, np.int32)  # the last is zone -1
        number[counted] = n_nodes + np.arange(counted.size)
        node[:, use] = number[instance.zone[rows.entry_partition[entries[0]]]]
        row_node[rows.entry_row[entries]] = n_nodes + place
        use_of_node.append(np.full(counted.size, use))
        n_nodes += counted.size
        for part in np.unique(rows.entry_partition[entries]):
            mine = entries[rows.entry_partition[entries] == part]
            weight = _weights(instance, int(part), use)[rows.entry_zone[mine]]
            amount[rows.entry_row[mine]] = rows.entry_coef[mine, use] * weight
    row_node[amount == 0] = -1
    score = np.where(instance.allowed, instance.score, np.float32(-np.inf))
    score[0] = 0.0
    limits = to_limits(rows, amount, instance.n_cells)
    score = np.ascontiguousarray(score.T, np.float32)
    return Counts(score, node, np.concatenate(use_of_node), row_node, limits)


def _entries_per_use(instance: Instance) -> Iterator[tuple[int, Ints]]:
    """Yield every counted use with the numbers of the entries that count it."""
    used = instance.rows.entry_coef != 0
    for use in np.nonzero(used.any(axis=0))[0]:
        yield int(use), np.nonzero(used[:, use])[0]


def _n_zones(instance: Instance) -> int:
    most = instance.rows.entry_zone.max(initial=-1)
    return int(max(instance.zone.max(initial=-1), most)) + 1


def _weights(instance: Instance, partition: int, use: int) -> Floats:
    """Return what a cell of a use counts per zone; NaN where cells differ.

    Shape ``(n_zones,)``; 0 where the zone has no cell for the use.
    """
    zone, weight = instance.zone[partition], instance.weight[partition]
    here = instance.allowed[use] & (zone >= 0)
    zone, weight = zone[here], weight[here]
    one = np.zeros(_n_zones(instance))
    one[zone] = weight
    one[zone[weight != one[zone]]] = np.nan
    return one
