"""Prices of nodes from an optimal flow, in whole numbers: passes over cells.

A cell's worth with a use is its scaled score less the price of the node in which it
counts; ``price`` has one place more, for cells that count nowhere, whose price is 0.
What a node adds to the price of the one that holds it lies between ``down`` and
``up``: what its last cell cost, and what one more will. Prices fall until no cell
would rather have another use (Bellman-Ford, in place): then nobody can gain by any
chain of moves, and the flow is proven to be the best there is.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

UNPRICED = 1 << 62
"""Price of a node that nothing has reached: no cell can come there."""


@numba.njit(cache=True)
def _best_worth(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    price: Ints,
    cell: int,
) -> np.int64:
    """Return a cell's highest worth."""
    best = np.int64(-UNPRICED)
    for use in range(score.shape[1]):
        if score[cell, use] == -np.inf:
            continue
        cost = price[node[cell, use]]
        if cost < UNPRICED:
            worth = np.int64(np.rint(np.float64(score[cell, use]) * scale)) - cost
            best = max(best, worth)
    return best


@numba.njit(cache=True)
def _lower_prices(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    use: NDArray[np.int8],
    tree: tuple[Ints, Ints, Ints],
    price: Ints,
) -> bool:
    """Lower prices until nodes and cells are content, seen once; tell if any fell."""
    fell = False
    parent, down, up = tree
    for one in range(parent.size - 1, -1, -1):
        above = price[parent[one]]
        if above < UNPRICED and up[one] < UNPRICED and above + up[one] < price[one]:
            price[one] = above + up[one]
            fell = True
    for one in range(parent.size):
        if parent[one] < 0 or down[one] == -UNPRICED or price[one] == UNPRICED:
            continue
        if price[one] - down[one] < price[parent[one]]:
            price[parent[one]] = price[one] - down[one]
            fell = True
    for cell in range(use.size):
        own = node[cell, use[cell]]
        if own < 0:
            continue
        worth = np.int64(np.rint(np.float64(score[cell, use[cell]]) * scale))
        most = worth - _best_worth(score, node, scale, price, cell)
        if most < price[own]:
            price[own] = most
            fell = True
    return fell


@numba.njit(cache=True)
def _bids(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    price: Ints,
    bid: Ints,
) -> None:
    """Raise bids to what a cell gains in a node without price, at price 0."""
    for cell in range(score.shape[0]):
        best = np.int64(-UNPRICED)
        for use in range(score.shape[1]):
            if score[cell, use] == -np.inf or price[node[cell, use]] < UNPRICED:
                continue
            if best == -UNPRICED:
                best = _best_worth(score, node, scale, price, cell)
            worth = np.int64(np.rint(np.float64(score[cell, use]) * scale))
            bid[node[cell, use]] = max(bid[node[cell, use]], worth - best)


@numba.njit(cache=True)
def _outside_bids(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    use: NDArray[np.int8],
    price: Ints,
    bid: Ints,
) -> None:
    """Raise bids to what cells that are not in a node would pay to come there."""
    for cell in range(use.size):
        mine = node[cell, use[cell]]
        worth = np.int64(np.rint(np.float64(score[cell, use[cell]]) * scale))
        worth -= price[mine]
        for other in range(score.shape[1]):
            at = node[cell, other]
            if at != mine and score[cell, other] != -np.inf:
                there = np.int64(np.rint(np.float64(score[cell, other]) * scale))
                bid[at] = max(bid[at], there - worth)


@numba.njit(cache=True)
def _discontent(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    use: NDArray[np.int8],
    price: Ints,
) -> int:
    """Count the cells that another use would suit better."""
    count = 0
    for cell in range(use.size):
        worth = np.int64(np.rint(np.float64(score[cell, use[cell]]) * scale))
        worth -= price[node[cell, use[cell]]]
        if worth < _best_worth(score, node, scale, price, cell):
            count += 1
    return count
