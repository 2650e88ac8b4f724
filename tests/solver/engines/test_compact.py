"""The compact engine against enumeration, the whole program, and its own laws."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.instances import compact as made
from model.allocation import Allocation
from solver.certificate import judge
from solver.engines.compact import compact
from solver.instance import Instance
from solver.route import choose, solve
from solver.settings import Settings
from solver.status import Status
from solver.watch import Progress, Watch
from tests.naive.neighbours_dual import best
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance
from tests.solver.small import row_of, with_limits

TINY = Shape(n_cells=6, n_uses=3, n_rows=3, n_supplies=1, has_tiny=False)
QUICK = Settings(gap=0.001, time_limit_s=3)
ROUGH = Settings(gap=0.005, time_limit_s=60)


@settings(max_examples=40)
@given(SEEDS)
def test_no_enumerated_answer_exceeds_the_bound(seed: int) -> None:
    instance = on_a_plane(random_instance(seed, TINY), seed)
    optimum = best(instance)
    result = solve(instance, QUICK, engine="compact")
    if result.status is Status.INFEASIBLE:
        assert optimum == -np.inf
    elif optimum > -np.inf:
        assert result.bound >= optimum - 1e-6 * max(1.0, abs(optimum))


@pytest.fixture(scope="module")
def province() -> Instance:
    return made.build(2_500, 7, 12, 1)


def test_the_gap_asked_for_is_proven_and_the_plan_is_legal(province: Instance) -> None:
    result = solve(province, ROUGH, engine="compact")
    assert result.status is Status.OPTIMAL
    assert result.allocation is not None
    worth = judge(province, result.allocation)
    assert not worth.broken
    assert result.objective == pytest.approx(worth.objective)
    assert result.gap <= ROUGH.gap


def test_it_agrees_with_the_whole_program(province: Instance) -> None:
    one = solve(province, ROUGH, engine="compact")
    other = solve(province, ROUGH, engine="exact")
    size = 1e-9 * abs(one.bound)
    assert one.objective <= other.bound + size
    assert other.objective <= one.bound + size


def test_windows_come_closer_than_moves(province: Instance) -> None:
    close = Settings(gap=2e-4, time_limit_s=20)
    result = solve(province, close, engine="compact")
    assert result.work["windows"] > 0
    rough = solve(province, ROUGH, engine="compact")
    assert result.objective >= rough.objective
    assert result.gap <= 1.5e-3


def test_the_same_seed_gives_the_same_plan(province: Instance) -> None:
    plans = [solve(province, ROUGH, engine="compact").allocation for _ in range(2)]
    assert plans[0] is not None
    assert plans[1] is not None
    assert np.array_equal(plans[0].use, plans[1].use)


def test_a_mirrored_province_is_worth_the_same_within_the_gap(
    province: Instance,
) -> None:
    order = np.arange(province.n_cells).reshape(50, 50)[:, ::-1].ravel()
    mirrored = replace(
        province,
        score=np.ascontiguousarray(province.score[:, order]),
        allowed=np.ascontiguousarray(province.allowed[:, order]),
        zone=np.ascontiguousarray(province.zone[:, order]),
        weight=np.ascontiguousarray(province.weight[:, order]),
    )
    one, other = (solve(each, ROUGH, engine="compact") for each in (province, mirrored))
    assert one.objective <= other.bound
    assert other.objective <= one.bound


def test_relaxing_a_claim_never_lowers_the_bound_below_the_plan(
    province: Instance,
) -> None:
    before = solve(province, ROUGH, engine="compact")
    high = province.rows.high + np.where(np.isfinite(province.rows.high), 50.0, 0.0)
    after = solve(with_limits(province, high=high), ROUGH, engine="compact")
    assert after.bound >= before.objective


def test_rows_that_cannot_hold_together_are_named(province: Instance) -> None:
    low = province.rows.low.copy()
    row = row_of(province, province.rows.name[0])
    low[row] = province.n_cells + 1.0
    high = np.maximum(low, province.rows.high)
    result = solve(with_limits(province, low, high), ROUGH, engine="compact")
    assert result.status is Status.INFEASIBLE
    assert province.rows.name[0] in result.conflict


def test_it_stops_when_told_and_keeps_the_best_plan(province: Instance) -> None:
    watch = Watch(60.0)

    def heard(step: Progress) -> None:
        if step.incumbent is not None:
            watch.interrupt()

    watch._on_progress = heard
    answer = compact(province, Settings(gap=1e-7, time_limit_s=60), watch)
    assert answer.allocation is not None
    assert watch.seconds < 30


def test_a_start_is_kept_until_something_better_is_found(province: Instance) -> None:
    start = solve(province, ROUGH, engine="compact").allocation
    assert start is not None
    watch = Watch(1e-3)
    answer = compact(province, ROUGH, watch, start)
    assert answer.allocation is not None
    assert np.array_equal(answer.allocation.use, start.use)


def test_uses_that_like_to_touch_do(province: Instance) -> None:
    """A reward for each edge between two uses makes more of such edges."""
    touch = np.zeros((province.n_uses, province.n_uses))
    touch[1, 2] = touch[2, 1] = -2.0
    fond = replace(province, touch=touch)

    def edges(answer: Allocation | None) -> int:
        assert answer is not None
        pair = np.sort(answer.use[province.edges], axis=1)
        return int(((pair[:, 0] == 1) & (pair[:, 1] == 2)).sum())

    plain = solve(province, ROUGH, engine="compact").allocation
    result = solve(fond, replace(ROUGH, gap=0.02, time_limit_s=20), engine="compact")
    assert edges(result.allocation) > edges(plain)
    assert result.bound >= judge(fond, plain).objective  # type: ignore[arg-type]


def test_many_cells_that_see_their_neighbours_are_routed_here(
    province: Instance,
) -> None:
    assert choose(province)[0] == "compact"
