from dataclasses import replace

import pytest

from model.check import check
from model.problem import Problem
from solver.compile import to_instance
from tests.model.small import a_grid, a_problem, an_answer


def touching(*touch: tuple[str, str, float]) -> Problem:
    return replace(a_problem(a_grid(2, 2), {}), touch=touch)


def test_points_are_lost_per_edge_between_the_two_uses() -> None:
    checkerboard, halves = an_answer(1, 2, 2, 1), an_answer(1, 2, 1, 2)
    problem = touching(("homes", "park", 0.5))
    assert check(problem, checkerboard).objective == -2
    assert check(problem, halves).objective == -1
    assert check(problem, an_answer(1, 0, 1, 0)).objective == 0


def test_below_0_the_uses_like_to_touch_and_the_order_of_names_is_the_same() -> None:
    liked = touching(("park", "homes", -0.25))
    assert check(liked, an_answer(1, 2, 2, 1)).objective == 1
    assert to_instance(liked).touch.tolist() == [
        [0, 0, 0],
        [0, 0, -0.25],
        [0, -0.25, 0],
    ]


def test_it_adds_to_the_boundary() -> None:
    both = replace(touching(("homes", "park", -0.25)), boundary=(("homes", 1.0),))
    assert check(both, an_answer(1, 2, 1, 2)).objective == 2 * (0.25 - 0.5)


def test_refuses_a_use_with_itself_a_pair_twice_and_no_number() -> None:
    with pytest.raises(ValueError, match="got 'homes' twice"):
        touching(("homes", "homes", 1))
    with pytest.raises(ValueError, match="'park' and 'homes' must be given once"):
        touching(("homes", "park", 1), ("park", "homes", 2))
    with pytest.raises(ValueError, match="got nan"):
        touching(("homes", "park", float("nan")))
    with pytest.raises(ValueError, match="got 'wind'"):
        touching(("homes", "wind", 1))
