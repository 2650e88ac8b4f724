"""A network whose cheapest flow is the best allocation, and OR-Tools to find it.

One node per cell with a supply of 1, one per counted use and zone that keeps its least
number of cells, and a sink for the rest. What goes on from a node beyond its least, to
the node that holds it or to the sink, costs what rows that give way cost there, step by
step; "stays as it is" and uses that nobody counts lead straight to the sink. Cells
without a choice that counts are left out.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from solver.counts import Counts

Ints = NDArray[np.int64]

MOST_EXPONENT = 60
"""Costs times nodes stay below this power of two; OR-Tools 9.15 refuses 2**61.5."""

BATCH = 1 << 16
"""Cells of which arcs are made at a time."""


@dataclass(frozen=True, eq=False)
class Network:
    """Arcs and supplies as OR-Tools takes them; arcs of cells come first.

    Parameters
    ----------
    tail, head
        Nodes of every arc, int32.
    capacity, cost
        Of every arc, int64; costs are whole numbers.
    supply
        Per node, int64.
    cell, use
        What the first arcs stand for, shape ``(n_cell_arcs,)``.

    """

    tail: NDArray[np.int32]
    head: NDArray[np.int32]
    capacity: Ints
    cost: Ints
    supply: Ints
    cell: NDArray[np.int32]
    use: NDArray[np.int8]


def scale_of(counts: Counts) -> float:
    """Return the power of two by which points become whole numbers.

    The largest that OR-Tools takes: nearly always one at which float32 scores lose
    nothing. It does not change how long a flow takes (measured, 2**8 to 2**41).
    """
    score = counts.score
    size = max(
        float(np.max(score)),
        -float(np.min(score, initial=0.0, where=score > -np.inf)),
        float(np.max(np.abs(counts.steps.slope), initial=0.0)),
    )
    n_nodes = score.shape[0] + counts.n_nodes + 2
    if size == 0:
        return 1.0
    exponent = MOST_EXPONENT - np.ceil(np.log2(size)) - np.ceil(np.log2(n_nodes))
    return float(2.0 ** min(exponent, 1000.0))


def is_exact(counts: Counts, scale: float) -> bool:
    """Tell whether all that counts is a whole number at this scale.

    Scores exactly; what rows that give way cost a cell, as float64 has it.
    """
    slope = counts.steps.slope * scale
    if counts.limits.forgiving or (slope != np.rint(slope)).any():
        return False
    for score in np.array_split(counts.score, 1 + counts.score.shape[0] // BATCH):
        scaled = score[score > -np.inf].astype(np.float64) * scale
        if (scaled != np.rint(scaled)).any():
            return False
    return True


def to_network(counts: Counts, scale: float) -> Network:
    """Make the arcs."""
    cell, use, node = _choices(counts)
    number, first = np.unique(cell, return_inverse=True)
    sink = number.size + counts.n_nodes
    step, room = _steps_beyond(counts)
    on = counts.parent[counts.steps.node[step]]
    head = np.concatenate([node, on])
    slope = np.rint(scale * counts.steps.slope[step]).astype(np.int64)
    supply = np.concatenate([np.ones(number.size, np.int64), -counts.kept, [0]])
    held = counts.parent >= 0
    np.add.at(supply, number.size + counts.parent[held], counts.kept[held])
    supply[-1] = -supply.sum()
    score = counts.score[cell, use].astype(np.float64)
    return Network(
        np.concatenate([first, number.size + counts.steps.node[step]]).astype(np.int32),
        np.where(head < 0, sink, number.size + head).astype(np.int32),
        np.concatenate([np.ones(cell.size, np.int64), room]),
        np.concatenate([-np.rint(scale * score).astype(np.int64), slope]),
        supply,
        cell,
        use,
    )


def _steps_beyond(counts: Counts) -> tuple[Ints, Ints]:
    """Return the steps that go beyond what nodes keep, and how many cells each."""
    steps = counts.steps
    end = np.append(steps.count[1:], 0)
    end[steps.start[1:] - 1] = 0
    room = end - np.maximum(steps.count, counts.kept[steps.node])
    step = np.nonzero(room > 0)[0]
    return step, room[step]


def free_uses(counts: Counts) -> NDArray[np.int8]:
    """Return the best use per cell among those that count nowhere."""
    use = np.empty(counts.score.shape[0], np.int8)
    for first in range(0, use.size, BATCH):
        part = slice(first, first + BATCH)
        free = np.where(counts.node[part] < 0, counts.score[part], -np.inf)
        use[part] = free.argmax(axis=1)
    return use


def _choices(
    counts: Counts,
) -> tuple[NDArray[np.int32], NDArray[np.int8], NDArray[np.int32]]:
    """Return cell, use and node of every arc of a cell; one to the sink each."""
    free = free_uses(counts)
    cells, uses, nodes = [], [], []
    for first in range(0, free.size, BATCH):
        score = counts.score[first : first + BATCH]
        node = counts.node[first : first + BATCH]
        choice = (node >= 0) & (score > -np.inf)
        chooses = np.nonzero(choice.any(axis=1))[0]
        choice[chooses, free[first + chooses]] = True
        cell, use = np.nonzero(choice)
        cells.append((first + cell).astype(np.int32))
        uses.append(use.astype(np.int8))
        nodes.append(node[cell, use])
    return np.concatenate(cells), np.concatenate(uses), np.concatenate(nodes)


def cheapest_flow(network: Network) -> Ints | None:
    """Return the flow on every arc of the cheapest flow; None if there is no flow.

    Raises
    ------
    RuntimeError
        If OR-Tools gives up.

    """
    solver = SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        network.tail, network.head, network.capacity, network.cost
    )
    nodes = np.arange(network.supply.size, dtype=np.int32)
    solver.set_nodes_supplies(nodes, network.supply)
    status = solver.solve()
    if status in (solver.INFEASIBLE, solver.UNBALANCED):
        return None
    if status != solver.OPTIMAL:
        raise RuntimeError(f"min-cost flow ended with {status.name}")
    flows: Ints = solver.flows(arcs)
    return flows
