from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from model.problem import Problem
from solver.certificate import row_values
from solver.compile import to_instance
from solver.instance import Instance
from solver.kernels.greedy import past_priced_limits, take_until, tallies
from tests.model.small import an_answer
from tests.model.strategies import problems
from tests.naive import greedy as naive
from tests.solver.small import an_instance


def _nothing_yet(instance: Instance) -> tuple[np.ndarray, np.ndarray]:
    use = np.zeros(instance.n_cells, np.int8)
    none = an_answer(*use.tolist(), supply=[0.0] * instance.n_supplies)
    return use, row_values(instance, none)


@given(problems().filter(lambda problem: problem.constraints), st.data())
def test_it_takes_what_its_naive_twin_takes(
    problem: Problem, data: st.DataObject
) -> None:
    # round hectares, so that sums in another order are the same number
    land = np.where(problem.available_ha > 0.4, 0.5, 0.25).astype(np.float32)
    try:
        instance = to_instance(replace(problem, available_ha=land))
    except ValueError:  # where there is land now, two rules contradict each other
        reject()
    if not instance.n_rows:
        return
    pairs = st.tuples(
        st.integers(0, instance.n_cells - 1), st.integers(1, instance.n_uses - 1)
    )
    candidates = data.draw(st.lists(pairs, max_size=12))
    row = data.draw(st.integers(0, instance.n_rows - 1))
    goal = data.draw(st.sampled_from([0.25, 1.0, 5.0, 20.0, 1000.0]))
    hard_only = data.draw(st.booleans())
    table = tallies(instance)
    kept = list(range(instance.n_rows))
    if hard_only:
        table = past_priced_limits(instance, table)
        kept = [number for number in kept if instance.hard[number]]
    use, value = _nothing_yet(instance)
    taken = take_until(
        table,
        np.array([cell for cell, _ in candidates], np.int32),
        np.array([number for _, number in candidates], np.int8),
        (row, goal),
        (use, value),
    )
    wanted = naive.take_until(instance, candidates, (row, goal), kept)
    assert (use.tolist(), taken) == wanted
    answer = an_answer(*use.tolist(), supply=[0.0] * instance.n_supplies)
    np.testing.assert_allclose(value, row_values(instance, answer), atol=1e-9)


def test_refuses_candidates_that_are_no_pairs() -> None:
    instance = an_instance()
    with pytest.raises(ValueError, match="got 2 cells and 1 uses"):
        take_until(
            tallies(instance),
            np.zeros(2, np.int32),
            np.ones(1, np.int8),
            (0, 1.0),
            _nothing_yet(instance),
        )
