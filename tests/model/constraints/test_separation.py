import math

import numpy as np
import pytest

from model.constraints.separation import Separation
from solver.compile import to_instance
from tests.model.constraints.drawn import drawn, said
from tests.model.small import a_grid, a_problem


def quiet(least_m: float, price: float = math.inf) -> Separation:
    return Separation("quiet", ("homes",), ("park",), least_m, price)


def test_one_side_alone_is_never_too_close() -> None:
    assert said(quiet(500), "11", "11") == []
    assert said(quiet(500), "22", "22") == []


@pytest.mark.parametrize(
    ("least_m", "close_ha"),
    [(200, 0), (223.6, 0), (223.7, 1), (282.8, 1), (282.9, 2)],
)
def test_distance_is_euclidean_between_centres(least_m: float, close_ha: int) -> None:
    # 200 m east, 100 m down: the root of 5; two and two: the root of 8
    found = said(quiet(least_m), "1....", "..2..", ".....", "....1")
    wanted = f"homes within {least_m:g} m of park must be 0 to 0 ha, got {close_ha}"
    assert found == ([wanted] if close_ha else [])


def test_side_by_side_is_too_close_and_one_cell_between_is_nearest_legal() -> None:
    assert len(said(quiet(200), "12.")) == 1
    assert said(quiet(200), "1.2") == []


def test_a_price_is_per_hectare_of_the_uses_that_keep_away() -> None:
    problem, allocation = drawn("112", "1..", rule=quiet(150, price=3.0))
    (found,) = problem.constraints[0].violations(problem, allocation)
    assert not found.hard
    assert found.got == 1
    assert found.cost == 3


def test_the_instance_is_priced_per_cell() -> None:
    problem = a_problem(a_grid(2, 2), {}, quiet(150, price=3.0))
    apart = to_instance(problem).restrictions.separations
    assert apart.name == ("separation[quiet]",)
    assert apart.use.tolist() == [[False, True, False]]
    assert apart.other.tolist() == [[False, False, True]]
    assert apart.price.tolist() == [3.0]
    assert apart.distance_m.tolist() == [150.0]


def test_a_distance_up_to_the_cell_size_holds_by_itself() -> None:
    assert said(quiet(100), "12") == []
    problem = a_problem(a_grid(1, 2), {}, quiet(100))
    assert not to_instance(problem).restrictions.any


def test_refuses_what_is_no_separation() -> None:
    with pytest.raises(ValueError, match="got 'homes' on both"):
        Separation("quiet", ("homes", "park"), ("homes",), 500)
    with pytest.raises(ValueError, match="> 0 m, got 0"):
        quiet(0)
    with pytest.raises(ValueError, match="got -1"):
        quiet(500, price=-1)


def test_refuses_an_unknown_use_on_either_side() -> None:
    for here, there in (("wind", "homes"), ("homes", "wind")):
        with pytest.raises(ValueError, match="got 'wind'"):
            a_problem(a_grid(1, 1), {}, Separation("x", (here,), (there,), 500))


def test_the_same_as_measured_one_by_one() -> None:
    rng = np.random.default_rng(1)
    rule = quiet(220)
    for _ in range(20):
        use = rng.integers(0, 4, 25)
        lines = ["".join(".12."[number] for number in row) for row in use.reshape(5, 5)]
        problem, allocation = drawn(*lines, rule=rule)
        found = rule.violations(problem, allocation)
        got = found[0].got if found else 0
        assert got == _close_one_by_one(lines, 2.2)


def _close_one_by_one(lines: list[str], cells: float) -> int:
    places = [
        (row, col, letter)
        for row, line in enumerate(lines)
        for col, letter in enumerate(line)
    ]
    return sum(
        any(
            math.hypot(row - other_row, col - other_col) < cells
            for other_row, other_col, other in places
            if other == "2"
        )
        for row, col, letter in places
        if letter == "1"
    )
