"""Claims one after the other, greedily by suitability: the way RuimteScanner works.

Rows are served in the order of the scenario. Each takes the free cells with the most
points per unit of land for it, until it has its least; what an earlier row took is
gone, and the most of no other row is passed. Only a hard row that would lack something
else goes past priced limits. A baseline: fast, no bound of its own, and the order
decides who gets the land (peers: RSopen's SectorAllocRegio). What the sequence leaves
unmet is named: priced rows cost their price, a hard row makes the outcome an attempt.
"""

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import Answer, judge, row_values
from solver.instance import Instance
from solver.kernels.greedy import Tallies, past_priced_limits, take_until, tallies
from solver.settings import Settings
from solver.watch import Watch


def sequential(
    instance: Instance,
    settings: Settings,
    watch: Watch,
    start: Allocation | None = None,
) -> Answer:
    """Serve the rows in their order.

    Parameters
    ----------
    instance
        What to solve.
    settings
        Not used: the order of the rows is all there is.
    watch
        Stops it between two rows.
    start
        Not used either.

    Returns
    -------
    Answer
        Bound infinite: greedy allocation proves nothing. An attempt in the place of
        an allocation if a hard row could not be served in this order.

    """
    use = np.zeros(instance.n_cells, np.int8)
    found = serve_rows(instance, use, instance.score, watch)
    worth = judge(instance, found)
    if worth.broken:
        return Answer(None, float("inf"), "sequential", attempt=found)
    watch.report("greedy", worth.objective)
    return Answer(found, float("inf"), "sequential")


def serve_rows(
    instance: Instance,
    use: NDArray[np.int8],
    worth: NDArray[np.float32],
    watch: Watch,
) -> Allocation:
    """Give free cells to uses until every row has its least, as far as it goes.

    Parameters
    ----------
    instance
        Rows and limits.
    use
        Uses given already; free cells have 0. Changed in place.
    worth
        What to sort by, shape ``(n_uses, n_cells)``.
    watch
        Stops it between two rows.

    """
    table = tallies(instance)
    supply = np.zeros(instance.n_supplies)
    value = row_values(instance, Allocation(use, supply))
    for row in range(instance.n_rows):
        if watch.stopped:
            break
        if np.isinf(instance.rows.low[row]) or value[row] >= instance.rows.low[row]:
            continue
        _use_supply(instance, row, supply, value, willing=True)
        _take_land(instance, (row, worth), table, (use, value))
        _use_supply(instance, row, supply, value, willing=False)
        if instance.hard[row] and value[row] < instance.rows.low[row]:
            further = past_priced_limits(instance, table)
            _take_land(instance, (row, worth), further, (use, value))
    return Allocation(use, supply)


def _take_land(
    instance: Instance,
    served: tuple[int, NDArray[np.float32]],
    table: Tallies,
    state: tuple[NDArray[np.int8], NDArray[np.float64]],
) -> None:
    """Take the best free cells for one row."""
    row, worth = served
    rows, use = instance.rows, state[0]
    cells, uses, keys = [], [], []
    for entry in np.nonzero(rows.entry_row == row)[0]:
        partition = rows.entry_partition[entry]
        here = (instance.zone[partition] == rows.entry_zone[entry]) & (use == 0)
        gain = rows.entry_coef[entry] - rows.entry_coef[entry, 0]
        for number in np.nonzero(gain > 0)[0]:
            free = np.nonzero(here & instance.allowed[number])[0]
            land = np.maximum(instance.weight[partition, free], 1e-9)
            cells.append(free)
            uses.append(np.full(free.size, number, np.int8))
            keys.append(worth[number, free] / land)
    if not cells:
        return
    order = np.argsort(-np.concatenate(keys), kind="stable")
    take_until(
        table,
        np.concatenate(cells)[order].astype(np.int32),
        np.concatenate(uses)[order],
        (row, float(rows.low[row])),
        state,
    )


def _use_supply(
    instance: Instance,
    row: int,
    supply: NDArray[np.float64],
    value: NDArray[np.float64],
    *,
    willing: bool,
) -> None:
    """Fill what a row lacks without land; willingly where that costs no points."""
    supplies, rows = instance.supplies, instance.rows
    for entry in np.nonzero((supplies.entry_row == row) & (supplies.entry_coef > 0))[0]:
        number = supplies.entry_supply[entry]
        if willing != (supplies.value[number] >= 0):
            continue
        lack = max(0.0, rows.low[row] - value[row]) / supplies.entry_coef[entry]
        amount = min(lack, supplies.cap[number] - supply[number])
        supply[number] += amount
        of = supplies.entry_supply == number
        np.add.at(value, supplies.entry_row[of], supplies.entry_coef[of] * amount)
