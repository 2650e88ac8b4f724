"""What a solver returns is the best of all answers there are, or there is none."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.check import check
from model.constraints.budget import Budget
from model.constraints.claim import Claim
from model.constraints.coupling import Coupling
from model.constraints.coverage import Coverage
from model.constraints.exclusion import Exclusion
from model.constraints.share import Share
from model.problem import Problem
from model.rows import HARD
from solver.compile import to_instance
from solver.result import Result
from solver.route import solve
from solver.settings import Settings, SolverName
from solver.status import Status
from tests.model.strategies import (
    KINDS,
    boundaries,
    problems,
    problems_with,
    touches,
)
from tests.naive.best import best_answer

TO_THE_END = Settings(gap=1e-9, time_limit_s=60)


def _agrees(problem: Problem, result: Result, tolerance: float = 1e-6) -> None:
    best = best_answer(problem)
    if best is None:
        assert result.status is Status.INFEASIBLE
        assert result.allocation is None
        return
    assert result.allocation is not None
    wanted = best.verdict.objective
    assert result.objective == pytest.approx(wanted, rel=tolerance, abs=tolerance)
    assert result.bound >= wanted - tolerance
    verdict = check(problem, result.allocation)
    assert not verdict.violations
    assert verdict.objective == pytest.approx(result.objective, abs=1e-6)


@settings(max_examples=250)
@given(problems())
def test_exact_finds_the_best_of_all_legal_answers(problem: Problem) -> None:
    result = solve(to_instance(problem), TO_THE_END)
    _agrees(problem, result)
    if result.allocation is not None:
        assert result.status is Status.OPTIMAL


@pytest.mark.parametrize("kind", list(KINDS))
@settings(max_examples=30)
@given(st.data())
def test_exact_finds_the_best_of_all_legal_answers_with_one(
    kind: str, data: st.DataObject
) -> None:
    problem = data.draw(problems_with(kind))
    problem = replace(problem, boundary=data.draw(boundaries(problem)))
    _agrees(problem, solve(to_instance(problem), TO_THE_END))


@settings(max_examples=60)
@given(st.data())
def test_exact_finds_the_best_where_uses_like_or_dislike_to_touch(
    data: st.DataObject,
) -> None:
    problem = data.draw(problems())
    problem = replace(problem, touch=data.draw(touches(problem)))
    _agrees(problem, solve(to_instance(problem), TO_THE_END))


@settings(max_examples=60)
@given(problems())
def test_a_gap_of_0_asks_for_the_best(problem: Problem) -> None:
    _agrees(problem, solve(to_instance(problem), replace(TO_THE_END, gap=0)))


@settings(max_examples=80)
@given(problems())
def test_greedy_allocation_is_legal_and_never_better_than_the_best(
    problem: Problem,
) -> None:
    result = solve(to_instance(problem), TO_THE_END, engine="sequential")
    if result.allocation is None:
        assert result.status is Status.NO_SOLUTION
        return
    assert result.status is Status.FEASIBLE
    assert not check(problem, result.allocation).violations
    best = best_answer(problem)
    assert best is not None
    assert result.objective <= best.verdict.objective + 1e-6


def test_scip_finds_the_best_of_all_legal_answers() -> None:
    _solver_agrees("scip", problems())


def test_cp_sat_finds_the_best_of_all_legal_answers_in_whole_numbers() -> None:
    _solver_agrees("cp-sat", problems().map(_in_whole_cells))


def _solver_agrees(solver: SolverName, made: st.SearchStrategy[Problem]) -> None:
    # a gap of 0 that rounding never meets, so that the solver itself must work
    chosen = Settings(gap=0, time_limit_s=60, solver=solver)

    @settings(max_examples=40)
    @given(made)
    def agrees(problem: Problem) -> None:
        _agrees(problem, solve(to_instance(problem), chosen), tolerance=1e-4)

    agrees()


def _in_whole_cells(problem: Problem) -> Problem:
    """Without supply, without prices, and with limits that are met or not by far."""
    rules = tuple(
        replace(rule, price=HARD)
        if isinstance(rule, Claim | Share | Budget | Coupling | Coverage)
        else rule
        for rule in problem.constraints
    )
    return replace(problem, supplies=(), constraints=rules)


@settings(max_examples=40)
@given(problems())
def test_cp_sat_claims_nothing_false_about_amounts(problem: Problem) -> None:
    chosen = Settings(gap=0, time_limit_s=60, solver="cp-sat")
    result, best = solve(to_instance(problem), chosen), best_answer(problem)
    if best is None:
        assert result.allocation is None
    elif result.allocation is not None:
        assert not check(problem, result.allocation).violations
        assert result.objective <= best.verdict.objective + 1e-6
        assert result.bound >= best.verdict.objective - 1e-6
    else:
        assert result.status is Status.NO_SOLUTION


@settings(max_examples=25)
@given(problems())
def test_a_conflict_names_rows_that_no_answer_keeps(problem: Problem) -> None:
    result = solve(to_instance(problem), TO_THE_END)
    if result.status is not Status.INFEASIBLE or not result.conflict:
        return
    named = tuple(
        rule
        for rule in problem.constraints
        if any(row.name in result.conflict for row in rule.rows(problem))
    )
    alone = replace(problem, constraints=named)
    assert best_answer(alone) is None


def test_nothing_to_decide_is_solved_or_infeasible_all_the_same() -> None:
    everywhere = np.ones(1, np.bool_)
    for problem in _tiny():
        excluded = Exclusion("all", ("homes",), everywhere)
        _agrees(
            problem.with_exclusion(excluded),
            solve(to_instance(problem.with_exclusion(excluded)), TO_THE_END),
        )


def _tiny() -> list[Problem]:
    from model.constraints.claim import Claim
    from model.supply import Supply
    from tests.model.small import HOMES, a_grid, a_problem

    bare = a_problem(a_grid(1, 1), {"homes": [3]}, uses=(HOMES,))
    impossible = bare.with_constraint(Claim("homes", "homes", 5, 100))
    roofs = (Supply("roofs", "homes", 10, 0.5),)
    priced = bare.with_constraint(Claim("homes", "homes", 5, 100, price=2))
    return [
        bare,
        impossible,
        priced,
        replace(impossible, supplies=roofs),
        replace(priced, supplies=roofs),
        replace(bare, supplies=roofs),
    ]
