"""Every point of a frontier is the best there is: every plan is tried."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from model.allocation import Allocation
from solver.certificate import judge
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.whatif.frontier import Goal, Point, frontier, knee
from solver.whatif.kept import held, missed
from solver.whatif.measure import Measure, limited
from tests.naive.neighbours_dual import every_use
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance

SHAPE = Shape(n_cells=6, n_uses=3, n_rows=2, n_supplies=0, has_tiny=False)


def a_measure(rng: np.random.Generator, n_uses: int, n_cells: int) -> Measure:
    per_use = rng.choice([0.0, 1.0, 2.0], n_uses)
    return Measure(per_use, rng.choice([0.0, 0.5, 1.0, 3.0], n_cells), np.zeros(0))


@settings(max_examples=12)
@given(SEEDS)
def test_no_plan_lies_beyond_the_frontier(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    rows = instance.rows
    hard = np.full(instance.n_rows, np.inf)
    instance = replace(instance, rows=replace(rows, shortfall_price=hard))
    if seed % 2:
        instance = on_a_plane(instance, seed)
    rng = np.random.default_rng(seed)
    size = instance.n_uses, instance.n_cells
    goals = Goal(a_measure(rng, *size), True), Goal(a_measure(rng, *size), False)
    exact = Settings(gap=1e-6, time_limit_s=20)
    plan = solve(instance, exact).allocation
    if plan is None:
        return
    found = frontier(instance, plan, goals, 4, exact, Watch(), instance.hard)
    plans = [
        Allocation(use)
        for use in every_use(instance)
        if not judge(instance, Allocation(use)).broken
    ]
    numbers = [(goals[0].good(one), goals[1].good(one)) for one in plans]
    assert found
    for point in found:
        assert not judge(instance, point.allocation).broken
        best = max(a for a, b in numbers if b >= -point.second - 1e-6)
        assert point.first <= best + 1e-6
        assert point.first == pytest.approx(best, abs=1e-3)
        assert point.first_bound >= point.first - 1e-6
    tops = max(a for a, _ in numbers), max(b for _, b in numbers)
    assert found[0].first == pytest.approx(tops[0], abs=1e-3)
    if len(found) > 1:
        assert -found[-1].second == pytest.approx(tops[1], abs=1e-3)


@settings(max_examples=12)
@given(SEEDS)
def test_no_plan_that_keeps_the_rest_lies_beyond_the_bound(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    price = instance.rows.shortfall_price
    soft = np.where(np.isinf(price), 2.0, price)
    instance = replace(instance, rows=replace(instance.rows, shortfall_price=soft))
    rng = np.random.default_rng(seed)
    size = instance.n_uses, instance.n_cells
    goals = Goal(a_measure(rng, *size), True), Goal(a_measure(rng, *size), False)
    exact = Settings(gap=1e-3, time_limit_s=20)
    plan = solve(instance, exact).allocation
    assert plan is not None  # every row may be missed
    kept = rng.random(instance.n_rows) < 0.7
    found = frontier(instance, plan, goals, 3, exact, Watch(), kept)
    plans = [Allocation(use) for use in every_use(instance)]
    lost = [missed(held(instance, plan, kept), one)[kept] for one in plans]
    numbers = [(goals[0].good(one), goals[1].good(one)) for one in plans]
    for point in found:
        here = missed(held(instance, plan, kept), point.allocation)[kept]
        for (first, second), gone in zip(numbers, lost, strict=True):
            if second >= -point.second and (gone <= here).all():
                assert first <= point.first_bound + 1e-6


def test_one_that_is_stopped_gives_what_it_has() -> None:
    instance = random_instance(5, replace(SHAPE, n_rows=0), full=True)
    rng = np.random.default_rng(5)
    size = instance.n_uses, instance.n_cells
    goals = Goal(a_measure(rng, *size), True), Goal(a_measure(rng, *size), False)
    exact = Settings(gap=1e-3, time_limit_s=20)
    plan = solve(instance, exact).allocation
    assert plan is not None
    watch, kept = Watch(), np.zeros(instance.n_rows, np.bool_)
    watch.interrupt()
    assert frontier(instance, plan, goals, 3, exact, watch, kept) == []
    watch = Watch()
    stop = lambda _number, _point: watch.interrupt()  # noqa: E731
    found = frontier(instance, plan, goals, 3, exact, watch, kept, stop)
    assert len(found) == 1


def test_numbers_that_do_not_conflict_have_one_plan() -> None:
    instance = random_instance(5, replace(SHAPE, n_rows=0), full=True)
    rng = np.random.default_rng(5)
    goal = Goal(a_measure(rng, instance.n_uses, instance.n_cells), True)
    exact = Settings(gap=1e-3, time_limit_s=20)
    plan = solve(instance, exact).allocation
    assert plan is not None
    kept = np.zeros(instance.n_rows, np.bool_)
    found = frontier(instance, plan, (goal, goal), 4, exact, Watch(), kept)
    assert len(found) == 1


def test_a_limit_on_a_measure_is_kept() -> None:
    instance = random_instance(5, replace(SHAPE, n_rows=0), full=True)
    rng = np.random.default_rng(5)
    measure = a_measure(rng, instance.n_uses, instance.n_cells)
    most = 0.5 * measure.per_use.max() * measure.weight.sum()
    found = solve(limited(instance, "m", measure, -np.inf, most), Settings(gap=0.0))
    assert found.allocation is not None
    assert measure.value(found.allocation) <= most + 1e-6


def test_the_knee_is_where_the_curve_bends_most() -> None:
    plan = Allocation(np.zeros(1, np.int8))
    numbers = [(10, 0), (9, 5), (8, 8), (4, 9), (0, 10)]
    points = [Point(plan, a, b, a, 0.0, np.zeros(0)) for a, b in numbers]
    assert knee(points) == 2
    assert knee(points[:2]) is None
    straight = [Point(plan, a, 10.0 - a, a, 0.0, np.zeros(0)) for a in (10.0, 5.0, 0.0)]
    assert knee(straight) is None
