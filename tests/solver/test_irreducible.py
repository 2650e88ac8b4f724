"""Every conflict that is named is one, and is none without any one of its rows.

Judged by a program that this test states itself, cell by cell, and gives to SciPy.
"""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import linprog

from model.allocation import Allocation
from solver.certificate import row_values
from solver.conflict import conflicting_rows
from solver.instance import Instance
from solver.watch import Watch
from tests.solver.random_instances import Shape, random_instance, random_use

SHAPE = Shape(n_cells=12, n_uses=4, n_rows=8, n_supplies=2, has_tiny=False)

CLEAR = 1e-5
"""Least that rows lack together [sizes of rows] above which they do not fit."""


def least_lack(instance: Instance, kept: Collection[str]) -> float:
    """What the named rows lack at least in fractions of cells, in sizes of rows."""
    rows, supplies = instance.rows, instance.supplies
    n_uses, n_cells = instance.allowed.shape
    n_shares, n_supplies = n_uses * n_cells, supplies.cap.size
    named = [at for at, name in enumerate(rows.name) if name in kept]
    cost = [0.0] * (n_shares + n_supplies)
    lines: list[tuple[np.ndarray, int]] = []
    limits: list[float] = []
    for at in named:
        line = np.zeros((n_uses, n_cells))
        for entry in np.nonzero(rows.entry_row == at)[0]:
            partition = rows.entry_partition[entry]
            here = instance.zone[partition] == rows.entry_zone[entry]
            weight = np.where(here, instance.weight[partition].astype(float), 0.0)
            line += rows.entry_coef[entry][:, None] * weight
        supplied = np.zeros(n_supplies)
        for entry in np.nonzero(supplies.entry_row == at)[0]:
            supplied[supplies.entry_supply[entry]] += supplies.entry_coef[entry]
        whole = np.concatenate([line.ravel(), supplied])
        low, high = float(rows.low[at]), float(rows.high[at])
        size = max(1.0, abs(high if np.isinf(low) else low))
        for sign, limit in ((-1.0, -low), (1.0, high)):
            if np.isfinite(limit):
                lines.append((sign * whole, len(limits)))
                limits.append(limit)
                cost.append(1.0 / size)
    if not limits:
        return 0.0
    upper = np.zeros((len(limits), len(cost)))
    for line, at in lines:
        upper[at, : line.size] = line
        upper[at, line.size + at] = -1.0
    one_use = np.zeros((n_cells, len(cost)))
    for use in range(n_uses):
        one_use[np.arange(n_cells), use * n_cells + np.arange(n_cells)] = 1.0
    may = instance.allowed.copy()
    may[0] = True  # what is left of a cell stays as it is
    bounds = [(0.0, float(one)) for one in may.ravel()]
    bounds += [(0.0, float(cap)) for cap in supplies.cap]
    bounds += [(0.0, np.inf)] * len(limits)
    found = linprog(
        cost, upper, limits, one_use, np.ones(n_cells), bounds=bounds, method="highs"
    )
    assert found.status == 0
    assert found.fun is not None
    return float(found.fun)


def at_odds(seed: int) -> Instance:
    """An instance each row of which some allocation keeps, but not the same one."""
    made = random_instance(seed, SHAPE, full=True)
    rng, rows = np.random.default_rng(seed), made.rows
    low, high = np.full(made.n_rows, -np.inf), np.full(made.n_rows, np.inf)
    for row in range(made.n_rows):
        supply = made.supplies.cap * rng.random(made.n_supplies)
        got = row_values(made, Allocation(random_use(made, rng), supply))[row]
        if rng.random() < 0.5:
            low[row] = got
        else:
            high[row] = got
    hard = np.full(made.n_rows, np.inf)
    return replace(made, rows=replace(rows, low=low, high=high, shortfall_price=hard))


@pytest.mark.parametrize("n", [30, pytest.param(400, marks=pytest.mark.slow)])
def test_a_conflict_is_infeasible_and_feasible_without_any_one_of_its_rows(
    n: int,
) -> None:
    sizes: list[int] = []
    seed = 0
    while len(sizes) < n:
        seed += 1
        instance = at_odds(seed)
        conflict = conflicting_rows(instance, Watch())
        if not conflict:
            assert least_lack(instance, instance.rows.name) < CLEAR, seed
            continue
        sizes.append(len(conflict))
        assert least_lack(instance, conflict) > 0.1 * CLEAR, seed
        for row in conflict:
            assert least_lack(instance, set(conflict) - {row}) < CLEAR, (seed, row)
    assert seed < 10 * n
    assert sum(size > 1 for size in sizes) > 0.9 * n
    assert max(sizes) > 3
