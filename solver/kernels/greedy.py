"""Give cells to uses one after the other until a row has enough.

Walks a list of candidates (cell, use), best first. A candidate is taken if its cell
is free, the row it serves still lacks something, and no row would pass its ceiling.
``value`` and ``use`` are updated in place.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance

SLACK = 1e-9
"""Relative room on a limit, against rounding of sums."""


class Tallies(NamedTuple):
    """What a cell adds to which row: entries sorted by partition and zone.

    ``start[p, z] .. start[p, z + 1]`` are the positions in ``row`` and ``coef`` of
    the entries that count zone ``z`` of partition ``p``.
    """

    zone: NDArray[np.int32]
    weight: NDArray[np.float32]
    start: NDArray[np.int64]
    row: NDArray[np.int32]
    coef: NDArray[np.float64]
    ceiling: NDArray[np.float64]


def tallies(instance: Instance) -> Tallies:
    """Sort an instance's entries for the kernel.

    ``ceiling`` is the most a row may reach: its high limit, hard or priced.
    """
    rows = instance.rows
    n_zones = int(max(instance.zone.max(initial=-1), rows.entry_zone.max(initial=-1)))
    n_zones += 1
    order = np.lexsort((rows.entry_zone, rows.entry_partition))
    key = rows.entry_partition[order].astype(np.int64) * n_zones
    key += rows.entry_zone[order]
    n_partitions = instance.zone.shape[0]
    grid = np.arange(n_partitions)[:, None] * n_zones + np.arange(n_zones + 1)[None, :]
    start = np.searchsorted(key, grid)
    room = SLACK * np.maximum(1.0, np.abs(rows.high))
    coef = rows.entry_coef[order]
    return Tallies(
        instance.zone,
        instance.weight,
        start,
        rows.entry_row[order],
        np.ascontiguousarray(coef - coef[:, :1]),
        rows.high + room,
    )


def past_priced_limits(instance: Instance, table: Tallies) -> Tallies:
    """Return the tallies with a ceiling only where the limit is hard."""
    return table._replace(ceiling=np.where(instance.hard, table.ceiling, np.inf))


def take_until(
    table: Tallies,
    candidate_cell: NDArray[np.int32],
    candidate_use: NDArray[np.int8],
    goal: tuple[int, float],
    state: tuple[NDArray[np.int8], NDArray[np.float64]],
) -> int:
    """Take candidates until a row reaches its goal.

    Parameters
    ----------
    table
        The instance's entries.
    candidate_cell, candidate_use
        Candidates, best first, shape ``(n_candidates,)``.
    goal
        Number of the row, and the value it needs.
    state
        Use per cell and value per row; both are updated.

    Returns
    -------
    int
        Number of cells taken.

    Raises
    ------
    ValueError
        If the candidates are not pairs.

    """
    if candidate_cell.shape != candidate_use.shape:
        raise ValueError(
            f"candidates must be pairs, got {candidate_cell.size} cells and "
            f"{candidate_use.size} uses"
        )
    use, value = state
    taken: int = _take_until(
        table, candidate_cell, candidate_use, goal[0], goal[1], use, value
    )
    return taken


@numba.njit(cache=True)
def _take_until(
    table: Tallies,
    candidate_cell: NDArray[np.int32],
    candidate_use: NDArray[np.int8],
    goal_row: int,
    goal: float,
    use: NDArray[np.int8],
    value: NDArray[np.float64],
) -> int:
    """Try each candidate once, best first."""
    taken = 0
    for at in range(candidate_cell.size):
        if value[goal_row] >= goal:
            break
        cell, new = candidate_cell[at], candidate_use[at]
        if use[cell] != 0:
            continue
        fits = True
        for partition in range(table.zone.shape[0]):
            zone = table.zone[partition, cell]
            if zone < 0 or not fits:
                continue
            weight = np.float64(table.weight[partition, cell])
            first, last = table.start[partition, zone], table.start[partition, zone + 1]
            for entry in range(first, last):
                row = table.row[entry]
                add = weight * table.coef[entry, new]
                if add > 0.0 and value[row] + add > table.ceiling[row]:
                    fits = False
                    break
        if not fits:
            continue
        for partition in range(table.zone.shape[0]):
            zone = table.zone[partition, cell]
            if zone < 0:
                continue
            weight = np.float64(table.weight[partition, cell])
            first, last = table.start[partition, zone], table.start[partition, zone + 1]
            for entry in range(first, last):
                value[table.row[entry]] += weight * table.coef[entry, new]
        use[cell] = new
        taken += 1
    return taken
