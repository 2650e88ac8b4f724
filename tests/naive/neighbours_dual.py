"""Objective and Lagrangian of a whole answer, cell by cell and edge by edge."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance

Floats = NDArray[np.float64]


def edges_cost(instance: Instance, use: NDArray[np.int8]) -> float:
    """Sum of what edges cost."""
    at = {
        (int(row), int(col)): number
        for number, (row, col) in enumerate(
            zip(instance.cell_row, instance.cell_col, strict=True)
        )
    }
    total = 0.0
    for (row, col), here in at.items():
        for beside in ((row + 1, col), (row, col + 1)):
            if beside in at:
                one, other = int(use[here]), int(use[at[beside]])
                if one != other:
                    total += (instance.boundary[one] + instance.boundary[other]) / 2
                    total += instance.touch[one, other]
    return total


def every_use(instance: Instance) -> list[NDArray[np.int8]]:
    """Every way to give the cells allowed uses."""
    may = [
        [0, *(k for k in range(1, instance.n_uses) if instance.allowed[k, cell])]
        for cell in range(instance.n_cells)
    ]
    return [np.array(uses, np.int8) for uses in product(*may)]


def best(instance: Instance) -> float:
    """The best objective of all answers; supplies only at 0 or their cap's thirds."""
    shares = [
        np.array(share)
        for share in product((0.0, 1 / 3, 2 / 3, 1.0), repeat=instance.n_supplies)
    ]
    found = -np.inf
    for use in every_use(instance):
        for share in shares:
            worth = judge(instance, Allocation(use, instance.supplies.cap * share))
            if not worth.broken:
                found = max(found, worth.objective)
    return found
