"""Rows and plain words say the same about every answer there is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.allocation import Allocation
from model.check import check
from model.problem import Problem
from solver.certificate import judge, row_values
from solver.compile import to_instance
from solver.legal import broken_restrictions, too_close_cost
from tests.model.strategies import (
    KINDS,
    RESTRICTED,
    bare_problems,
    problems,
    problems_with,
    restricted_problems,
)
from tests.naive.best import every_use


def _answers(problem: Problem, filled: float) -> list[Allocation]:
    supply = np.array([filled * supply.cap for supply in problem.supplies])
    return [Allocation(use, supply) for use in every_use(problem)]


@pytest.mark.parametrize("kind", list(KINDS))
@settings(max_examples=120)
@given(st.data())
def test_rows_accept_exactly_the_answers_that_the_words_accept(
    kind: str, data: st.DataObject
) -> None:
    problem = data.draw(problems_with(kind))
    (rule,) = problem.constraints
    instance = to_instance(problem)
    low, high = instance.rows.low, instance.rows.high
    price = instance.rows.shortfall_price
    for allocation in _answers(problem, data.draw(st.sampled_from([0.0, 0.5, 1.0]))):
        value = row_values(instance, allocation)
        missed = np.maximum(low - value, 0) + np.maximum(value - high, 0)
        missed[missed <= 1e-6] = 0
        found = rule.violations(problem, allocation)
        broken = {
            name for name, miss in zip(instance.rows.name, missed, strict=True) if miss
        }
        assert broken == {violation.name for violation in found}
        soft = np.isfinite(price)
        cost = float((price[soft] * missed[soft]).sum())
        assert sum(violation.cost for violation in found) == pytest.approx(cost)
        hard = {violation.name for violation in found if violation.hard}
        assert bool(hard) == bool(missed[~soft].any())


@pytest.mark.parametrize("kind", list(RESTRICTED))
@settings(max_examples=100)
@given(st.data())
def test_arrays_restrict_exactly_what_the_words_restrict(
    kind: str, data: st.DataObject
) -> None:
    problem = data.draw(bare_problems())
    rule = data.draw(RESTRICTED[kind](problem))
    problem = problem.with_constraint(rule)
    instance = to_instance(problem)
    assert rule.rows(problem) == []
    for allocation in _answers(problem, 0.0):
        use = allocation.use.astype(np.int64)
        found = rule.violations(problem, allocation)
        hard = [violation for violation in found if violation.hard]
        assert bool(broken_restrictions(instance, use)) == bool(hard)
        cost = sum(violation.cost for violation in found)
        assert too_close_cost(instance, use) == pytest.approx(cost)


@settings(max_examples=60)
@given(restricted_problems())
def test_restrictions_and_touch_have_the_same_worth_in_arrays_and_words(
    problem: Problem,
) -> None:
    instance = to_instance(problem)
    for allocation in _answers(problem, 0.5):
        worth, verdict = judge(instance, allocation), check(problem, allocation)
        assert bool(worth.broken) == bool(verdict.violations)
        assert worth.objective == pytest.approx(verdict.objective, abs=1e-6)


@settings(max_examples=120)
@given(problems(), st.sampled_from([0.0, 0.5, 1.0]))
def test_the_certificate_and_the_words_give_every_answer_the_same_worth(
    problem: Problem, filled: float
) -> None:
    instance = to_instance(problem)
    for allocation in _answers(problem, filled):
        worth, verdict = judge(instance, allocation), check(problem, allocation)
        assert bool(worth.broken) == bool(verdict.violations)
        assert worth.objective == pytest.approx(verdict.objective, abs=1e-6)


@settings(max_examples=120)
@given(problems())
def test_the_mask_accepts_exactly_the_answers_without_an_excluded_use(
    problem: Problem,
) -> None:
    cells = np.arange(problem.grid.n_cells)
    for allocation in _answers(problem, 0.0):
        found = [
            violation
            for exclusion in problem.all_exclusions
            for violation in exclusion.violations(problem, allocation)
        ]
        assert all(violation.hard for violation in found)
        assert bool(found) != problem.allowed[allocation.use, cells].all()
