"""Rows that count cells of one use in one zone: a min-cost flow, solved exactly.

OR-Tools' ``SimpleMinCostFlow`` (cost scaling, Goldberg 1997) finds whole cells at once.
Its costs are whole numbers: scores times a power of two so large that float32 scores
nearly always lose nothing. The bound does not rest on its word: prices are read off the
allocation and prove it (``solver.node_prices``). Where nothing is lost and prices prove
the optimum, the bound is the objective; otherwise it is proven for the float scores,
and what scaling or rounding may have cost shows as a gap.

The asked gap does not matter: there is no answer on the way. OR-Tools 9.15 keeps the
interpreter to itself while it works (a second thread is not heard, measured), 10 s for
a million cells: Ctrl-C and the time limit count before and after that. A search stopped
before keeps the start, if there is one.
"""

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import Answer, judge
from solver.conflict import conflicting_rows
from solver.counts import Counts, to_counts, unsuited
from solver.instance import Instance
from solver.network import (
    Network,
    cheapest_flow,
    free_uses,
    is_exact,
    scale_of,
    to_network,
)
from solver.node_prices import node_prices, proven_bound, row_prices
from solver.settings import Settings
from solver.watch import Watch


def flow(
    instance: Instance,
    settings: Settings,
    watch: Watch,
    start: Allocation | None = None,
) -> Answer:
    """Solve an instance whose rows count cells.

    Parameters
    ----------
    instance
        What to solve.
    settings
        Not needed: the answer is the best there is.
    watch
        Progress and the wish to stop.
    start
        Kept if the search is stopped.

    Raises
    ------
    ValueError
        If rows do not count cells of one use in one zone.

    """
    if why := unsuited(instance):
        raise ValueError(
            "engine flow needs rows that count cells of one use in one zone, but "
            f"{why}; use engine auto"
        )
    watch.report("flow")
    counts = to_counts(instance)
    if not counts.possible:
        return _infeasible(instance, watch)
    scale = scale_of(counts)
    network = to_network(counts, scale)
    work = {"arcs": int(network.tail.size)}
    if watch.stopped:
        return _stopped(instance, counts, start, work)
    flows = cheapest_flow(network)
    if flows is None:
        return _infeasible(instance, watch)
    use = uses_of(counts, network, flows)
    del network, flows
    watch.report("prices")
    return _proven(instance, counts, scale, use, work)


def uses_of(
    counts: Counts, network: Network, flows: NDArray[np.int64]
) -> NDArray[np.int8]:
    """Return the use per cell that the flow chose."""
    use = free_uses(counts)
    taken = flows[: network.cell.size] > 0
    use[network.cell[taken]] = network.use[taken]
    return use


def _proven(
    instance: Instance,
    counts: Counts,
    scale: float,
    use: NDArray[np.int8],
    work: dict[str, int],
) -> Answer:
    """Price the nodes, and say what that proves."""
    priced = node_prices(counts, scale, use)
    allocation = Allocation(use)
    if priced.content and is_exact(counts, scale):
        bound = judge(instance, allocation).objective
    else:
        bound = proven_bound(counts, priced.price, priced.own)
    by_row = row_prices(counts, counts.tally(use), priced.own)
    work = work | {"passes": priced.passes}
    return Answer(allocation, bound, "flow", row_price=by_row, work=work)


def _stopped(
    instance: Instance, counts: Counts, start: Allocation | None, work: dict[str, int]
) -> Answer:
    """Return the start if it is legal, and what is proven without prices."""
    nothing = np.zeros(counts.n_nodes)
    bound = proven_bound(counts, nothing, nothing)
    kept = start if start and not judge(instance, start).broken else None
    return Answer(kept, bound, "flow", work=work)


def _infeasible(instance: Instance, watch: Watch) -> Answer:
    conflict = conflicting_rows(instance, watch)
    return Answer(None, float("nan"), "flow", infeasible=True, conflict=conflict)
