"""Arrays from elsewhere: a clear error or a right answer, never a crash or a lie."""

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.instances import zonal
from benchmarks.instances.row_blocks import simple_rows, stacked
from solver.certificate import judge
from solver.instance import Instance, RowArrays, SupplyArrays
from solver.route import solve
from solver.settings import Settings
from solver.status import Status

ROUGH = Settings(gap=1e-6, time_limit_s=60)
ENGINES = ["prices", "exact"]
engines = pytest.mark.parametrize("engine", ENGINES)


def _instance(n_cells: int = 3, n_uses: int = 2, **rows: object) -> Instance:
    """One partition of one zone, one row that counts use 1: at most 2."""
    coef = np.zeros((1, n_uses))
    coef[0, -1] = 1.0
    limits: dict[str, object] = {
        "name": ("most",),
        "low": np.array([-np.inf]),
        "high": np.array([2.0]),
        "shortfall_price": np.array([np.inf]),
        "entry_row": np.zeros(1, np.int32),
        "entry_partition": np.zeros(1, np.int32),
        "entry_zone": np.zeros(1, np.int32),
        "entry_coef": coef,
    }
    score = np.zeros((n_uses, n_cells), np.float32)
    score[1:] = np.arange(1, n_cells + 1)
    return Instance(
        tuple(f"use {number}" for number in range(n_uses)),
        np.zeros(n_cells, np.int32),
        np.arange(n_cells, dtype=np.int32),
        100.0,
        score,
        np.ones((n_uses, n_cells), np.bool_),
        np.zeros((1, n_cells), np.int32),
        np.ones((1, n_cells), np.float32),
        RowArrays(**(limits | rows)),  # type: ignore[arg-type]
    )


def _put(array: np.ndarray, value: float) -> np.ndarray:
    changed = array.copy()
    changed.flat[-1] = value
    return changed


BAD: dict[str, tuple[Callable[[Instance], dict[str, object]], str]] = {
    "NaN score": (lambda of: {"score": _put(of.score, np.nan)}, "score must be finite"),
    "infinite score": (
        lambda of: {"score": _put(of.score, np.inf)},
        "score must be finite",
    ),
    "NaN weight": (
        lambda of: {"weight": _put(of.weight, np.nan)},
        "weight must be finite",
    ),
    "zone below -1": (lambda of: {"zone": _put(of.zone, -2)}, "zone must lie in -1.."),
    "zone out of all measure": (
        lambda of: {"zone": _put(of.zone, 2_000_000_000)},
        "zone must lie in -1..",
    ),
    "too few zones": (
        lambda of: {"zone": of.zone[:, :-1]},
        r"zone must have shape \(1, 3\), got \(1, 2\)",
    ),
    "no cells": (
        lambda of: {
            name: getattr(of, name)[..., :0]
            for name in ("cell_row", "cell_col", "score", "allowed", "zone", "weight")
        },
        "at least one cell",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_arrays_that_mean_nothing_are_refused(name: str) -> None:
    instance, (spoil, text) = _instance(), BAD[name]
    with pytest.raises(ValueError, match=text):
        replace(instance, **spoil(instance))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("row_lo must not exceed row_hi", {"low": np.array([3.0])}),
        ("row_lo must not exceed row_hi", {"low": np.array([np.nan])}),
        (
            "row_lo must be below inf",
            {"low": np.array([np.inf]), "high": np.array([np.inf])},
        ),
        ("row_shortfall_price must be > 0", {"shortfall_price": np.array([-1.0])}),
        ("row_shortfall_price must be > 0", {"shortfall_price": np.array([np.nan])}),
        ("entry_coef must be finite", {"entry_coef": np.array([[0, np.inf]])}),
        ("entry_row must name a row", {"entry_row": np.ones(1, np.int32)}),
        ("entry_partition must name", {"entry_partition": np.ones(1, np.int32)}),
        ("entry_zone must lie in 0..", {"entry_zone": np.full(1, -1, np.int32)}),
        ("entry_zone must lie in 0..", {"entry_zone": np.full(1, 1 << 30, np.int32)}),
    ],
)
def test_rows_that_mean_nothing_are_refused(text: str, rows: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=text):
        _instance(**rows)  # type: ignore[arg-type]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ValueError, match=r"entry_coef must be finite.*entry_zone must"):
        _instance(
            entry_coef=np.array([[0, np.nan]]), entry_zone=np.full(1, -1, np.int32)
        )


@engines
def test_a_row_of_a_zone_without_cells_counts_nothing(engine: str) -> None:
    nowhere = np.full(1, 7, np.int32)
    found = solve(_instance(entry_zone=nowhere), ROUGH, engine=engine)
    assert found.objective == 6
    found = solve(
        _instance(entry_zone=nowhere, low=np.array([1.0])), ROUGH, engine=engine
    )
    assert found.status is Status.INFEASIBLE
    assert found.conflict == ("most",)


