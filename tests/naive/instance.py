"""Instances judged by loops, and their best answer by trying all of them."""

import itertools
from collections.abc import Iterator

import numpy as np

from model.allocation import Allocation
from solver.certificate import TOLERANCE
from solver.instance import Instance


def row_values(
    instance: Instance, use: tuple[int, ...], supply: tuple[float, ...]
) -> list[float]:
    rows, supplies = instance.rows, instance.supplies
    value = [0.0] * instance.n_rows
    for entry, row in enumerate(rows.entry_row):
        partition, zone = rows.entry_partition[entry], rows.entry_zone[entry]
        for cell, number in enumerate(use):
            if instance.zone[partition, cell] == zone:
                weight = float(instance.weight[partition, cell])
                value[row] += weight * float(rows.entry_coef[entry, number])
    for entry, row in enumerate(supplies.entry_row):
        amount = supply[supplies.entry_supply[entry]]
        value[row] += float(supplies.entry_coef[entry]) * amount
    return value


def objective(
    instance: Instance,
    use: tuple[int, ...],
    supply: tuple[float, ...],
    tolerance: float = TOLERANCE,
) -> float | None:
    """Return the points of an answer, None if it is not legal."""
    points = 0.0
    for cell, number in enumerate(use):
        if number and not instance.allowed[number, cell]:
            return None
        points += float(instance.score[number, cell])
    for value, amount in zip(instance.supplies.value.tolist(), supply, strict=True):
        points += value * amount
    rows = instance.rows
    for row, value in enumerate(row_values(instance, use, supply)):
        missed = max(float(rows.low[row]) - value, value - float(rows.high[row]), 0)
        if missed <= tolerance * max(1.0, abs(value)):
            continue
        if np.isinf(rows.shortfall_price[row]):
            return None
        points -= float(rows.shortfall_price[row]) * missed
    return points


def every_answer(
    instance: Instance, tolerance: float = TOLERANCE
) -> Iterator[tuple[Allocation, float]]:
    """Every use of every cell; supplies only where a limit is met exactly.

    That finds the best amounts if there is no more than one supply.
    """
    numbers = range(instance.n_uses)
    for use in itertools.product(numbers, repeat=instance.n_cells):
        for supply in _amounts(instance, use):
            points = objective(instance, use, supply, tolerance)
            if points is not None:
                uses = np.array(use, np.int8)
                yield Allocation(uses, np.array(supply, np.float64)), points


def best_points(instance: Instance, tolerance: float = TOLERANCE) -> float | None:
    """Return the points of the best answer; None if there is no legal one."""
    answers = every_answer(instance, tolerance)
    return max((points for _, points in answers), default=None)


def _amounts(instance: Instance, use: tuple[int, ...]) -> list[tuple[float, ...]]:
    supplies, rows = instance.supplies, instance.rows
    nothing = row_values(instance, use, (0.0,) * instance.n_supplies)
    choices = []
    for number, cap in enumerate(supplies.cap.tolist()):
        kinks = {0.0, cap}
        of = supplies.entry_supply == number
        for row in set(supplies.entry_row[of].tolist()):
            coef = supplies.entry_coef[of & (supplies.entry_row == row)].sum()
            for limit in (rows.low[row], rows.high[row]):
                if np.isfinite(limit) and coef:
                    kinks.add(float((limit - nothing[row]) / coef))
        choices.append([kink for kink in kinks if 0 <= kink <= cap])
    return list(itertools.product(*choices))
