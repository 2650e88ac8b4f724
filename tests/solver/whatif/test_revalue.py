"""Values are bounds, prices are their slopes: checked by moving limits a little."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

import solver.whatif.revalue as revalue
from solver.bound import proven_bound
from solver.highs import relax
from solver.instance import Instance
from solver.program import to_program
from solver.watch import Watch
from solver.whatif.ranges import holds, price_range
from solver.whatif.revalue import Revaluer, with_limit, without_rows
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance

SHAPE = Shape(n_cells=40, n_uses=4, n_rows=4, n_supplies=1, has_tiny=False)


def value_of(instance: Instance) -> float:
    """The relaxation, stated anew."""
    program = to_program(instance)
    found = relax(program, Watch())
    return -np.inf if found.infeasible else proven_bound(program, found.row_price)


def first_priced(instance: Instance, price: np.ndarray) -> int | None:
    found = np.nonzero((np.abs(price) > 1e-6) & instance.hard)[0]
    return int(found[0]) if found.size else None


@settings(max_examples=60)
@given(SEEDS)
def test_a_price_lies_between_the_slopes_on_both_sides(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    if seed % 2:
        instance = on_a_plane(instance, seed)
    found = Revaluer(instance, np.zeros(instance.n_rows), Watch())
    row = first_priced(instance, found.base.price)
    if row is None or np.isinf(found.base.bound):
        return
    price = float(found.base.price[row])
    rows, small = instance.rows, 1e-4
    low, high = float(rows.low[row]), float(rows.high[row])

    def moved(by: float) -> float:
        limits = (low, high + by) if price > 0 else (low + by, high)
        return value_of(with_limit(instance, row, min(limits), max(limits)))

    up, down = moved(small), moved(-small)
    noise = 1e-6 * max(1.0, abs(found.base.bound)) / small * 1e-2
    if np.isfinite(up):
        assert (up - found.base.bound) / small <= price + noise
    if np.isfinite(down):
        assert (found.base.bound - down) / small >= price - noise


@pytest.mark.parametrize("plane", [False, True])
def test_many_cells_have_nearly_the_value_of_the_program(
    monkeypatch: pytest.MonkeyPatch, plane: bool
) -> None:
    """Prices and messages against the linear program, changed rules included."""
    shape = Shape(n_cells=400, n_uses=4, n_rows=4, n_supplies=0, has_tiny=False)
    tried = 0
    for seed in range(40):
        instance = random_instance(seed, shape, full=True)
        if plane:
            # with boundaries alone, program and messages relax alike
            instance = on_a_plane(instance, seed)
            instance = replace(instance, touch=np.zeros_like(instance.touch))
        exact = value_of(instance)
        if np.isinf(exact):
            continue
        with monkeypatch.context() as patch:
            patch.setattr(revalue, "FEW", 0)
            found = Revaluer(instance, np.zeros(instance.n_rows), Watch())
            drop = np.arange(instance.n_rows) == 0
            freed = without_rows(instance, drop)
            again = found.value(freed).bound
        most = 0.02 if plane else 1e-4
        if np.isinf(found.base.bound):  # prices ran away: whole cells may fail
            continue
        size = max(1.0, abs(exact))
        assert exact - 1e-6 * size <= found.base.bound <= exact + most * size
        other = value_of(freed)
        assert other - 1e-6 * size <= again <= other + most * max(1.0, abs(other))
        tried += 1
        if tried == 8:
            break
    assert tried == 8


def test_the_price_of_land_holds_until_other_land_must_be_taken() -> None:
    """Ten cells at -1 and ten at -3 for one claim of 6: dearer from 10 on."""
    from solver.instance import RowArrays

    n = 20
    score = np.zeros((2, n), np.float32)
    score[1] = [-1.0] * 10 + [-3.0] * 10
    rows = RowArrays(
        ("claim[a]",),
        np.array([6.0]),
        np.array([np.inf]),
        np.array([np.inf]),
        np.zeros(1, np.int32),
        np.zeros(1, np.int32),
        np.zeros(1, np.int32),
        np.array([[0.0, 1.0]]),
    )
    instance = Instance(
        ("none", "a"),
        np.zeros(n, np.int32),
        np.arange(n, dtype=np.int32),
        100.0,
        score,
        np.ones((2, n), np.bool_),
        np.zeros((1, n), np.int32),
        np.ones((1, n), np.float32),
        rows,
    )
    found = Revaluer(instance, np.zeros(1), Watch())
    steps = price_range(found, instance, 0, steps=(-0.5, 0.5, 1.0, 3.0))
    assert [step.limit for step in steps] == [3.0, 9.0, 12.0, 24.0]
    assert [step.price for step in steps[:2]] == pytest.approx([1.0, 1.0])
    assert steps[2].price == pytest.approx((4 * 1 + 2 * 3) / 6)
    assert steps[3].price is None
    assert holds(1.0, steps) == (3.0, 9.0)
