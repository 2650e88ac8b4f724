"""What cannot be kept is recognised, and the rows that clash are named."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.instances import zonal
from benchmarks.instances.row_blocks import simple_rows, stacked, with_entries
from solver.certificate import row_values
from solver.instance import Instance, RowArrays
from solver.result import Result
from solver.route import solve
from solver.settings import Settings
from solver.status import Status

ROUGH = Settings(gap=1e-2, time_limit_s=120)
SIZES = [(400, 20), pytest.param((40_000, 136), marks=pytest.mark.slow)]
ENGINES = ["prices", "exact"]


def _row(
    instance: Instance,
    name: str,
    limits: tuple[float, float],
    coef: dict[int, float],
    zone: int = 0,
) -> RowArrays:
    per_use = np.zeros((1, instance.n_uses))
    for use, value in coef.items():
        per_use[0, use] = value
    low, high = (np.array([limit]) for limit in limits)
    return simple_rows([name], (low, high), 0, np.array([zone], np.int32), per_use)


def _with(instance: Instance, *rows: RowArrays) -> Instance:
    return replace(instance, rows=stacked(instance.rows, *rows))


def _land(instance: Instance, zone: int = 0) -> int:
    return int((instance.zone[0] == zone).sum())


def _claims_aside(instance: Instance, zone: int = 0) -> Instance:
    """Ask nothing of a zone, so that only what is planted there clashes."""
    rows = instance.rows
    mine = np.zeros(instance.n_rows, np.bool_)
    mine[rows.entry_row[(rows.entry_partition == 0) & (rows.entry_zone == zone)]] = True
    low = np.where(mine, -np.inf, rows.low)
    high = np.where(mine, np.inf, rows.high)
    return replace(instance, rows=replace(rows, low=low, high=high))


def _base(size: tuple[int, int]) -> Instance:
    made = _claims_aside(zonal.build(*size))
    return replace(made, allowed=np.ones_like(made.allowed))


def _named(found: Result, *names: str) -> None:
    assert found.status is Status.INFEASIBLE
    assert found.allocation is None
    assert sorted(found.conflict) == sorted(names)


@pytest.mark.parametrize("size", SIZES)
def test_a_claim_above_the_land_of_its_zone_is_named_alone(
    size: tuple[int, int],
) -> None:
    instance = _base(size)
    too_much = _row(instance, "too much", (_land(instance) + 5, np.inf), {1: 1})
    _named(solve(_with(instance, too_much), ROUGH), "too much")


@pytest.mark.parametrize("size", SIZES)
def test_two_claims_on_the_land_of_one_zone_are_named(size: tuple[int, int]) -> None:
    instance = _base(size)
    half = 0.6 * _land(instance)
    clash = (
        _row(instance, "first", (half, np.inf), {1: 1}),
        _row(instance, "second", (half, np.inf), {2: 1}),
        _row(instance, "innocent", (0.1 * half, np.inf), {1: 1, 2: 1}),
    )
    _named(solve(_with(instance, *clash), ROUGH), "first", "second")


@pytest.mark.parametrize("size", SIZES)
def test_a_budget_against_a_claim_names_both(size: tuple[int, int]) -> None:
    instance = _base(size)
    some = 0.3 * _land(instance)
    clash = (
        _row(instance, "claim", (some, np.inf), {1: 1}),
        _row(instance, "budget", (-np.inf, 0.9 * some), {1: 1, 2: 2}),
    )
    _named(solve(_with(instance, *clash), ROUGH), "claim", "budget")


@pytest.mark.parametrize("size", SIZES)
def test_a_coupling_that_no_land_can_keep_names_what_it_ties(
    size: tuple[int, int],
) -> None:
    instance = _base(size)
    land = _land(instance)
    coupling = _row(instance, "coupling", (0, np.inf), {1: -2, 2: 1})
    claim = _row(instance, "claim", (0.4 * land, np.inf), {1: 1})
    _named(solve(_with(instance, coupling, claim), ROUGH), "coupling", "claim")


def test_a_row_over_two_partitions_that_clashes_is_named() -> None:
    instance = _base((400, 20))
    whole = _row(instance, "whole", (0.9 * _land(instance), np.inf), {1: 1})
    coef = np.zeros((1, instance.n_uses))
    coef[0, 1] = 0.001
    # next to nothing of use 1 in zone 0 and district 0
    tied = _row(instance, "tied", (-np.inf, 0.5), {1: 1})
    tied = with_entries(tied, 1, np.zeros(1, np.int32), coef)
    _named(solve(_with(instance, whole, tied), ROUGH), "whole", "tied")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_conflict_of_whole_cells_only_is_recognised_too(engine: str) -> None:
    """Fractions fit, so no rows are named: 0.5 cells in a zone of one each."""
    instance = zonal.build(400, 9)
    rows = [_row(instance, f"half {use}", (0.5, 0.5), {use: 1}) for use in (1, 2)]
    found = solve(_with(_claims_aside(instance), *rows), ROUGH, engine=engine)
    assert found.status is Status.INFEASIBLE


@pytest.mark.parametrize("size", SIZES)
def test_what_only_just_fits_is_solved(size: tuple[int, int]) -> None:
    made = zonal.planned(*size)
    rows = made.instance.rows
    got = row_values(made.instance, made.plan)
    tight = replace(made.instance, rows=replace(rows, high=np.minimum(rows.high, got)))
    found = solve(tight, ROUGH)
    assert found.status in (Status.OPTIMAL, Status.FEASIBLE)
    assert found.allocation is not None


@pytest.mark.parametrize("size", SIZES)
def test_a_claim_of_all_land_is_solved(size: tuple[int, int]) -> None:
    instance = _base(size)
    every = _row(instance, "every cell", (_land(instance), np.inf), {1: 1, 2: 1})
    free = replace(
        instance,
        rows=replace(
            instance.rows, high=np.full(instance.n_rows, np.inf)
        ),  # no budget that it could pass
    )
    found = solve(_with(free, every), ROUGH)
    assert found.status is Status.OPTIMAL
