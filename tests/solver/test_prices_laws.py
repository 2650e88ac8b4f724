"""Laws that the engine of prices keeps on instances too large to enumerate."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.instances import counts, couplings, soft, zonal
from model.allocation import Allocation
from solver.certificate import judge
from solver.compile import to_instance
from solver.engines.prices import prices
from solver.highs import relax
from solver.instance import Instance
from solver.program import to_program
from solver.result import Result
from solver.route import choose, solve
from solver.settings import Settings
from solver.status import Status
from solver.watch import Progress, Watch
from tests.solver.random_instances import SEEDS, Shape, random_instance
from tests.solver.small import an_instance, scattered, with_limits

ROUGH = Settings(gap=5e-3, time_limit_s=60)
TO_THE_END = Settings(gap=1e-9, time_limit_s=60)
LARGER = Shape(30, 5, 3, 3, 6, 2, has_tiny=False)
SMALLER = Shape(9, 4, 3, 3, 5, 1, has_tiny=False)

Build = Callable[[int, int], Instance]
MADE: dict[str, Callable[[], Instance]] = {
    "zonal": lambda: zonal.build(600, 20),
    "soft": lambda: soft.build(600, 20),
    "couplings": lambda: couplings.build(600, 20),
    "counts": lambda: counts.build(600, 12),
}


def _agree(one: Result, other: Result, gap: float) -> None:
    """Two engines that stopped within a gap of the same optimum."""
    assert one.status == other.status
    if one.allocation is None:
        return
    near = gap * abs(other.objective) + 1e-6 * max(1.0, abs(other.objective))
    assert one.objective >= other.objective - near
    assert one.bound >= other.objective - 1e-6 * max(1.0, abs(other.objective))
    assert other.bound >= one.objective - 1e-6 * max(1.0, abs(one.objective))


@settings(max_examples=8)
@given(SEEDS)
def test_prices_and_the_whole_program_agree_on_larger_arrays(seed: int) -> None:
    instance = random_instance(seed, LARGER, full=True)
    _agree(
        solve(instance, ROUGH, engine="prices"),
        solve(instance, ROUGH, engine="exact"),
        ROUGH.gap,
    )


@pytest.mark.parametrize("name", MADE)
def test_prices_and_the_whole_program_agree_on_what_is_measured(name: str) -> None:
    instance = MADE[name]()
    found = solve(instance, ROUGH, engine="prices")
    assert found.status is Status.OPTIMAL
    _agree(found, solve(instance, ROUGH, engine="exact"), ROUGH.gap)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 4))
@pytest.mark.parametrize(
    "build",
    [zonal.build, soft.build, couplings.build],
    ids=["zonal", "soft", "couplings"],
)
def test_prices_and_the_whole_program_agree_on_2500_cells(
    build: Build, seed: int
) -> None:
    instance = build(2_500, 68)
    chosen = Settings(gap=1e-3, time_limit_s=120, seed=seed)
    _agree(
        solve(instance, chosen, engine="prices"),
        solve(instance, chosen, engine="exact"),
        chosen.gap,
    )


@settings(max_examples=30)
@given(SEEDS, st.sampled_from([0.25, 5.0]))
def test_relaxing_a_limit_never_lowers_the_objective(seed: int, by: float) -> None:
    instance = random_instance(seed, SMALLER)
    if not instance.n_rows:
        return
    row = seed % instance.n_rows
    low, high = instance.rows.low.copy(), instance.rows.high.copy()
    low[row] -= by
    high[row] += by
    tight = solve(instance, TO_THE_END, engine="prices")
    loose = solve(with_limits(instance, low, high), TO_THE_END, engine="prices")
    if tight.allocation is not None:
        assert loose.objective >= tight.objective - 1e-6 * max(1, abs(tight.objective))


@pytest.mark.parametrize("name", MADE)
def test_the_same_seed_gives_the_same_answer(name: str) -> None:
    instance = MADE[name]()
    first, second = (solve(instance, ROUGH, engine="prices") for _ in range(2))
    assert first.allocation is not None
    assert second.allocation is not None
    np.testing.assert_array_equal(first.allocation.use, second.allocation.use)
    np.testing.assert_array_equal(first.allocation.supply, second.allocation.supply)
    assert (first.objective, first.bound) == (second.objective, second.bound)
    assert first.row_price == second.row_price


@settings(max_examples=25)
@given(SEEDS)
def test_a_warm_start_is_never_made_worse(seed: int) -> None:
    instance = random_instance(seed, SMALLER)
    best = solve(instance, TO_THE_END, engine="exact")
    if best.allocation is None:
        return
    loose = Settings(gap=0.5, time_limit_s=60)
    again = solve(instance, loose, engine="prices", start=best.allocation)
    assert again.objective >= best.objective - 1e-9 * max(1.0, abs(best.objective))


def test_a_start_that_is_not_legal_or_does_not_fit_is_left_aside() -> None:
    instance = MADE["zonal"]()
    nothing = Allocation(np.zeros(instance.n_cells, np.int8))
    few = Allocation(np.zeros(3, np.int8))
    assert judge(instance, nothing).broken
    for start in (nothing, few):
        found = solve(instance, ROUGH, engine="prices", start=start)
        assert found.status is Status.OPTIMAL


@pytest.mark.parametrize("seconds", [1e-9, 0.02, 0.1])
def test_a_time_limit_keeps_what_there_is_and_a_true_bound(seconds: float) -> None:
    instance = MADE["soft"]()
    best = solve(instance, ROUGH, engine="exact")
    short = Settings(gap=1e-6, time_limit_s=seconds)
    found = solve(instance, short, engine="prices", start=best.allocation)
    assert found.status is Status.FEASIBLE
    assert found.objective >= best.objective
    assert found.bound >= best.objective
    assert np.isfinite(found.bound)


@pytest.mark.parametrize("steps", [1, 2, 4, 6])
def test_an_interrupt_keeps_the_best_answer_and_a_true_bound(steps: int) -> None:
    instance = MADE["couplings"]()
    heard: list[Progress] = []

    def listen(step: Progress) -> None:
        heard.append(step)
        if len(heard) == steps:
            watch.interrupt()

    watch = Watch(60, listen)
    found = solve(instance, Settings(gap=0), engine="prices", watch=watch)
    best = solve(instance, ROUGH, engine="exact")
    assert found.bound >= best.objective
    incumbents = [step.incumbent for step in heard if step.incumbent is not None]
    if incumbents:
        assert found.objective >= max(incumbents)
    else:
        assert found.status is Status.NO_SOLUTION


def test_row_prices_tell_what_a_small_change_of_a_limit_brings() -> None:
    instance = to_instance(scattered(12, 12))
    found = solve(instance, Settings(gap=1e-4, time_limit_s=60), engine="prices")
    price = np.array(list(found.row_price.values()))
    here = _relaxed(instance)
    assert np.count_nonzero(np.abs(price) > 1e-3) >= 3
    for row in range(instance.n_rows):
        low, high = instance.rows.low.copy(), instance.rows.high.copy()
        low[row] -= 1e-3
        high[row] += 1e-3
        gained = (_relaxed(with_limits(instance, low, high)) - here) / 1e-3
        assert gained == pytest.approx(abs(price[row]), rel=0.05, abs=1e-3)


@pytest.mark.parametrize("name", MADE)
def test_row_prices_bound_what_any_change_of_limits_brings(name: str) -> None:
    instance = MADE[name]()
    found = solve(instance, ROUGH, engine="prices")
    price = np.array(list(found.row_price.values()))
    rng = np.random.default_rng(5)
    for size in (0.1, 1.0, 10.0):
        by = size * rng.random(instance.n_rows)
        wider = with_limits(instance, instance.rows.low - by, instance.rows.high + by)
        assert _relaxed(wider) <= found.bound + np.abs(price) @ by + 1e-6


def _relaxed(instance: Instance) -> float:
    program = to_program(instance)
    return float(program.objective @ relax(program, Watch()).value) + program.offset


def test_an_instance_with_compactness_is_refused_and_routed_elsewhere() -> None:
    instance = an_instance()
    assert choose(instance)[0] == "exact"  # so few cells
    with pytest.raises(ValueError, match="without compactness"):
        prices(instance, ROUGH, Watch())
