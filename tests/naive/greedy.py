"""Greedy allocation with every row summed anew for every candidate."""

import numpy as np

from solver.instance import Instance
from solver.kernels.greedy import SLACK


def row_value(instance: Instance, use: list[int], row: int) -> float:
    rows = instance.rows
    total = 0.0
    for entry in range(rows.entry_row.size):
        if rows.entry_row[entry] != row:
            continue
        partition = rows.entry_partition[entry]
        for cell, number in enumerate(use):
            if instance.zone[partition, cell] == rows.entry_zone[entry]:
                weight = float(instance.weight[partition, cell])
                total += rows.entry_coef[entry, number] * weight
    return total


def take_until(
    instance: Instance, candidates: list[tuple[int, int]], row: int, goal: float
) -> tuple[list[int], int]:
    use, taken = [0] * instance.n_cells, 0
    for cell, number in candidates:
        if row_value(instance, use, row) >= goal:
            break
        if use[cell] != 0:
            continue
        tried = [*use[:cell], number, *use[cell + 1 :]]
        if not any(_passes(instance, use, tried, other) for other in _hard(instance)):
            use, taken = tried, taken + 1
    return use, taken


def _hard(instance: Instance) -> list[int]:
    return [int(row) for row in np.nonzero(instance.hard)[0]]


def _passes(instance: Instance, use: list[int], tried: list[int], row: int) -> bool:
    before, after = row_value(instance, use, row), row_value(instance, tried, row)
    most = float(instance.rows.high[row])
    return after > before and after > most + SLACK * max(1.0, abs(most))
