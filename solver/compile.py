"""Problem to instance: rows of all constraints as one set of arrays.

Partitions are told apart by identity; one that counts land and cells appears twice,
with weights in hectares and with weights of 1.
"""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from model.partition import Partition
from model.problem import Problem
from model.rows import Entry, Row
from solver.instance import Instance, RowArrays, SupplyArrays
from solver.restrict import candidate_areas, to_restrictions


def to_instance(problem: Problem) -> Instance:
    """State a problem as arrays.

    Parameters
    ----------
    problem
        The problem; row order is that of its constraints.

    Raises
    ------
    ValueError
        If two rows have the same name.

    """
    rows = [row for rule in problem.constraints for row in rule.rows(problem)]
    names = [row.name for row in rows]
    twice = {name for name, times in Counter(names).items() if times > 1}
    if twice:
        raise ValueError(
            f"rows must have different names, got '{min(twice)}' more than once"
        )
    entries = [
        (number, entry) for number, row in enumerate(rows) for entry in row.entries
    ]
    areas = candidate_areas(problem)
    counted = [(entry.partition, entry.by_cell) for _, entry in entries]
    counted += [(area, False) for area in areas]
    places, zone, weight = _partitions(problem, counted)
    return Instance(
        tuple(use.name for use in problem.uses),
        problem.grid.row,
        problem.grid.col,
        float(problem.grid.cell_m),
        problem.score,
        problem.allowed,
        zone,
        weight,
        _row_arrays(rows, entries, places[: len(entries)], len(problem.uses)),
        _supply_arrays(problem, rows),
        *_edge_points(problem),
        to_restrictions(problem, places[len(entries) :]),
    )


def _edge_points(problem: Problem) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the points of every use's border, and of every pair that touches."""
    boundary = np.zeros(len(problem.uses))
    for name, points in problem.boundary:
        boundary[problem.number(name)] = points
    touch = np.zeros((len(problem.uses), len(problem.uses)))
    for first, second, points in problem.touch:
        pair = problem.number(first), problem.number(second)
        touch[pair] = touch[pair[::-1]] = points
    return boundary, touch


def _partitions(
    problem: Problem, counted: list[tuple[Partition, bool]]
) -> tuple[list[int], NDArray[np.int32], NDArray[np.float32]]:
    """Stack each partition once per way of counting; say where each one is."""
    land = problem.land_ha.astype(np.float32)
    cells = np.ones(problem.grid.n_cells, np.float32)
    found: dict[tuple[int, bool], int] = {}
    stack: list[tuple[Partition, bool]] = []
    places = []
    for partition, by_cell in counted:
        key = id(partition), by_cell
        if key not in found:
            found[key] = len(stack)
            stack.append((partition, by_cell))
        places.append(found[key])
    if not stack:
        shape = 0, problem.grid.n_cells
        return places, np.zeros(shape, np.int32), np.zeros(shape, np.float32)
    zone = np.stack([partition.zone for partition, _ in stack])
    weight = np.stack([cells if by_cell else land for _, by_cell in stack])
    return places, zone, weight


def _row_arrays(
    rows: list[Row],
    entries: list[tuple[int, Entry]],
    places: list[int],
    n_uses: int,
) -> RowArrays:
    coef = np.array([entry.coef for _, entry in entries], np.float64)
    return RowArrays(
        tuple(row.name for row in rows),
        np.array([row.low for row in rows], np.float64),
        np.array([row.high for row in rows], np.float64),
        np.array([row.shortfall_price for row in rows], np.float64),
        np.array([number for number, _ in entries], np.int32),
        np.array(places, np.int32),
        np.array([entry.zone for _, entry in entries], np.int32),
        coef.reshape(len(entries), n_uses),
    )


def _supply_arrays(problem: Problem, rows: list[Row]) -> SupplyArrays:
    number = {supply.name: at for at, supply in enumerate(problem.supplies)}
    found = [
        (row, number[name], coef)
        for row, of in enumerate(rows)
        for name, coef in of.supplies.items()
    ]
    return SupplyArrays(
        np.array([supply.points for supply in problem.supplies], np.float64),
        np.array([supply.cap for supply in problem.supplies], np.float64),
        np.array([row for row, _, _ in found], np.int32),
        np.array([supply for _, supply, _ in found], np.int32),
        np.array([coef for _, _, coef in found], np.float64),
    )
