import math

import pytest

from model.constraints.patches import Patches
from solver.compile import to_instance
from tests.model.constraints.drawn import drawn, said
from tests.model.small import a_grid, a_problem


def homes(min_ha: float = 0.0, max_ha: float = math.inf) -> Patches:
    return Patches("fields", ("homes",), min_ha, max_ha)


def test_patches_that_ask_nothing_accept_everything() -> None:
    assert said(homes(), "1.1", ".1.", "1.1") == []


def test_no_land_of_the_use_has_no_patch_that_is_too_small() -> None:
    assert said(homes(4), "222", "2.2", "222") == []


def test_one_cell_less_than_the_least_is_too_small() -> None:
    assert said(homes(4), "11.", "1.2", "222") == [
        "smallest of 1 patches of homes must be at least 4 ha, got 3"
    ]


def test_just_the_least_is_enough() -> None:
    assert said(homes(4), "11.", "112", "222") == []


def test_corners_and_other_uses_do_not_join_a_patch() -> None:
    assert said(homes(2), "1.1", ".1.", "121") == [
        "smallest of 5 patches of homes must be at least 2 ha, got 1"
    ]


def test_cells_outside_the_province_do_not_join_a_patch() -> None:
    assert len(said(homes(2), "1 1")) == 1


def test_one_cell_more_than_the_most_is_too_large() -> None:
    assert said(homes(1, 2), "11.", ".1.") == [
        "largest of 1 patches of homes must be 0 to 2 ha, got 3"
    ]
    assert said(homes(1, 2), "11.", "..1") == []


def test_each_use_has_patches_of_its_own() -> None:
    both = Patches("fields", ("homes", "park"), 3)
    assert len(said(both, "11", "22")) == 2
    assert said(both, "111", "222") == []


@pytest.mark.parametrize(
    ("limits", "cells"),
    [
        ((2.0, 4.0), (2, 4)),
        ((1.5, 4.5), (2, 4)),
        ((0.0, math.inf), (0, 0)),
        ((0.3, 1.2), (1, 1)),
    ],
)
def test_areas_become_whole_cells(
    limits: tuple[float, float], cells: tuple[int, int]
) -> None:
    assert homes(*limits).cells(1.0) == cells


def test_rounding_makes_no_cell_more_or_less() -> None:
    assert homes(0.3, 0.3).cells(0.1) == (3, 3)


def test_the_instance_has_the_tightest_limits_of_all_rules() -> None:
    problem = a_problem(a_grid(3, 3), {}, homes(2, 6))
    problem = problem.with_constraint(Patches("more", ("homes", "park"), 3, 5))
    restrictions = to_instance(problem).restrictions
    assert restrictions.patch_least.tolist() == [0, 3, 3]
    assert restrictions.patch_most.tolist() == [0, 5, 5]


def test_refuses_limits_that_no_patch_keeps() -> None:
    with pytest.raises(ValueError, match="got 4 and 2 ha"):
        homes(4, 2)
    with pytest.raises(ValueError, match="got 0 and 0 ha"):
        homes(0, 0)
    with pytest.raises(ValueError, match=r"cells of 25 ha, got 0 to 5 ha; widen"):
        homes(0, 5).cells(25.0)


def test_refuses_two_rules_that_no_patch_keeps() -> None:
    problem = a_problem(a_grid(3, 3), {}, homes(5))
    with pytest.raises(ValueError, match="at least 5 cells by 'fields' and at most 4"):
        problem.with_constraint(Patches("small", ("park", "homes"), 0, 4))


def test_refuses_an_unknown_use() -> None:
    with pytest.raises(ValueError, match="got 'wind'"):
        a_problem(a_grid(1, 1), {}, Patches("fields", ("wind",), 1))


def test_the_name_tells_rule_and_use() -> None:
    problem, allocation = drawn("1.", rule=homes(2))
    (found,) = problem.constraints[0].violations(problem, allocation)
    assert found.name == "patches[fields, homes]"
    assert found.hard
