"""Recognise rows that count cells: of one use, in one zone, zones within zones.

    a row's value = amount * cells of the use in the zone,   amount = coef * weight

Such a row says how many cells there may be. All rows on one use and zone meet in a
*node*. A cell with a use counts in the node of the smallest zone it lies in, and in
all nodes that hold that one. With one partition per use this is the model of GeoDMS
``discrete_alloc`` (Land Use Scanner): a flow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance
from solver.nested import Nested, nested
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
        Smallest node in which a cell counts with a use, int32, shape
        ``(n_cells, n_uses)``; -1 none.
    parent
        Node that holds a node, shape ``(n_nodes,)``; behind it in number; -1 none.
    use_of_node
        Use that each node counts, shape ``(n_nodes,)``.
    row_node
        Node that a row counts, shape ``(n_rows,)``; -1 if no cell adds to the row.
    limits
        What rows ask, in cells.

    """

    score: NDArray[np.float32]
    node: NDArray[np.int32]
    parent: Ints
    use_of_node: Ints
    row_node: Ints
    limits: Limits

    @property
    def n_cells(self) -> int:
        """Number of cells."""
        return int(self.node.shape[0])

    @property
    def n_nodes(self) -> int:
        """Number of nodes."""
        return int(self.use_of_node.size)

    @cached_property
    def possible(self) -> bool:
        """Whether hard limits leave some number of cells in every node."""
        alone = self.row_node < 0
        fits = (self.limits.least[alone] <= 0) & (self.limits.most[alone] >= 0)
        kept = self.kept
        total = int(kept[self.parent < 0].sum())
        return bool(fits.all() and (kept <= self.most).all()) and total <= self.n_cells

    @cached_property
    def least(self) -> Ints:
        """Fewest cells per node that hard rows allow, shape ``(n_nodes,)``."""
        least = np.zeros(self.n_nodes, np.int64)
        there = self.row_node >= 0
        np.maximum.at(least, self.row_node[there], self.limits.least[there])
        return least

    @cached_property
    def kept(self) -> Ints:
        """Fewest cells per node, those of the nodes in it included."""
        kept = self.least.copy()
        within = np.zeros_like(kept)
        for node in range(self.n_nodes):
            kept[node] = max(kept[node], within[node])
            if self.parent[node] >= 0:
                within[self.parent[node]] += kept[node]
        return kept

    @cached_property
    def most(self) -> Ints:
        """Most cells per node that hard rows allow, shape ``(n_nodes,)``.

        One more than there are cells where nothing limits them.
        """
        most = np.full(self.n_nodes, self.n_cells + 1, np.int64)
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
        tally = np.bincount(node[node >= 0], minlength=self.n_nodes)
        for one in range(self.n_nodes):
            if self.parent[one] >= 0:
                tally[self.parent[one]] += tally[one]
        return tally


def unsuited(instance: Instance) -> str:
    """Say why rows do not count cells of one use in one zone; empty if they do."""
    if instance.sees_neighbours:
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
        together = _places(instance, entries)[1]
        if np.bincount(together).max() > MOST_TOGETHER:
            return f"more than {MOST_TOGETHER} rows count use '{name}' in one zone"
        for part in np.unique(rows.entry_partition[entries]):
            mine = entries[rows.entry_partition[entries] == part]
            if np.isnan(
                _weights(instance, int(part), use)[rows.entry_zone[mine]]
            ).any():
                return f"cells for use '{name}' have different weights in one zone"
        if _forest(instance, use, entries) is None:
            return f"zones in which use '{name}' is counted overlap in part"
    return ""


def to_counts(instance: Instance) -> Counts:
    """Lay an instance out as cells that count in nodes; ``unsuited`` must be empty."""
    rows = instance.rows
    node = np.full((instance.n_cells, instance.n_uses), -1, np.int32)
    row_node = np.full(instance.n_rows, -1, np.int64)
    amount = np.zeros(instance.n_rows)
    parent, use_of_node = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    n_nodes = 0
    for use, entries in _entries_per_use(instance):
        forest = _forest(instance, use, entries)
        assert forest is not None
        node[:, use] = np.where(forest.smallest < 0, -1, n_nodes + forest.smallest)
        number = np.argsort(forest.order)[_places(instance, entries)[1]]
        row_node[rows.entry_row[entries]] = n_nodes + number
        parent.append(np.where(forest.parent < 0, -1, n_nodes + forest.parent))
        use_of_node.append(np.full(forest.order.size, use))
        n_nodes += forest.order.size
        for part in np.unique(rows.entry_partition[entries]):
            mine = entries[rows.entry_partition[entries] == part]
            weight = _weights(instance, int(part), use)[rows.entry_zone[mine]]
            amount[rows.entry_row[mine]] = rows.entry_coef[mine, use] * weight
    row_node[amount == 0] = -1
    score = np.where(instance.allowed, instance.score, np.float32(-np.inf))
    score[0] = 0.0
    return Counts(
        np.ascontiguousarray(score.T, np.float32),
        node,
        np.concatenate(parent),
        np.concatenate(use_of_node),
        row_node,
        to_limits(rows, amount, instance.n_cells),
    )


def _places(
    instance: Instance, entries: Ints
) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """Return the pairs of partition and zone that entries count, and which is whose."""
    rows = instance.rows
    pairs = np.stack([rows.entry_partition[entries], rows.entry_zone[entries]])
    places, which = np.unique(pairs, axis=1, return_inverse=True)
    return places, which.ravel()


def _forest(instance: Instance, use: int, entries: Ints) -> Nested | None:
    """Find how the zones in which a use is counted lie in each other."""
    places, _ = _places(instance, entries)
    parts = np.unique(places[0])
    zone = np.full((parts.size, instance.n_cells), -1, np.int32)
    here = np.nonzero(instance.allowed[use])[0]
    for place, part in enumerate(parts):
        mine = np.nonzero(places[0] == part)[0]
        number = np.full(_n_zones(instance) + 1, -1, np.int32)  # the last is zone -1
        number[places[1, mine]] = mine
        zone[place, here] = number[instance.zone[part, here]]
    return nested(zone, places.shape[1])


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
