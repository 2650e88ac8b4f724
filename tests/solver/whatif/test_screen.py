"""What is guessed of a change without a search, on numbers worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from model.allocation import Allocation
from model.constraints.claim import Claim
from solver.compile import to_instance
from solver.instance import Instance
from solver.route import solve
from solver.settings import Settings
from solver.whatif.screen import Screen
from tests.model.small import HOMES, a_grid, a_problem

POINTS = {"homes": [9.0, 8, 7, 6, 4, 3], "park": [5.0, 5, 5, 5, 5, 5]}
LAND = np.full(6, 0.5)
DENSITY = HOMES.provides["homes"]


def _case(least: float, most: float) -> tuple[Instance, Screen]:
    """Six cells of half a hectare: homes at best in the first."""
    claim = Claim("homes", "homes", least, most)
    instance = to_instance(
        a_problem(a_grid(2, 3), POINTS, claim, land_ha=LAND.tolist())
    )
    result = solve(instance, Settings(gap=0.0))
    assert result.allocation is not None
    return instance, Screen(instance, result.allocation, result.row_price, LAND)


def _scored(instance: Instance, use: int, more: np.ndarray) -> Instance:
    score = instance.score.copy()
    score[use] += more.astype(np.float32)
    return replace(instance, score=score)


def test_the_same_instance_moves_nothing() -> None:
    instance, screen = _case(0, 100)
    found = screen.moved(replace(instance))
    assert (found.ha, found.is_seen) == (0.0, True)


def test_land_with_another_best_use_counts() -> None:
    instance, screen = _case(0, 1_000)
    more = np.array([0, 0, 0, 0, 2.0, 2.0])  # the last two beat the park
    assert screen.moved(_scored(instance, 1, more)).best_ha == pytest.approx(1.0)


def test_what_is_the_same_everywhere_is_left_out_where_a_limit_binds() -> None:
    instance, screen = _case(0, 1.2 * DENSITY)  # homes on two cells and a part
    more = np.full(6, 0.7)
    assert screen.moved(_scored(instance, 1, more)).best_ha == 0.0
    free, open_screen = _case(0, 1_000)
    assert open_screen.moved(_scored(free, 1, more)).best_ha > 0.0


def test_a_binding_limit_that_moves_asks_for_its_land() -> None:
    instance, screen = _case(0, DENSITY)
    rows = replace(instance.rows, high=instance.rows.high * 1.2)
    found = screen.moved(replace(instance, rows=rows))
    assert found.limits_ha == pytest.approx(0.2)
    idle, idle_screen = _case(0, 1_000)
    rows = replace(idle.rows, high=idle.rows.high * 1.2)
    assert idle_screen.moved(replace(idle, rows=rows)).limits_ha == 0.0


def test_a_limit_that_the_plan_would_break_asks_for_the_rest() -> None:
    instance, screen = _case(0, 1_000)  # homes in the first four cells: 2 ha
    rows = replace(instance.rows, low=np.array([2.5 * DENSITY]))
    found = screen.moved(replace(instance, rows=rows))
    assert found.limits_ha == pytest.approx(0.5)


def test_patches_are_not_seen() -> None:
    instance, screen = _case(0, 1_000)
    least = np.array([0, 3, 0], np.int32)
    limits = replace(instance.restrictions, patch_least=least)
    found = screen.moved(replace(instance, restrictions=limits))
    assert (found.ha, found.is_seen) == (0.0, False)


def test_neighbours_count_as_they_are_in_the_plan() -> None:
    instance, _ = _case(0, 1_000)
    plan = Allocation(np.array([1, 1, 1, 1, 2, 1], np.int8))
    price = dict.fromkeys(instance.rows.name, 0.0)
    compact = replace(instance, boundary=np.array([0.0, 0.1, 0.1]))
    screen = Screen(compact, plan, price, LAND)
    assert screen.moved(replace(compact, boundary=np.full(3, 0.1))).ha == 0.0
    torn = replace(compact, boundary=np.array([0.0, 50.0, 50.0]))
    assert screen.moved(torn).best_ha == pytest.approx(0.5)  # the lone park
