"""Classes of cells say what fits, and their proposals do fit."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.instances import zonal
from solver.classes import collapsed
from solver.conflict import elastic_of
from solver.fit import Change, fit
from solver.highs import relax
from solver.instance import Instance
from solver.program import to_program
from solver.watch import Watch
from tests.solver.random_instances import SEEDS, Shape, random_instance
from tests.solver.test_conflict import _base, _land, _row, _with

SHAPE = Shape(n_cells=20, n_uses=4, n_rows=6, n_supplies=2)


def lacking(instance: Instance) -> float:
    """Least shortfall of the hard rows over all cells, in sizes of rows."""
    program = to_program(elastic_of(instance)[0])
    if not program.n_columns:
        return 0.0
    return -float(program.objective @ relax(program, Watch()).value)


def changed(instance: Instance, changes: tuple[Change, ...]) -> Instance:
    rows = instance.rows
    low, high = rows.low.copy(), rows.high.copy()
    for change in changes:
        row = rows.name.index(change.row)
        assert (low[row], high[row]) == (change.low, change.high)
        low[row], high[row] = change.proposed_low, change.proposed_high
    return replace(instance, rows=replace(rows, low=low, high=high))


@settings(max_examples=200)
@given(SEEDS)
def test_classes_agree_with_cells_and_proposals_fit(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    found, lacks = fit(instance, Watch()), lacking(instance)
    if found.fits:
        assert lacks == pytest.approx(0, abs=1e-5)
    if found.fits is False:
        assert lacks > 0
        assert found.conflict
        assert found.changes
        assert fit(changed(instance, found.changes), Watch()).fits
    if lacks > 1e-3:
        assert found.fits is False


@settings(max_examples=100)
@given(SEEDS)
def test_where_all_weights_are_alike_nothing_is_left_open(seed: int) -> None:
    instance = random_instance(seed, SHAPE)
    instance = replace(instance, weight=np.ones_like(instance.weight))
    assert fit(instance, Watch()).fits is (lacking(instance) < 1e-4)


@pytest.mark.parametrize(
    "size", [(400, 20), pytest.param((40_000, 136), marks=pytest.mark.slow)]
)
def test_two_claims_on_one_zone_are_told_with_what_is_short(
    size: tuple[int, int],
) -> None:
    instance = _base(size)
    land = _land(instance)
    clash = (
        _row(instance, "first", (0.6 * land, np.inf), {1: 1}),
        _row(instance, "second", (0.5 * land, np.inf), {2: 1}),
    )
    asked = _with(instance, *clash)
    found = fit(asked, Watch())
    assert found.fits is False
    assert sorted(found.conflict) == ["first", "second"]
    short = sum(change.low - change.proposed_low for change in found.changes)
    assert short == pytest.approx(0.1 * land, rel=1e-2)
    assert fit(changed(asked, found.changes), Watch()).fits


def test_more_cells_are_no_more_classes() -> None:
    """The work after one pass over the cells does not grow with them."""
    few, many = (
        collapsed(elastic_of(zonal.build(n, 20))[0]).n_cells for n in (2_500, 40_000)
    )
    assert many <= 4 * few < 2_500
