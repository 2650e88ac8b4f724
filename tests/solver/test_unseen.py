"""First plans as if cells did not see their neighbours."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.instances import patches as of_patches
from benchmarks.instances import soft as made
from model.constraints.claim import Claim
from solver.certificate import judge
from solver.compile import to_instance
from solver.dual import Dual
from solver.engines.compact import FIRST_GAP, compact
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.levels import Priced, price_rows
from solver.route import solve
from solver.settings import Settings
from solver.status import Status
from solver.unseen import hunted, is_cheap
from solver.watch import Watch
from solver.zonal import to_zonal
from tests.model.small import a_grid, a_problem
from tests.naive.neighbours_dual import best
from tests.solver.random_instances import SEEDS, Shape, on_a_plane, random_instance

TINY = Shape(n_cells=6, n_uses=3, n_rows=3, n_supplies=1, has_tiny=False)
QUICK = Settings(gap=0.001, time_limit_s=3)
CLOSE = Settings(gap=0.002, time_limit_s=60)
COARSE = Settings(gap=FIRST_GAP)


@settings(max_examples=100)
@given(SEEDS)
def test_no_enumerated_answer_exceeds_a_bound_found_without_edges(seed: int) -> None:
    """However dear edges are, and where they bring points too."""
    instance = on_a_plane(random_instance(seed, TINY), seed)
    optimum = best(instance)
    incumbent = Incumbent(instance, 0.0, Watch(10.0), "")
    dual = Dual(to_zonal(instance))
    priced = price_rows(dual, QUICK, Watch())
    hunt = hunted(incumbent, replace(QUICK, gap=0.0), dual, priced)
    if hunt.infeasible:
        assert optimum == -np.inf
    elif optimum > -np.inf:
        size = 1e-6 * max(1.0, abs(optimum))
        assert incumbent.best is not None
        assert incumbent.objective - size <= optimum <= incumbent.bound + size


def province(boundary: float) -> Instance:
    """Land with many rows, of whose uses one sees its neighbours."""
    instance = made.build(2_500, 136, 1)
    each = np.zeros(instance.n_uses)
    each[2] = boundary
    return replace(instance, boundary=each)


@pytest.fixture(scope="module")
def faint() -> Instance:
    return province(1e-3)


def looked_at(instance: Instance, gap: float) -> tuple[Incumbent, Priced]:
    incumbent = Incumbent(instance, gap, Watch(), "")
    dual = Dual(to_zonal(instance))
    return incumbent, price_rows(dual, COARSE, Watch(), incumbent.offer)


def test_faint_edges_are_cheap_and_dear_ones_are_not(faint: Instance) -> None:
    incumbent, priced = looked_at(faint, CLOSE.gap)
    assert incumbent.best is not None
    assert is_cheap(incumbent, CLOSE.gap, priced)
    incumbent, priced = looked_at(province(1.0), CLOSE.gap)
    assert not is_cheap(incumbent, CLOSE.gap, priced)


def test_edges_that_bring_points_count_as_those_that_cost(faint: Instance) -> None:
    touch = np.full((faint.n_uses, faint.n_uses), -1.0)
    np.fill_diagonal(touch, 0.0)
    fond = replace(faint, boundary=np.zeros(faint.n_uses), touch=touch)
    incumbent, priced = looked_at(fond, CLOSE.gap)
    assert not is_cheap(incumbent, CLOSE.gap, priced)


def test_a_plan_without_edges_leaves_no_message_to_pass(faint: Instance) -> None:
    """Counted: where edges are dear, or prices alone lead, messages pass for long."""
    result = solve(faint, CLOSE, engine="compact")
    assert result.status is Status.OPTIMAL
    assert result.work["iterations"] > 0
    assert result.work["passes"] == 0
    dear = solve(province(1.0), replace(CLOSE, time_limit_s=5), engine="compact")
    assert "iterations" not in dear.work
    assert dear.work["passes"] > 0


def test_messages_go_on_where_the_plan_without_edges_is_not_near_enough() -> None:
    """At a gap so small, time ends the search for a plan without edges."""
    instance = province(0.01)
    first, priced = looked_at(instance, 1e-5)
    assert first.best is not None
    assert is_cheap(first, 1e-5, priced)
    tight = Settings(gap=1e-5, time_limit_s=8)
    result = solve(instance, tight, engine="compact")
    assert result.work["iterations"] > 0
    assert result.work["passes"] > 0
    assert result.bound <= priced.best.bound
    assert result.objective > first.objective


def test_patches_are_made_of_a_plan_without_edges_too() -> None:
    """Counted: edges that are dear make messages pass, also under patches."""
    instance = of_patches.build(2_500, 7, 20, 0, 1)
    faint = replace(instance, boundary=np.full(instance.n_uses, 1e-3))
    rough = Settings(gap=0.05, time_limit_s=60)
    result = solve(faint, rough, engine="patches")
    assert result.status is Status.OPTIMAL
    assert result.work["passes"] == 0
    dear = of_patches.build(2_500, 7, 20, 12, 1)
    assert solve(dear, rough, engine="patches").work["passes"] > 0


def test_a_better_start_is_kept(faint: Instance) -> None:
    start = solve(faint, replace(CLOSE, gap=5e-4), engine="compact")
    answer = compact(faint, replace(CLOSE, gap=0.05), Watch(60.0), start.allocation)
    assert answer.allocation is not None
    assert judge(faint, answer.allocation).objective >= start.objective


def test_rows_that_only_fractions_of_cells_keep_are_told_to_be_infeasible() -> None:
    """Homes come in 20 a cell, so never 165 to 170 of them."""
    homes = Claim("homes", "homes", 165.0, 170.0)
    problem = a_problem(a_grid(4, 9), {"homes": [1.0] * 36}, homes)
    instance = to_instance(problem)
    instance = replace(instance, boundary=np.full(instance.n_uses, 1e-6))
    result = solve(instance, QUICK, engine="compact")
    assert result.status is Status.INFEASIBLE
