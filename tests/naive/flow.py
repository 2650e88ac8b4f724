"""Prices of nodes by looking at every move between two nodes."""

import math

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def scaled(value: np.float32, scale: float) -> int:
    return round(float(value) * scale)


def worths(
    score: NDArray[np.float32], node: NDArray[np.int32], scale: float, price: list[int]
) -> list[dict[int, int]]:
    """Worth per cell and use; nothing for uses that may not come."""
    return [
        {
            use: scaled(score[cell, use], scale) - price[node[cell, use]]
            for use in range(score.shape[1])
            if np.isfinite(score[cell, use])
        }
        for cell in range(score.shape[0])
    ]


def discontent(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    use: NDArray[np.int8],
    price: list[int],
) -> int:
    found = worths(score, node, scale, price)
    return sum(max(of.values()) > of[own] for of, own in zip(found, use, strict=True))


def outside_bids(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    use: NDArray[np.int8],
    price: list[int],
) -> list[int]:
    """Most that a cell of another node would pay in each, negative if it needs paid."""
    most = [-(10**9)] * len(price)
    found = worths(score, node, scale, [0] * len(price))
    for cell, of in enumerate(found):
        mine = node[cell, use[cell]]
        content = of[int(use[cell])] - price[mine]
        for other, worth in of.items():
            if node[cell, other] != mine:
                at = node[cell, other]
                most[at] = max(most[at], worth - content)
    return most


def least_losses(
    score: NDArray[np.float32],
    node: NDArray[np.int32],
    scale: float,
    use: NDArray[np.int8],
    n_nodes: int,
) -> dict[tuple[int, int], int]:
    """Least loss of moving a cell from one node to another; node -1 is no node."""
    loss: dict[tuple[int, int], int] = {}
    for of, own, nodes in zip(
        worths(score, node, scale, [0] * (n_nodes + 1)), use, node, strict=True
    ):
        for other, worth in of.items():
            pair = int(nodes[own]), int(nodes[other])
            loss[pair] = min(loss.get(pair, of[own] - worth), of[own] - worth)
    return loss


def cheapest_ways_out(
    loss: dict[tuple[int, int], int], tree: tuple[list[int], list[float], list[float]]
) -> list[int] | None:
    """Least loss of taking a cell out of each node; None if some way gains forever.

    The tree has parent, what a cell less spares (-inf: not possible) and what a cell
    more costs (inf: not possible) per node.
    """
    parent, down, up = tree
    moves: list[tuple[int, int, float]]
    moves = [(one, other, much) for (one, other), much in loss.items()]
    moves += [(node, parent[node], up[node]) for node in range(len(parent))]
    moves += [(parent[node], node, -down[node]) for node in range(len(parent))]
    price: list[float] = [math.inf] * len(parent) + [0]
    for _ in range(len(price) + 1):
        before = list(price)
        for one, other, much in moves:
            if one >= 0:
                price[one] = min(price[one], price[other] + much)
        if price == before:
            return [int(much) if much < math.inf else -1 for much in price]
    return None
