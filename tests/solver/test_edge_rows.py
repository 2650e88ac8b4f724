"""What edges cost, as columns: against the objective summed from the map itself."""

import numpy as np
import pytest

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance
from solver.program import to_program
from solver.round import to_columns
from solver.route import solve
from solver.settings import Settings
from tests.solver.random_instances import on_a_plane, random_instance


def touching(seed: int) -> Instance:
    return on_a_plane(random_instance(seed), seed)


@pytest.mark.parametrize("seed", range(40))
def test_columns_of_any_answer_keep_their_rows_and_cost_what_edges_cost(
    seed: int,
) -> None:
    instance = touching(seed)
    program = to_program(instance)
    rng = np.random.default_rng(seed)
    cells = np.arange(instance.n_cells)
    use = rng.integers(0, instance.n_uses, instance.n_cells)
    use[~instance.allowed[use, cells] & (use > 0)] = 0
    answer = Allocation(use.astype(np.int8), np.zeros(instance.n_supplies))
    value = to_columns(instance, program, answer)
    edge_rows = slice(program.n_cell_rows + program.n_rows, None)
    room = program.high[edge_rows] - program.matrix[edge_rows] @ value
    assert room.min(initial=0.0) >= -1e-9
    here, there = use[instance.edges[:, 0]], use[instance.edges[:, 1]]
    wanted = -instance.edge_cost[here, there].sum()
    if program.n_edge_columns:
        last = slice(-program.n_edge_columns, None)
        assert program.objective[last] @ value[last] == pytest.approx(wanted)


@pytest.mark.parametrize("seed", range(25))
def test_the_program_agrees_with_the_judge(seed: int) -> None:
    instance = touching(seed)
    result = solve(instance, Settings(gap=0.0, time_limit_s=20), engine="exact")
    if result.allocation is not None:
        worth = judge(instance, result.allocation)
        assert result.objective == pytest.approx(worth.objective)
        assert result.bound == pytest.approx(worth.objective, rel=1e-4, abs=1e-4)
