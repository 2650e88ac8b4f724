"""Who gives way, and what distances leave: planted causes, each named by itself."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.instances.row_blocks import stacked
from solver.fit import Change, fit, fits
from solver.instance import Instance
from solver.restrictions import Restrictions, Separations
from solver.watch import Watch
from tests.solver.test_conflict import _base, _land, _row, _with
from tests.solver.test_fit import changed


@pytest.fixture
def clash() -> Instance:
    """60% and 50% of one zone for two uses."""
    base = _base((400, 20))
    land = _land(base)
    rows = (
        _row(base, "first", (0.6 * land, np.inf), {1: 1}),
        _row(base, "second", (0.5 * land, np.inf), {2: 1}),
    )
    return _with(base, *rows)


def _ranked(instance: Instance, last: str) -> NDArray[np.int64]:
    return np.array([name == last for name in instance.rows.name], np.int64)


@pytest.mark.parametrize(("last", "gives"), [("first", "second"), ("second", "first")])
def test_the_lower_rank_gives_way_and_it_fits(
    clash: Instance, last: str, gives: str
) -> None:
    found = fit(clash, Watch(), _ranked(clash, last))
    (change,) = found.changes
    assert change.row == gives
    assert change.way == pytest.approx(0.1 * _land(clash), rel=1e-3)
    assert fits(changed(clash, found.changes), Watch())


def test_every_row_of_a_conflict_is_a_way_out(clash: Instance) -> None:
    found = fit(clash, Watch())
    assert sorted(way.row for way in found.ways_out) == ["first", "second"]
    for way in found.ways_out:
        assert way.way == pytest.approx(0.1 * _land(clash), rel=1e-3)
        assert fits(changed(clash, (way,)), Watch())
        half = replace_low(way, way.low - 0.5 * way.way)
        assert fits(changed(clash, (half,)), Watch()) is False


def replace_low(change: Change, low: float) -> Change:
    return replace(change, proposed_low=low)


def test_what_no_low_rank_can_give_the_higher_gives(clash: Instance) -> None:
    too_much = _row(clash, "third", (1.2 * _land(clash), np.inf), {3: 1})
    asked = replace(clash, rows=stacked(clash.rows, too_much))
    found = fit(asked, Watch(), 2 * _ranked(asked, "third") + _ranked(asked, "first"))
    way = {change.row: change.way for change in found.changes}
    land = _land(clash)
    assert way["third"] == pytest.approx(0.2 * land, rel=1e-3)
    assert way["first"] == pytest.approx(0.6 * land, rel=1e-3)
    assert way["second"] == pytest.approx(0.5 * land, rel=1e-3)
    assert fits(changed(asked, found.changes), Watch())


def _free() -> Instance:
    """Nothing is asked of any zone."""
    base = _base((400, 20))
    without = np.full(base.n_rows, np.inf)
    return replace(base, rows=replace(base.rows, low=-without, high=without))


def _apart(instance: Instance, distance_m: float) -> Instance:
    sides = np.zeros((2, 1, instance.n_uses), np.bool_)
    sides[0, 0, 1] = sides[1, 0, 2] = True
    apart = Separations(
        ("far",), sides[0], sides[1], np.array([distance_m]), np.array([np.inf])
    )
    return replace(instance, restrictions=Restrictions(separations=apart))


def _some_of_both() -> Instance:
    base = _free()
    rows = (
        _row(base, "first", (2, np.inf), {1: 1}),
        _row(base, "second", (3, np.inf), {2: 1}),
    )
    return _with(base, *rows)


def test_a_distance_that_all_land_breaks_is_named_with_both_claims() -> None:
    asked = _apart(_some_of_both(), 1e6)
    found = fit(asked, Watch())
    assert found.fits is False
    assert sorted(found.conflict) == ["far", "first", "second"]
    assert fits(changed(asked, found.changes), Watch())


def test_a_distance_that_some_land_keeps_is_no_conflict() -> None:
    assert fit(_apart(_some_of_both(), 300.0), Watch()).fits


def test_a_distance_from_what_need_not_come_closes_nothing() -> None:
    base = _free()
    only = _with(base, _row(base, "first", (2, np.inf), {1: 1}))
    assert fit(_apart(only, 1e6), Watch()).fits
