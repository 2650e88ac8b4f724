"""What a cell more in a node costs at an optimal flow, and what that proves.

Prices of nodes are whole numbers like the costs of the flow. If no cell would rather
have another use, and no node more or fewer cells, the flow is optimal, whatever the
solver said: there is nothing left to add (complementary slackness). In any case prices
prove a bound in float64,

    sum_i max_k (score[i, k] - price[node[i, k]])
    + sum_nodes max_n (own * n - cost(n)),   price = own + that of the node around,

true for the float scores, so that what scaling may lose shows as a gap.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from solver.counts import Counts
from solver.dual import Dual
from solver.kernels.flow import (
    UNPRICED,
    _bids,
    _discontent,
    _lower_prices,
    _outside_bids,
)
from solver.zonal import Zonal

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ROUNDING = 256 * float(np.finfo(np.float64).eps)
"""Most that sums of costs are off, as a part of the sizes that are summed."""


@dataclass(frozen=True, eq=False)
class NodePrices:
    """Prices of nodes.

    Parameters
    ----------
    price
        What a cell pays in a node [points], shape ``(n_nodes,)``.
    own
        What the node itself adds to the price of the one that holds it.
    content
        Whether they prove the flow optimal, for its whole-number costs.
    passes
        Passes over all cells that they took.

    """

    price: Floats
    own: Floats
    content: bool
    passes: int


def node_prices(counts: Counts, scale: float, use: NDArray[np.int8]) -> NodePrices:
    """Find prices at which every cell has the use that suits it best.

    Parameters
    ----------
    counts
        The instance.
    scale
        What scores were multiplied by for the flow.
    use
        Use per cell that the flow chose.

    """
    down, up = _slopes(counts, scale, counts.tally(use))
    price = np.full(counts.n_nodes + 1, UNPRICED)
    price[-1] = 0
    cells, tree = (counts.score, counts.node, scale), (counts.parent, down, up)
    passes = 1
    while _lower_prices(*cells, use, tree, price) and passes <= counts.n_nodes:
        passes += 1
    if (price == UNPRICED).any():
        bid = np.zeros(price.size, np.int64)
        _bids(*cells, price, bid)
        _price_the_rest(tree, price, bid)
        passes += 1
    _lower_to_bids(cells, (counts.parent, down), use, price)
    own = price[:-1] - price[counts.parent]
    content = bool((own >= down).all() and (own <= up).all())
    content = content and _discontent(*cells, use, price) == 0
    return NodePrices(price[:-1] / scale, own / scale, content, passes + 2)


def _lower_to_bids(
    cells: tuple[NDArray[np.float32], NDArray[np.int32], float],
    tree: tuple[Ints, Ints],
    use: NDArray[np.int8],
    price: Ints,
) -> None:
    """Lower the price of full nodes to what one cell more would bring.

    Many prices prove a flow where a node is full: from what the next cell would pay to
    what the last one does. The lowest is what a limit that gives way brings.
    """
    parent, down = tree
    around = price[parent]
    bid = np.append(around + np.maximum(down, 0), 0)
    _outside_bids(*cells, use, price, bid)
    alone = ~np.isin(np.arange(parent.size), parent) & (parent < 0)
    lower = alone & (price[:-1] > around) & (bid[:-1] < price[:-1])
    price[:-1][lower] = bid[:-1][lower]


def _price_the_rest(tree: tuple[Ints, Ints, Ints], price: Ints, bid: Ints) -> None:
    """Price nodes that no cell can come to: as low as the bids and other prices let."""
    parent, down, up = tree
    rest = np.nonzero(price == UNPRICED)[0]
    price[rest] = bid[rest]
    free = np.zeros(price.size, np.bool_)
    free[rest] = True
    falls = np.nonzero(free[:-1] & (down > -UNPRICED))[0]
    rises = np.nonzero((up < UNPRICED) & free[parent])[0]
    for _ in rest:
        before = price.copy()
        np.maximum.at(price, falls, price[parent[falls]] + down[falls])
        np.maximum.at(price, parent[rises], price[rises] - up[rises])
        if (price == before).all():
            return


def _slopes(counts: Counts, scale: float, tally: Ints) -> tuple[Ints, Ints]:
    """Return what the last cell cost in every node, and what one more will."""
    steps = counts.steps
    slope = np.rint(scale * steps.slope).astype(np.int64)
    wide = int(steps.count.max(initial=0)) + 1
    key = steps.node * wide + steps.count
    here = np.arange(tally.size) * wide + tally
    at = np.searchsorted(key, here, side="right") - 1
    up = np.where(at == steps.start[1:] - 1, UNPRICED, slope[at])
    at = np.searchsorted(key, here, side="left") - 1
    first = at < steps.start[:-1]
    down = np.where(first, -UNPRICED, slope[np.maximum(at, 0)])
    return down, up


def proven_bound(counts: Counts, price: Floats, own: Floats) -> float:
    """Return a bound on every answer from any prices of nodes [points].

    Parameters
    ----------
    counts
        The instance.
    price, own
        What a cell pays in a node, and what the node itself adds to that.

    """
    steps = counts.steps
    paid = own[steps.node] * steps.count
    best = np.lexsort((steps.cost - paid, steps.node))[steps.start[:-1]]
    alone = counts.limits.cost(np.zeros_like(counts.row_node))[counts.row_node < 0]
    bound = Dual(_priced_cells(counts)).best(price).bound
    bound += float((paid - steps.cost)[best].sum() - alone.sum())
    size = float((np.abs(paid) + steps.cost)[best].sum()) + counts.limits.size
    if (counts.parent >= 0).any():
        size += counts.n_cells * float(np.abs(price).max())
    return bound + ROUNDING * size


def _priced_cells(counts: Counts) -> Zonal:
    """Lay cells out with one row per node that pays for its cells, without limits."""
    n_nodes, n_uses = counts.n_nodes, counts.node.shape[1]
    counted = np.unique(counts.use_of_node)
    slot = np.ascontiguousarray(counts.node[:, counted])
    node = np.arange(n_nodes)
    line = node * n_uses + counts.use_of_node
    pays = coo_array(
        (np.ones(n_nodes), (line, node)), shape=(n_nodes * n_uses, n_nodes)
    )
    nothing, zero = np.zeros(0), np.zeros(n_nodes)
    return Zonal(
        counts.score,
        slot,
        np.ones(slot.shape, np.float32),
        csr_array(pays),
        csr_array((0, n_nodes)),
        *(nothing, nothing, zero, zero),
        np.full(n_nodes, np.inf),
    )


def row_prices(counts: Counts, tally: Ints, own: Floats) -> Floats:
    """Share what nodes themselves add to prices out over their rows [points/unit].

    A row takes what its own limits can carry at the number of cells there is: nothing
    if it does not bind. Shape ``(n_rows,)``.
    """
    node, limits = counts.row_node, counts.limits
    there = node >= 0
    before, after = limits.slopes(np.append(tally, 0)[node])
    share = np.where(there, np.clip(0.0, before, after), 0.0)
    left = own - np.bincount(node[there], share[there], own.size)
    for rows in _one_per_node(node):
        more = np.clip(share[rows] + left[node[rows]], before[rows], after[rows])
        left[node[rows]] -= more - share[rows]
        share[rows] = more
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(there, share / limits.amount, 0.0)


def _one_per_node(node: Ints) -> list[Ints]:
    """Cut rows into sets in which no two are on the same node."""
    rows = np.argsort(node, kind="stable")
    rows = rows[node[rows] >= 0]
    sorted_node = node[rows]
    rank = np.arange(rows.size) - np.searchsorted(sorted_node, sorted_node)
    return [rows[rank == number] for number in range(int(rank.max(initial=-1)) + 1)]
