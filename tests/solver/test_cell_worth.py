"""Parts of what uses are worth in a cell add up to what the judge says."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from model.allocation import Allocation
from solver.cell_worth import cell_worth
from solver.certificate import judge, row_values
from solver.every_worth import every_worth, runner_up
from solver.instance import Instance
from tests.solver.random_instances import (
    SEEDS,
    Shape,
    on_a_plane,
    random_instance,
    random_use,
)

SHAPE = Shape(n_cells=12, n_uses=4, n_rows=5, n_supplies=0)


def case(seed: int) -> tuple[Instance, np.ndarray, np.ndarray]:
    instance = on_a_plane(random_instance(seed, SHAPE), seed)
    rng = np.random.default_rng(seed)
    free = np.full(instance.n_rows, np.inf)
    rows = replace(instance.rows, low=-free, high=free)
    price = rng.choice([0.0, -0.7, 0.4, 2.0], instance.n_rows)
    return replace(instance, rows=rows), random_use(instance, rng), price


@given(SEEDS)
def test_another_use_in_one_cell_changes_the_plan_by_the_difference(seed: int) -> None:
    """At prices, the Lagrangian of two plans differs by the two uses' worth."""
    instance, use, price = case(seed)

    def lagrangian(plan: np.ndarray) -> float:
        answer = Allocation(plan)
        paid = float(price @ row_values(instance, answer))
        return judge(instance, answer).objective - paid

    before = lagrangian(use)
    for cell in range(instance.n_cells):
        worth = cell_worth(instance, use, price, cell)
        assert (np.isfinite(worth.total) == instance.allowed[:, cell]).all()
        for other in np.nonzero(instance.allowed[:, cell])[0]:
            moved = use.copy()
            moved[cell] = other
            change = worth.total[other] - worth.total[use[cell]]
            assert lagrangian(moved) - before == pytest.approx(change, abs=1e-4)


@given(SEEDS)
def test_only_rows_that_count_the_cell_and_cost_something_are_told(seed: int) -> None:
    instance, use, price = case(seed)
    for cell in range(instance.n_cells):
        for name in cell_worth(instance, use, price, cell).rows:
            at = instance.rows.name.index(name)
            assert price[at] != 0
            entries = instance.rows.entry_row == at
            zones = instance.zone[instance.rows.entry_partition[entries], cell]
            assert (zones == instance.rows.entry_zone[entries]).any()


def test_prices_must_be_one_per_row() -> None:
    instance, use, price = case(1)
    with pytest.raises(ValueError, match="one price per row"):
        cell_worth(instance, use, price[:-1], 0)


@given(SEEDS)
def test_every_cell_at_once_is_each_cell_by_itself(seed: int) -> None:
    instance, use, price = case(seed)
    worth = every_worth(instance, use, price)
    second, margin = runner_up(worth, use)
    for cell in range(instance.n_cells):
        one = cell_worth(instance, use, price, cell).total
        assert worth[:, cell] == pytest.approx(one, abs=1e-9)
        others = [at for at in range(instance.n_uses) if at != use[cell]]
        best = max(one[others], default=-np.inf)
        if np.isinf(best):
            assert second[cell] == -1
            assert np.isnan(margin[cell])
        else:
            assert second[cell] != use[cell]
            assert one[second[cell]] == pytest.approx(best, abs=1e-9)
            assert margin[cell] == pytest.approx(one[use[cell]] - best, abs=1e-9)


def test_refuses_prices_of_other_rows() -> None:
    instance, use, price = case(1)
    with pytest.raises(ValueError, match=r"one price per row \(\d+\), got 1"):
        every_worth(instance, use, price[:1])
