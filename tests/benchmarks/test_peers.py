"""Peers tell the truth: they agree with each other, and with what they must be."""

import time

import numpy as np
import pytest

from benchmarks.instances import compact, counts, couplings, soft, zonal
from benchmarks.methods import (
    PEERS,
    Method,
    methods_of,
)
from benchmarks.unknown import UnknownError
from benchmarks.warm import LIMIT_S, warm
from solver.instance import Instance
from solver.result import Result
from solver.route import ENGINES
from solver.settings import Settings
from solver.status import Status
from solver.watch import Watch
from tests.solver.small import row_of, with_limits

EXACTLY = Settings(gap=1e-9, time_limit_s=60)
INSTANCES = {
    "zonal": zonal.build(120, 17),
    "soft": soft.build(120, 17),
    "counts": counts.build(120, 12),
    "couplings": couplings.build(120, 17),
    "compact": compact.build(120, 4, 12),
}
each = pytest.mark.parametrize("name", INSTANCES)


def _solve(name: str, instance: Instance, settings: Settings = EXACTLY) -> Result:
    kind = "engine" if name in ENGINES else "peer"
    watch = Watch(settings.time_limit_s)
    return Method(name, kind).solve(instance, settings, watch)  # type: ignore[arg-type]


@each
def test_solvers_of_the_whole_program_find_the_optimum(name: str) -> None:
    best = _solve("exact", INSTANCES[name]).objective
    for peer in ("mip-highs", "mip-scip"):
        result = _solve(peer, INSTANCES[name])
        assert result.objective == pytest.approx(best, rel=1e-6)
        assert result.bound == pytest.approx(best, rel=1e-6)


def test_cp_sat_finds_the_optimum_of_a_small_one() -> None:
    instance = counts.build(60, 6)
    best = _solve("exact", instance).objective
    assert _solve("mip-cp-sat", instance).objective == pytest.approx(best, rel=1e-6)


@each
def test_relaxations_agree_and_bound_the_optimum(name: str) -> None:
    best = _solve("exact", INSTANCES[name]).objective
    simplex = _solve("highs-simplex", INSTANCES[name])
    assert simplex.allocation is None
    assert simplex.bound >= best - 1e-6
    for peer in ("highs-ipm", "pdlp"):
        result = _solve(peer, INSTANCES[name])
        assert result.bound == pytest.approx(simplex.bound, rel=1e-4)
        assert result.bound >= best - 1e-6
        assert result.work["iterations"] > 0


SLOW_TO_TELL = ("mip-cp-sat", "annealing")
"""Peers that do not find out in time, or ever, that nothing fits."""


@pytest.mark.parametrize("peer", [name for name in PEERS if name not in SLOW_TO_TELL])
def test_an_instance_that_does_not_fit_is_told(peer: str) -> None:
    made = INSTANCES["counts"]
    low, high = made.rows.low.copy(), made.rows.high.copy()
    row = row_of(made, "claim[homes, 0]")
    low[row] = high[row] = 1 + (made.zone[0] == 0).sum()
    result = _solve(peer, with_limits(made, low, high))
    assert result.status is Status.INFEASIBLE


def test_a_peer_ends_at_its_limit() -> None:
    settings = Settings(gap=0.0, time_limit_s=0.01)
    result = _solve("highs-ipm", zonal.build(10_000, 136), settings)
    assert result.status is Status.NO_SOLUTION
    assert np.isinf(result.bound)


def test_methods_are_named_all_or_one_by_one() -> None:
    assert [method.name for method in methods_of()] == list(ENGINES)
    both = methods_of(("exact",), ("pdlp", "highs-ipm", "pdlp"))
    assert [method.name for method in both] == ["exact", "pdlp", "highs-ipm"]
    assert [method.relaxes for method in both] == [False, True, True]
    every = methods_of(("none",), ("all",))
    assert [method.name for method in every] == list(PEERS)


@pytest.mark.parametrize(
    ("engines", "peers", "told"),
    [
        (("simplex",), ("none",), "--engines must have names from .*'simplex'"),
        (("all",), ("gurobi",), "--peers must have names from .*gurobi"),
        (("none",), ("none",), "there must be at least one method"),
        ((), (), "there must be at least one method"),
    ],
)
def test_tells_an_unknown_method(
    engines: tuple[str, ...], peers: tuple[str, ...], told: str
) -> None:
    with pytest.raises(UnknownError, match=told):
        methods_of(engines, peers)


@pytest.mark.parametrize("peer", ["annealing", "mip-highs"])
def test_a_peer_is_made_ready_in_no_time(peer: str) -> None:
    began = time.monotonic()
    warm(Method(peer, "peer"))
    assert time.monotonic() - began < LIMIT_S