@engines
def test_a_weight_below_0_counts_against_the_others(engine: str) -> None:
    instance = _instance()
    weight = np.array([[-1, 1, 1]], np.float32)
    high = replace(instance.rows, high=np.array([1.0]))
    found = solve(replace(instance, weight=weight, rows=high), ROUGH, engine=engine)
    assert found.objective == 6  # all three: -1 + 1 + 1 is no more than 1
    found = solve(replace(instance, weight=weight * 2, rows=high), ROUGH, engine=engine)
    assert found.objective == 4  # the last is worth most, but needs the first


@engines
def test_where_nothing_may_come_all_stays(engine: str) -> None:
    instance = _instance()
    nothing = np.zeros_like(instance.allowed)
    found = solve(replace(instance, allowed=nothing), ROUGH, engine=engine)
    assert found.status is Status.OPTIMAL
    assert found.objective == 0
    asked = replace(instance.rows, low=np.array([1.0]))
    found = solve(replace(instance, allowed=nothing, rows=asked), ROUGH, engine=engine)
    assert found.status is Status.INFEASIBLE


@engines
@pytest.mark.parametrize("low", [-np.inf, 1.0, 2.0])
def test_one_cell_is_decided(engine: str, low: float) -> None:
    found = solve(_instance(1, low=np.array([low])), ROUGH, engine=engine)
    if low > 1:
        assert found.status is Status.INFEASIBLE
        assert found.conflict == ("most",)
    else:
        assert found.objective == 1
        assert found.bound == pytest.approx(1)


@engines
@pytest.mark.parametrize(("low", "high"), [(-np.inf, 3.0), (0.0, 2.0), (3.0, 4.0)])
def test_one_use_leaves_nothing_to_decide(engine: str, low: float, high: float) -> None:
    limits = {"low": np.array([low]), "high": np.array([high])}
    found = solve(_instance(3, 1, **limits), ROUGH, engine=engine)
    if low <= 3 <= high:
        assert found.status is Status.OPTIMAL
        assert found.objective == 0
    else:
        assert found.status is Status.INFEASIBLE


@engines
def test_supply_alone_can_keep_a_row(engine: str) -> None:
    supplies = SupplyArrays(
        np.array([-0.5]),
        np.array([5.0]),
        np.zeros(1, np.int32),
        np.zeros(1, np.int32),
        np.ones(1),
    )
    limits = {"low": np.array([6.0]), "high": np.array([np.inf])}
    instance = _instance(3, 1, **limits)
    found = solve(replace(instance, supplies=supplies), ROUGH, engine=engine)
    assert found.status is Status.OPTIMAL
    assert found.objective == pytest.approx(-1.5)


@engines
def test_no_rows_and_no_partitions_leave_every_cell_its_best(engine: str) -> None:
    instance = _instance()
    none = RowArrays(
        (),
        *(np.zeros(0), np.zeros(0), np.zeros(0)),
        *(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int32)),
        np.zeros((0, 2)),
    )
    bare = replace(
        instance,
        rows=none,
        zone=np.zeros((0, 3), np.int32),
        weight=np.zeros((0, 3), np.float32),
    )
    found = solve(bare, ROUGH, engine=engine)
    assert found.objective == 6
    assert found.status is Status.OPTIMAL


def many_rows(kind: str, n_rows: int, n_cells: int = 1_000) -> Instance:
    """Real rows, and many that count nothing or never bind."""
    base = zonal.build(n_cells, 20)
    n_more = n_rows - base.n_rows
    rng = np.random.default_rng(1)
    zone = rng.integers(0, 2, n_more).astype(np.int32)
    if kind == "empty zones":
        zone = np.arange(5, n_more + 5, dtype=np.int32)
    coef = rng.random((n_more, base.n_uses))
    few = simple_rows(
        [f"row {row}" for row in range(n_more)],
        (np.full(n_more, -1.0), np.full(n_more, 1.1 * n_cells)),
        0,
        zone,
        coef,
    )
    return replace(base, rows=stacked(base.rows, few))


@pytest.mark.parametrize("kind", ["empty zones", "never bind"])
@pytest.mark.parametrize(
    "n_rows", [20_000, pytest.param(1_000_000, marks=pytest.mark.slow)]
)
def test_rows_that_never_bind_cost_little(kind: str, n_rows: int) -> None:
    instance = many_rows(kind, n_rows)
    chosen = Settings(gap=1e-2, time_limit_s=120)
    began = time.monotonic()
    found = solve(instance, chosen, engine="prices")
    assert time.monotonic() - began < 60
    assert found.status is Status.OPTIMAL
    assert found.allocation is not None
    assert not judge(instance, found.allocation).broken
    assert len(found.row_price) == n_rows
    few = solve(zonal.build(1_000, 20), chosen, engine="prices")
    assert found.objective == pytest.approx(few.objective, rel=1e-2)
