"""Greedy allocation with every row summed anew for every candidate."""

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
    instance: Instance,
    candidates: list[tuple[int, int]],
    goal: tuple[int, float],
    ceilings: list[int],
) -> tuple[list[int], int]:
    """Try each candidate; ``ceilings`` are the rows whose most is kept."""
    use, taken = [0] * instance.n_cells, 0
    for cell, number in candidates:
        if row_value(instance, use, goal[0]) >= goal[1]:
            break
        if use[cell] != 0:
            continue
        tried = [*use[:cell], number, *use[cell + 1 :]]
        if not any(_passes(instance, use, tried, row) for row in ceilings):
            use, taken = tried, taken + 1
    return use, taken


def _passes(instance: Instance, use: list[int], tried: list[int], row: int) -> bool:
    before, after = row_value(instance, use, row), row_value(instance, tried, row)
    most = float(instance.rows.high[row])
    return after > before and after > most + SLACK * max(1.0, abs(most))
