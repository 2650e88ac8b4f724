"""Indicators against sums written out by hand, on a row of six hectares."""

import numpy as np
import pytest

from model.allocation import Allocation
from model.indicator import Indicator, Tally, unevenness
from model.land_use import STAYS, LandUse
from model.partition import Partition
from model.problem import Problem
from tests.model.small import a_grid

HOMES, PARK = 1, 2


@pytest.fixture
def problem() -> Problem:
    uses = (LandUse(STAYS), LandUse("housing", {"homes": 35.0}), LandUse("park"))
    return Problem(a_grid(1, 6), np.ones(6, np.float32), uses)


def _plan(*use: int) -> Allocation:
    return Allocation(np.array(use, np.int8), np.zeros(0))


PLAN = _plan(HOMES, 0, 0, 0, PARK, HOMES)


def test_counts_hectares_of_a_use(problem: Problem) -> None:
    tally = Tally(np.array([0.0, 1.0, 0.0]), np.ones(6))
    assert Indicator("homes", tally).value(problem, PLAN) == 2.0


def test_counts_what_is_provided_where_it_counts(problem: Problem) -> None:
    weight = np.array([1.0, 1, 1, 1, 1, 0])
    tally = Tally(problem.density("homes"), weight)
    assert Indicator("homes", tally).value(problem, PLAN) == 35.0


def test_counts_what_is_within_reach_of_a_use_and_elsewhere_anyway(
    problem: Problem,
) -> None:
    people = np.array([1.0, 2, 4, 8, 16, 32])
    near = Tally(np.ones(3), people, ("park",), 100.0)
    assert Indicator("near", near).value(problem, PLAN) == 8 + 16 + 32
    anyway = np.array([True, False, False, False, False, False])
    both = Tally(np.ones(3), people, ("park",), 100.0, anyway)
    assert Indicator("near", both).value(problem, PLAN) == 1 + 8 + 16 + 32
    assert Indicator("near", near).value(problem, _plan(0, 0, 0, 0, 0, 0)) == 0.0


def test_is_a_share_of_another_or_of_nothing(problem: Problem) -> None:
    homes = Tally(problem.density("homes"), np.array([1.0, 1, 1, 1, 1, 0]))
    every = Tally(problem.density("homes"), np.ones(6))
    share = Indicator("share", homes, every)
    assert share.value(problem, PLAN) == 0.5
    assert share.value(problem, _plan(0, 0, 0, 0, PARK, 0)) is None


def test_tells_how_unevenly_an_amount_is_spread(problem: Problem) -> None:
    zones = Partition("halves", np.array([0, 0, 0, 1, 1, 1], np.int32), ("a", "b"))
    tally = Tally(np.array([0.0, 1.0, 0.0]), np.ones(6))
    spread = Indicator("spread", tally, zones=zones)
    assert spread.value(problem, PLAN) == 0.0
    assert spread.value(problem, _plan(HOMES, HOMES, 0, 0, 0, 0)) == 0.5
    assert spread.value(problem, _plan(0, 0, 0, 0, 0, 0)) is None


def test_unevenness_is_that_of_gini() -> None:
    assert unevenness(np.array([1.0, 1, 1, 1])) == 0.0
    assert unevenness(np.array([0.0, 0, 0, 1])) == pytest.approx(0.75)
    naive = [abs(a - b) for a in (1, 2, 7) for b in (1, 2, 7)]
    expected = sum(naive) / (2 * 3 * 10)
    assert unevenness(np.array([7.0, 1, 2])) == pytest.approx(expected)
