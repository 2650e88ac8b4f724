from collections.abc import Callable

import pytest

from model.problem import Problem
from solver.compile import to_instance
from solver.result import Result
from solver.route import solve
from solver.settings import Settings

Solve = Callable[[Problem], Result]


@pytest.fixture
def solved() -> Solve:
    """Solve a problem to the last point."""
    settings = Settings(gap=1e-9, time_limit_s=60)
    return lambda problem: solve(to_instance(problem), settings)
