"""The patches engine against enumeration, and its own laws."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from model.constraints.claim import Claim
from model.constraints.exclusion import Exclusion
from model.constraints.patches import Patches
from solver.compile import to_instance
from solver.instance import Instance
from solver.route import solve
from solver.settings import Settings
from solver.status import Status
from tests.model.small import a_grid, a_problem
from tests.naive.neighbours_dual import best
from tests.solver.random_instances import (
    SEEDS,
    Shape,
    on_a_plane,
    random_instance,
)
from tests.solver.restricted import random_restrictions

TINY = Shape(n_cells=7, n_uses=3, n_rows=2, n_supplies=1, has_tiny=False)
QUICK = Settings(gap=0.001, time_limit_s=3)
ROUGH = Settings(gap=0.02, time_limit_s=60)


def tiny(seed: int) -> Instance:
    instance = on_a_plane(random_instance(seed, TINY), seed)
    return random_restrictions(instance, seed)


@settings(max_examples=300)
@given(SEEDS)
def test_answers_are_legal_and_none_exceeds_the_bound(seed: int) -> None:
    """``solve`` certifies legality by the map alone; the bound is checked here."""
    instance = tiny(seed)
    optimum = best(instance)
    result = solve(instance, QUICK, engine="patches")
    if result.status is Status.INFEASIBLE:
        assert optimum == -np.inf
    elif optimum > -np.inf:
        assert result.bound >= optimum - 1e-6 * max(1.0, abs(optimum))


def planted(least: dict[str, int]) -> Instance:
    """Land for homes in pieces of 8 ha; a park may come anywhere; both are asked."""
    grid = a_grid(4, 9)
    col = np.arange(36) % 9
    problem = a_problem(
        grid,
        {"homes": [1.0] * 36, "park": [1.0] * 36},
        Claim("homes", "homes", 100.0, np.inf),
        Claim("green", "green", 4.0, np.inf),
        *(
            Patches(f"own-{use}", (use,), min_ha=float(cells))
            for use, cells in least.items()
        ),
        exclusions=(Exclusion("town", ("homes",), col % 3 == 2),),
    )
    return to_instance(problem)


def test_the_patch_rule_that_cannot_hold_is_named() -> None:
    small, large = planted({"homes": 8, "park": 4}), planted({"homes": 9, "park": 4})
    assert solve(small, ROUGH, engine="patches").status is Status.OPTIMAL
    result = solve(large, ROUGH, engine="patches")
    assert result.status is Status.INFEASIBLE
    assert set(result.conflict) == {"claim[homes]", "patches[homes]"}


def test_what_only_fractions_of_cells_can_do_is_infeasible() -> None:
    """Homes come in 20 a cell, so never 165 to 170 of them."""
    instance = planted({"homes": 8, "park": 4})
    row = instance.rows.name.index("claim[homes]")
    low, high = instance.rows.low.copy(), instance.rows.high.copy()
    low[row], high[row] = 165.0, 170.0
    rows = replace(instance.rows, low=low, high=high)
    result = solve(replace(instance, rows=rows), ROUGH, engine="patches")
    assert result.status is Status.INFEASIBLE
    assert result.conflict == ()
