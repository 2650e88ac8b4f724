"""Cell counts as a flow: the best of all allocations, and a bound that is true."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.instances import counts, couplings, soft, zonal
from model.allocation import Allocation
from solver.counts import to_counts, unsuited
from solver.dual import Dual
from solver.engines.flow import flow
from solver.highs import relax
from solver.instance import Instance
from solver.instance_file import read_instance
from solver.network import Network, cheapest_flow
from solver.program import to_program
from solver.result import Result
from solver.route import choose, solve
from solver.settings import Settings
from solver.status import Status
from solver.watch import Watch
from solver.zonal import to_zonal
from tests.solver.counted import (
    EASY,
    Row,
    best_objective,
    counted,
    exact_points,
    instances,
    legal,
)
from tests.solver.small import checks, optima, row_of, with_limits

TO_THE_END = Settings(gap=1e-9, time_limit_s=60)
ROUNDING = 1e-11
"""What sums may be off, as a part of what is summed."""

FORGIVEN = 1e-5
"""Points for shortfalls that are so small that the certificate counts none."""


def _solved(instance: Instance, name: str = "flow") -> Result:
    return solve(instance, TO_THE_END, engine=name)


@settings(max_examples=300)
@given(instances())
def test_finds_the_best_of_all_allocations(instance: Instance) -> None:
    assert unsuited(instance) == ""
    result, best = _solved(instance), best_objective(instance)
    if best is None:
        assert result.status is Status.INFEASIBLE
        return
    assert result.bound >= result.objective
    near = ROUNDING * (1.0 + float(np.abs(instance.score).sum()) + abs(best))
    assert best - near <= result.bound <= best + near + FORGIVEN
    assert best - near - FORGIVEN <= result.objective <= best


@settings(max_examples=200)
@given(instances(hard=st.just(True)))
def test_a_gap_of_0_is_true_without_any_rounding(instance: Instance) -> None:
    result = _solved(instance)
    if result.allocation is None:
        return
    best = max(exact_points(instance, allocation) for allocation in legal(instance))
    mine = exact_points(instance, result.allocation)
    if result.gap == 0:
        assert mine == best
    assert best - mine <= result.bound - result.objective


@settings(max_examples=100)
@given(instances(EASY, hard=st.just(True)))
def test_scores_that_whole_numbers_hold_leave_no_gap(instance: Instance) -> None:
    result = _solved(instance)
    if result.allocation is not None:
        assert result.bound == result.objective


@settings(max_examples=40)
@given(instances(EASY))
def test_agrees_with_exact_and_prices(instance: Instance) -> None:
    result = _solved(instance)
    for name in ("exact", "prices"):
        other = _solved(instance, name)
        assert (other.status is Status.INFEASIBLE) == (
            result.status is Status.INFEASIBLE
        )
        if result.allocation is not None:
            assert other.objective <= result.bound + 1e-5
            assert result.objective <= other.bound + 1e-5


@settings(max_examples=150)
@given(instances(EASY, hard=st.just(True)))
def test_row_prices_prove_the_optimum_at_whole_limits(instance: Instance) -> None:
    result = _solved(instance)
    if result.allocation is None:
        return
    price = np.array([result.row_price[name] for name in instance.rows.name])
    bound = Dual(to_zonal(_at_whole_limits(instance))).best(price).bound
    assert bound == pytest.approx(result.objective, abs=1e-6)


def _at_whole_limits(instance: Instance) -> Instance:
    """Limits moved to the values of the counts that keep them."""
    limits, rows = to_counts(instance).limits, instance.rows
    ends = np.sort([limits.amount * limits.least, limits.amount * limits.most], axis=0)
    low = np.where(np.isinf(rows.low) | (limits.amount == 0), rows.low, ends[0])
    high = np.where(np.isinf(rows.high) | (limits.amount == 0), rows.high, ends[1])
    return with_limits(instance, low, high)


def test_a_price_is_what_a_cell_more_or_less_brings() -> None:
    score = np.array([[0, 0, 0], [5, 3, 1]])
    zone, ones = np.zeros((1, 3)), np.ones((1, 3))
    most = counted(score, zone, ones, [Row(1, 0, 2.0, -np.inf, 4.0, np.inf)])
    assert 0.5 <= _solved(most).row_price["row 0"] <= 1.5
    least = counted(-score, zone, ones, [Row(1, 0, 2.0, 4.0, np.inf, np.inf)])
    assert -2.5 <= _solved(least).row_price["row 0"] <= -1.5
    loose = counted(score, zone, ones, [Row(1, 0, 2.0, 0.0, 8.0, np.inf)])
    assert _solved(loose).row_price["row 0"] == 0


def test_the_price_of_a_row_that_gives_way_is_at_most_its_own() -> None:
    score, zone = np.array([[0, 0], [-4, -9]]), np.zeros((1, 2))
    row = Row(1, 0, 1.0, 1.5, np.inf, 6.0)
    result = _solved(counted(score, zone, np.ones((1, 2)), [row]))
    assert result.objective == -4 - 3  # the second cell would spare 3 and lose 9
    assert -6 <= result.row_price["row 0"] < 0
    assert result.bound == pytest.approx(result.objective, abs=1e-9)


def test_finds_the_optimum_of_the_example() -> None:
    instance = read_instance(checks() / "examples" / "flow.nc")
    result = _solved(instance)
    assert choose(instance)[0] == "flow"
    assert result.objective == optima()["flow.nc"]["objective"]
    assert result.bound == result.objective


@pytest.mark.parametrize("third", [1.0, 1 / 3])
def test_agrees_with_the_engines_on_a_larger_one(third: float) -> None:
    made = counts.build(2_000, 36)
    instance = replace(made, score=made.score * np.float32(third))
    result = _solved(instance)
    assert result.objective == result.bound
    for name in ("exact", "prices"):
        other = solve(instance, Settings(gap=1e-4), engine=name)
        assert other.objective <= result.objective + 1e-9
        assert other.bound >= result.objective - 1e-6


def _zones_within_zones(seed: int, n_cells: int = 300) -> Instance:
    """Six zones in two in one, claims in all of them, some at a price."""
    rng = np.random.default_rng(seed)
    zone = rng.integers(0, 6, n_cells)
    score = rng.normal(0, 1, (5, n_cells))
    score[1:][rng.random((4, n_cells)) < 0.1] = -np.inf
    score[0] = 0
    rows = []
    for use in range(1, 5):
        for part, n_zones in enumerate((6, 2, 1)):
            for number in range(n_zones):
                size = n_cells / n_zones
                low, wide = rng.random(2) * size * (0.25, 0.2)
                price = (np.inf, 2.0, 0.7)[rng.integers(0, 3)]
                low = np.floor(low) + 0.3 * (seed % 2)
                row = Row(use, number, 1.0, low, low + np.ceil(wide), price, part)
                rows += [row] if rng.random() < 0.6 else []
    zones = np.stack([zone, zone // 3, np.zeros_like(zone)])
    return counted(score, zones, np.ones(zones.shape), rows)


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_agrees_with_exact_on_zones_within_zones(seed: int) -> None:
    instance = _zones_within_zones(seed)
    result = _solved(instance)
    best = solve(instance, Settings(gap=1e-9, time_limit_s=60), engine="exact")
    assert result.status is best.status
    if result.allocation is not None:
        assert result.objective == pytest.approx(best.objective, abs=1e-6)
        assert result.gap < 1e-10
        price = np.array([result.row_price[name] for name in instance.rows.name])
        bound = Dual(to_zonal(instance)).best(price).bound
        assert bound >= result.objective
        if seed % 2 == 0:  # whole limits: the prices prove the optimum as they stand
            assert bound == pytest.approx(result.objective, abs=1e-6)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_is_the_optimum_of_the_relaxation_too(seed: int) -> None:
    instance = counts.build(200, 18, seed)
    program = to_program(instance)
    relaxed = relax(program, Watch())
    optimum = float(program.objective @ relaxed.value)
    assert _solved(instance).objective == pytest.approx(optimum, abs=1e-6)


def test_scores_too_far_apart_for_whole_numbers_leave_a_stated_gap() -> None:
    made = counts.build(2_000, 36)
    score = made.score * np.float32(1e-30)
    score[1] = made.score[1] * np.float32(1e6)
    result = _solved(replace(made, score=score))
    best = solve(replace(made, score=score), Settings(gap=1e-7), engine="exact")
    assert 0 < result.gap < 1e-9
    assert result.bound >= best.objective


def test_limits_that_floats_miss_by_rounding_are_met() -> None:
    score, zone = np.array([[0.0] * 4, [1.0] * 4]), np.zeros((1, 4))
    tenths = np.full((1, 4), 0.1)
    for low, high in ((0.3, 0.3), (0.1 + 0.2, 3 * 0.1)):
        row = Row(1, 0, 1.0, min(low, high), max(low, high), np.inf)
        assert _solved(counted(score, zone, tenths, [row])).objective == 3


@pytest.mark.parametrize(
    ("instance", "why"),
    [
        (zonal.build(120, 17), "counts several uses"),
        (soft.build(120, 17), "supply without land"),
        (couplings.build(120, 17), "has several entries"),
        (replace(counts.build(120, 12), boundary=np.ones(7)), "neighbours"),
    ],
)
def test_says_what_does_not_suit_it(instance: Instance, why: str) -> None:
    with pytest.raises(ValueError, match=f"engine flow needs rows .* but .*{why}"):
        _solved(instance)
    assert choose(instance)[0] != "flow"


def _two_rows(weight: list[float]) -> Instance:
    score = np.array([[0, 0], [1, 2], [3, 4]])
    zone = np.array([[0, 0], [0, 1]])
    rows = [Row(use, 0, 1.0, 0, 1, np.inf) for use in (1, 2)]
    return counted(score, zone, np.array([weight, [1, 1]]), rows)


def test_zones_of_a_use_must_not_overlap_in_part_and_a_zone_has_one_weight() -> None:
    score = np.array([[0.0] * 3, [1.0] * 3, [2.0] * 3])
    rows = [Row(use, 0, 1.0, 0, 1, np.inf) for use in (1, 2)]
    zone = np.array([[0, 0, -1], [-1, 0, 0]])
    instance = counted(score, zone, np.ones((2, 3)), rows)
    assert unsuited(instance) == ""
    coef = instance.rows.entry_coef[[0, 0]]
    twice = replace(instance, rows=replace(instance.rows, entry_coef=coef))
    assert "'use 1' is counted overlap in part" in unsuited(twice)
    within = replace(twice, zone=np.array([[0, 0, -1], [0, 0, 0]], np.int32))
    assert unsuited(within) == ""
    assert _solved(within).objective == best_objective(within)
    assert "different weights" in unsuited(_two_rows([1, 2]))


def test_a_weight_does_not_matter_where_the_use_may_not_come() -> None:
    instance = _two_rows([1, 2])
    allowed = instance.allowed.copy()
    allowed[1, 1] = False
    instance = replace(instance, allowed=allowed)
    assert unsuited(instance) == ""
    assert _solved(instance).objective == best_objective(instance)


def test_an_instance_that_does_not_fit_names_the_row() -> None:
    made = counts.build(400, 12)
    low, high = made.rows.low.copy(), made.rows.high.copy()
    row = row_of(made, "claim[homes, 0]")
    low[row] = high[row] = 1 + (made.zone[0] == 0).sum()
    result = _solved(with_limits(made, low, high))
    assert result.status is Status.INFEASIBLE
    assert "claim[homes, 0]" in result.conflict


def test_claims_that_need_the_same_cells_do_not_fit() -> None:
    instance = _two_rows([1, 1])
    rows = replace(instance.rows, low=np.array([1.0, 1.0]), high=np.array([2.0, 1.0]))
    alone = replace(instance, rows=rows, zone=np.array([[0, -1], [0, 1]], np.int32))
    result = _solved(alone)
    assert result.status is Status.INFEASIBLE
    assert set(result.conflict) == {"row 0", "row 1"}


def test_a_stopped_search_keeps_the_start_and_a_bound() -> None:
    instance = counts.build(400, 12)
    best = _solved(instance)
    watch = Watch()
    watch.interrupt()
    kept = solve(
        instance, TO_THE_END, engine="flow", watch=watch, start=best.allocation
    )
    assert kept.objective == best.objective
    assert kept.bound > best.bound
    none = flow(instance, TO_THE_END, watch)
    assert none.allocation is None
    assert none.bound == kept.bound


def test_nothing_counted_or_nothing_allowed_is_solved_all_the_same() -> None:
    score = np.array([[0.0, 0.0], [2.0, -1.0]])
    free = counted(score, np.zeros((1, 2)), np.ones((1, 2)), [])
    assert _solved(free).objective == 2
    assert _solved(free).bound == 2
    shut = counted(
        np.array([[0.0], [-np.inf]]),
        *(np.zeros((1, 1)), np.ones((1, 1))),
        [Row(1, 0, 1.0, 1.0, np.inf, 3.0)],
    )
    assert _solved(shut).objective == -3
    assert _solved(shut).bound == pytest.approx(-3)


def test_a_row_that_counts_nothing_is_kept_or_not() -> None:
    made = counted(np.array([[0.0], [2.0]]), np.zeros((1, 1)), np.ones((1, 1)), [])
    for low, price, points in ((0.0, np.inf, 2), (1.0, 3.0, -1), (1.0, np.inf, None)):
        low_high_price = [np.array([one]) for one in (low, np.inf, price)]
        rows = replace(
            made.rows,
            name=("row",),
            **dict(
                zip(("low", "high", "shortfall_price"), low_high_price, strict=True)
            ),
        )
        result = _solved(replace(made, rows=rows))
        assert (result.status is Status.INFEASIBLE) == (points is None)
        assert points is None or result.objective == points


def test_what_a_solver_says_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    instance = counts.build(400, 12)
    best = _solved(instance)

    def wrong(network: Network) -> np.ndarray | None:
        flows = cheapest_flow(network)
        assert flows is not None
        taken = np.nonzero(flows[: network.cell.size] > 0)[0]
        flows[taken[network.use[taken] == 1]] = 0  # all homes away
        return flows

    monkeypatch.setattr("solver.engines.flow.cheapest_flow", wrong)
    loose = replace(instance.rows, low=np.zeros(instance.n_rows))
    answer = flow(replace(instance, rows=loose), TO_THE_END, Watch())
    assert isinstance(answer.allocation, Allocation)
    assert answer.bound >= best.objective


def test_the_price_of_a_full_node_is_what_one_cell_more_would_bring() -> None:
    """Three cells, two may come: the third would bring 1, the second brought 2."""
    score = np.array([[0, 0, 0], [3, 2, 1]], np.float32)
    rows = [Row(1, 0, 1.0, -np.inf, 2.0, np.inf)]
    zone, weight = np.zeros((1, 3), np.int32), np.ones((1, 3), np.float32)
    result = solve(counted(score, zone, weight, rows), Settings(gap=0), engine="flow")
    assert result.objective == 5
    assert result.row_price["row 0"] == 1
