"""What a cell more in a node costs at an optimal flow, and what that proves.

Prices of nodes are whole numbers like the costs of the flow. If no cell would rather
have another use, and no node more or fewer cells, the flow is optimal, whatever the
solver said: there is nothing left to add (complementary slackness). In any case prices
prove a bound in float64,

    sum_i max_k (score[i, k] - price[node[i, k]])
    + sum_nodes max_n (price * n - cost(n)),

true for the float scores, so that what scaling may lose shows as a gap.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from solver.counts import Counts
from solver.dual import Dual
from solver.kernels.flow import UNPRICED, _bids, _discontent, _lower_prices
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
        Per node [points / scale], shape ``(n_nodes,)``.
    content
        Whether they prove the flow optimal, for its whole-number costs.
    passes
        Passes over all cells that they took.

    """

    price: Ints
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
    price = np.append(up, 0)
    cells = counts.score, counts.node, scale
    passes = 1
    while _lower_prices(*cells, use, price) and passes <= counts.n_nodes:
        passes += 1
    if (price == UNPRICED).any():
        bid = np.zeros(price.size, np.int64)
        _bids(*cells, price, bid)
        price = np.where(price == UNPRICED, bid, price)
        passes += 1
    content = bool((price[:-1] >= down).all() and (price[:-1] <= up).all())
    content = content and _discontent(*cells, use, price) == 0
    return NodePrices(price[:-1], content, passes + 1)


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


def proven_bound(counts: Counts, price: Floats) -> float:
    """Return a bound on every answer from any prices of nodes [points]."""
    steps = counts.steps
    parts = price[steps.node] * steps.count, steps.cost
    worth = parts[0] - parts[1]
    best = np.lexsort((-worth, steps.node))[steps.start[:-1]]
    zonal = _at_counts(counts, steps.count[best].astype(np.float64))
    paid = counts.limits.cost(np.zeros_like(counts.row_node))[counts.row_node < 0]
    bound = Dual(zonal).best(price).bound - steps.cost[best].sum() - paid.sum()
    size = sum(float(np.abs(part[best]).sum()) for part in parts) + paid.sum()
    return float(bound + ROUNDING * (size + counts.limits.size))


def _at_counts(counts: Counts, count: Floats) -> Zonal:
    """Lay cells out with one row per node that has exactly so many cells."""
    n_uses = counts.node.shape[1]
    counted = np.nonzero((counts.node >= 0).any(axis=0))[0]
    slot = np.ascontiguousarray(counts.node[:, counted])
    nodes = np.arange(counts.n_nodes)
    line = nodes * n_uses + counts.use_of_node
    shape = counts.n_nodes * n_uses, counts.n_nodes
    ones = np.ones(counts.n_nodes)
    nothing = np.zeros(0)
    return Zonal(
        counts.score,
        slot,
        np.ones(slot.shape, np.float32),
        csr_array(coo_array((ones, (line, nodes)), shape=shape)),
        csr_array((0, counts.n_nodes)),
        nothing,
        nothing,
        count,
        count,
        np.full(counts.n_nodes, np.inf),
    )


def row_prices(counts: Counts, tally: Ints, price: Floats) -> Floats:
    """Share the prices of nodes out over their rows [points/unit].

    A row takes what its own limits can carry at the number of cells there is: nothing
    if it does not bind. Shape ``(n_rows,)``.
    """
    node, limits = counts.row_node, counts.limits
    there = node >= 0
    before, after = limits.slopes(tally[np.where(there, node, 0)])
    share = np.where(there, np.clip(0.0, before, after), 0.0)
    left = price - np.bincount(node[there], share[there], price.size)
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
