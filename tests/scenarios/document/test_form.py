"""How a drawn map is told: known answers by arithmetic."""

import numpy as np
import pytest

from model.allocation import Allocation
from model.blocks import cut
from model.constraints.coverage import Coverage
from model.constraints.separation import Separation
from model.problem import Problem
from scenarios.document.form import form_part
from scenarios.document.instance_form import instance_form_part
from solver.compile import to_instance
from tests.model.small import a_grid, a_problem, an_answer

MAP = an_answer(1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2)


def _problem() -> Problem:
    grid = a_grid(3, 4)
    apart = Separation("quiet", ("homes",), ("park",), 320)
    need = np.array([1.0, 0.5, 0.0, 3.0])
    near = Coverage("near", cut(grid, 200), 200, need, np.zeros(12), ("park",), price=1)
    return a_problem(grid, {}, apart, near)


def test_tells_patches_closest_pair_and_blocks() -> None:
    part = form_part(_problem(), MAP)
    homes, park = part["patches"]
    assert homes == {
        "use": "homes",
        "n": 1,
        "cells_alone": 0,
        "smallest_ha": 3,
        "median_ha": 3,
        "largest_ha": 3,
        "edge_km": pytest.approx(0.8),
        "compactness": pytest.approx(4 * np.sqrt(3) / 8),
    }
    assert (park["use"], park["cells_alone"], park["compactness"]) == ("park", 1, 1)
    (apart,) = part["separations"]
    # the second cell is 2 east and 2 down of the park: the root of 8; so far 3 and 1
    assert apart == {
        "rule": "quiet",
        "asked_m": 320,
        "closest_m": pytest.approx(np.hypot(200, 200)),
        "x": 50_150,
        "y": 399_950,
        "too_close_ha": 2,
    }
    (near,) = part["coverage"]
    # the park is in the last block, within 200 m of the one above: 1 of 3 is enough
    assert (near["blocks"], near["covered"], near["short"]) == (3, 1, 2)
    assert (near["worst"], near["worst_shortfall"]) == ("50300 399700", 2)


def test_an_instance_tells_the_same_without_places() -> None:
    problem = _problem()
    of_problem, of_instance = (
        form_part(problem, MAP),
        instance_form_part(to_instance(problem), MAP),
    )
    assert of_instance["patches"] == of_problem["patches"]
    (apart,) = of_instance["separations"]
    assert apart["closest_m"] == of_problem["separations"][0]["closest_m"]
    assert apart["too_close_ha"] == 2
    assert (apart["rule"], apart["x"]) == ("separation[quiet]", None)


def test_one_side_alone_has_no_closest_pair() -> None:
    empty = Allocation(np.ones(12, np.int8))
    (apart,) = form_part(_problem(), empty)["separations"]
    assert (apart["closest_m"], apart["x"], apart["too_close_ha"]) == (None, None, 0)
    (apart,) = instance_form_part(to_instance(_problem()), empty)["separations"]
    assert apart["closest_m"] is None


def test_without_an_answer_there_is_nothing_to_tell() -> None:
    nothing: dict[str, list[object]] = {
        "patches": [],
        "separations": [],
        "coverage": [],
    }
    assert form_part(_problem(), None) == nothing
    assert instance_form_part(to_instance(_problem()), None) == nothing
