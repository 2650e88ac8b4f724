from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.problem import Problem
from solver.bound import proven_bound
from solver.compile import to_instance
from solver.highs import relax
from solver.program import Program, to_program
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from tests.model.strategies import problems
from tests.naive.best import best_answer
from tests.solver.small import compact, scattered, with_roofs

PRICES = st.floats(-20, 20, width=32) | st.floats(-1e9, 1e9) | st.just(0.0)


def _n_prices(program: Program) -> int:
    return int(program.matrix.shape[0]) - program.n_cell_rows


@settings(max_examples=150)
@given(problems(), st.data())
def test_any_prices_prove_a_bound_on_every_legal_answer(
    problem: Problem, data: st.DataObject
) -> None:
    program = to_program(to_instance(problem))
    n = _n_prices(program)
    price = np.array(data.draw(st.lists(PRICES, min_size=n, max_size=n)))
    best = best_answer(problem)
    if best is not None:
        bound = proven_bound(program, price)
        assert bound >= best.verdict.objective - 1e-9 * max(1, abs(bound))


@pytest.mark.parametrize("seed", range(4))
def test_any_prices_prove_a_bound_on_a_larger_problem(seed: int) -> None:
    instance = to_instance(with_roofs(compact(4, 4, seed)))
    program = to_program(instance)
    objective = solve(instance, Settings(gap=0.02, time_limit_s=60)).objective
    rng = np.random.default_rng(seed)
    for size in (1e-3, 0.1, 1.0, 30.0, 1e6):
        price = rng.normal(0, size, _n_prices(program))
        assert proven_bound(program, price) >= objective


@settings(max_examples=100)
@given(problems())
def test_the_prices_of_the_relaxation_prove_its_optimum(problem: Problem) -> None:
    program = to_program(to_instance(problem))
    relaxed = relax(program, Watch())
    if relaxed.infeasible or not program.n_columns:
        return
    optimum = float(program.objective @ relaxed.value) + program.offset
    bound = proven_bound(program, relaxed.row_price)
    assert bound == pytest.approx(optimum, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("make", [scattered, compact])
def test_the_prices_of_a_larger_relaxation_prove_its_optimum(
    make: Callable[[int, int], Problem],
) -> None:
    program = to_program(to_instance(with_roofs(make(6, 6))))
    relaxed = relax(program, Watch())
    optimum = float(program.objective @ relaxed.value)
    bound = proven_bound(program, relaxed.row_price)
    assert bound == pytest.approx(optimum, rel=1e-6)
    assert bound >= optimum - 1e-9 * abs(optimum)


@settings(max_examples=60)
@given(problems(), st.data())
def test_rounding_never_takes_a_bound_below_its_exact_value(
    problem: Problem, data: st.DataObject
) -> None:
    """The same sum in fractions, at prices that its rules leave alone."""
    program = to_program(to_instance(problem))
    n = _n_prices(program)
    awkward = st.floats(-3, 3)
    price = np.array(data.draw(st.lists(awkward, min_size=n, max_size=n)))
    low = program.low[program.n_cell_rows :]
    high = program.high[program.n_cell_rows :]
    price[np.isinf(high)] = np.minimum(price[np.isinf(high)], 0)
    price[np.isinf(low)] = np.maximum(price[np.isinf(low)], 0)
    soft = np.unique(np.append(program.short_row, program.over_row))
    price[soft] = 0
    exact = _exact_bound(program, price.tolist())
    assert Fraction(proven_bound(program, price)) >= exact


def _exact_bound(program: Program, price: list[float]) -> Fraction:
    rows = program.matrix[program.n_cell_rows :].toarray()
    reduced = [
        Fraction(float(gain))
        - sum(
            (
                Fraction(float(coef)) * Fraction(one)
                for coef, one in zip(column, price, strict=True)
            ),
            Fraction(0),
        )
        for gain, column in zip(program.objective, rows.T, strict=True)
    ]
    n = program.n_assignments
    per_cell: dict[int, Fraction] = {}
    for cell, value in zip(program.cell.tolist(), reduced[:n], strict=True):
        per_cell[cell] = max(per_cell.get(cell, Fraction(0)), value)
    total = sum(per_cell.values(), Fraction(0))
    for value, most in zip(reduced[n:], program.upper[n:].tolist(), strict=True):
        if np.isfinite(most):
            total += max(Fraction(0), value * Fraction(most))
    low = program.low[program.n_cell_rows :].tolist()
    high = program.high[program.n_cell_rows :].tolist()
    for one, least, most in zip(price, low, high, strict=True):
        if one:
            total += Fraction(one) * Fraction(most if one > 0 else least)
    return total
