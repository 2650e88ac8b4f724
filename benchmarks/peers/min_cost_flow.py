"""Min-cost flow by OR-Tools, for claims that count cells of one use in one zone.

One node per cell with a supply of 1, one per claim that takes its least, and a sink
that takes the rest: the arc from a claim to the sink carries what is above the least.
"Stays as it is" is an arc to the sink. Costs are whole numbers; what rounding may have
lost is part of the bound.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from benchmarks.peers.peer import Peer
from model.allocation import Allocation
from solver.background import in_background
from solver.certificate import Answer
from solver.instance import Instance
from solver.settings import Settings
from solver.watch import Watch

SCALE = 2.0**20
"""Whole-number cost of one point."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class _Arcs:
    """Arcs of the network, one entry an arc."""

    tail: Ints
    head: Ints
    capacity: Ints
    cost: Ints


def unsuited(instance: Instance) -> str:
    """Say what is no count of cells of one use in one zone; empty if all is."""
    rows = instance.rows
    used = rows.entry_coef != 0
    if instance.boundary.any():
        return "cells see their neighbours (compactness)"
    if instance.n_supplies:
        return "there is supply without land"
    if np.isfinite(rows.shortfall_price).any():
        return "a row may fall short at a price"
    if (np.bincount(rows.entry_row, minlength=instance.n_rows) != 1).any():
        return "a row has several entries"
    if (used.sum(axis=1) != 1).any() or used[:, 0].any():
        return "a row counts several uses"
    if (rows.entry_coef[used] != 1).any():
        return "a row does not count cells one by one"
    weight = instance.weight[np.unique(rows.entry_partition)]
    if (weight != 1).any():
        return "cells have weights"
    use = used.argmax(axis=1)
    places = np.stack([rows.entry_partition, rows.entry_zone, use])
    if np.unique(places, axis=1).shape[1] != use.size:
        return "two rows count the same use in the same zone"
    if np.unique(places[[0, 2]], axis=1).shape[1] != np.unique(use).size:
        return "a use is counted in several partitions"
    return ""


def solve(instance: Instance, settings: Settings, watch: Watch) -> Answer:
    """Solve the network; it cannot be stopped on the way."""
    low = np.maximum(np.ceil(instance.rows.low), 0).astype(np.int64)
    high = np.minimum(np.floor(instance.rows.high), instance.n_cells).astype(np.int64)
    if (low > high).any() or low.sum() > instance.n_cells:
        return Answer(None, float("nan"), "min-cost-flow", infeasible=True)
    arcs, cell, use = _arcs(instance, low, high)
    lost = _lost(instance)
    network = SimpleMinCostFlow()
    index = network.add_arcs_with_capacity_and_unit_cost(
        arcs.tail, arcs.head, arcs.capacity, arcs.cost
    )
    supply = np.concatenate([np.ones(instance.n_cells, np.int64), -low])
    supply = np.append(supply, low.sum() - instance.n_cells)
    network.set_nodes_supplies(np.arange(supply.size), supply)
    watch.report("search")
    work = {"nodes": 0, "columns": int(arcs.tail.size), "rows": int(supply.size)}
    status = in_background(network.solve, lambda: None)
    if status != network.OPTIMAL:
        infeasible = status in (network.INFEASIBLE, network.UNBALANCED)
        return Answer(None, np.inf, "min-cost-flow", infeasible=infeasible, work=work)
    taken = network.flows(index)[: cell.size] > 0
    chosen = np.zeros(instance.n_cells, np.int8)
    chosen[cell[taken]] = use[taken]
    bound = lost - network.optimal_cost() / SCALE
    return Answer(Allocation(chosen), bound, "min-cost-flow", work=work)


def _arcs(instance: Instance, low: Ints, high: Ints) -> tuple[_Arcs, Ints, Ints]:
    """Make the arcs; those from cells come first, with their cell and use."""
    n_cells, rows = instance.n_cells, instance.rows
    sink = n_cells + instance.n_rows
    cells, uses, heads = [np.arange(n_cells)], [np.zeros(n_cells, np.int64)], []
    heads.append(np.full(n_cells, sink))
    for use in range(1, instance.n_uses):
        here = np.nonzero(instance.allowed[use])[0]
        cells.append(here)
        uses.append(np.full(here.size, use))
        heads.append(_heads(instance, use, sink)[here])
    cell, use_of = np.concatenate(cells), np.concatenate(uses)
    score = instance.score[use_of, cell].astype(np.float64)
    row = np.arange(instance.n_rows)
    arcs = _Arcs(
        np.concatenate([cell, n_cells + row]),
        np.concatenate([*heads, np.full(rows.low.size, sink)]),
        np.concatenate([np.ones(cell.size, np.int64), high - low]),
        np.concatenate([-np.rint(SCALE * score).astype(np.int64), 0 * row]),
    )
    return arcs, cell, use_of


def _lost(instance: Instance) -> float:
    """Return the most that rounding may have cost [points], 0 for scores like ours."""
    worst = np.zeros(instance.n_cells)
    for use in range(1, instance.n_uses):
        scaled = SCALE * instance.score[use].astype(np.float64)
        error = np.abs(scaled - np.rint(scaled))
        worst = np.maximum(worst, np.where(instance.allowed[use], error, 0.0))
    return float(worst.sum()) / SCALE


def _heads(instance: Instance, use: int, sink: int) -> Ints:
    """Return the node that each cell leads to if it takes a use."""
    rows = instance.rows
    head = np.full(instance.n_cells, sink)
    mine = np.nonzero(rows.entry_coef[:, use] != 0)[0]
    for entry in mine[:1]:
        zone = instance.zone[rows.entry_partition[entry]]
        n_zones = 1 + max(int(zone.max()), int(rows.entry_zone[mine].max()))
        node = np.full(n_zones + 1, sink)
        node[rows.entry_zone[mine]] = instance.n_cells + rows.entry_row[mine]
        head = node[zone]  # zone -1, none, is the last: the sink
    return head.astype(np.int64)


PEER = Peer("min-cost-flow", solve, unsuited)
"""Cost scaling of OR-Tools (Goldberg)."""
