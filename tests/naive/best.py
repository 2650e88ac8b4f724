"""The best legal answer of a tiny problem: judge every one there is.

Legal and worth are what ``model.check`` says. Amounts of supply are not whole
numbers; for given uses the best amounts lie where a limit is met exactly, so those
are tried.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from model.allocation import Allocation
from model.check import Verdict, check
from model.constraints.claim import Claim
from model.constraints.coupling import Coupling
from model.partition import Partition
from model.problem import Problem


@dataclass(frozen=True)
class Judged:
    allocation: Allocation
    verdict: Verdict


def every_use(problem: Problem) -> Iterator[np.ndarray[tuple[int], np.dtype[np.int8]]]:
    numbers = range(len(problem.uses))
    for uses in itertools.product(numbers, repeat=problem.grid.n_cells):
        yield np.array(uses, np.int8)


def legal_answers(problem: Problem) -> Iterator[Judged]:
    for use in every_use(problem):
        if not problem.allowed[use, np.arange(use.size)].all():
            continue
        for supply in _amounts(problem, use):
            allocation = Allocation(use, np.array(supply, np.float64))
            verdict = check(problem, allocation)
            if not verdict.violations:
                yield Judged(allocation, verdict)


def best_answer(problem: Problem) -> Judged | None:
    return max(
        legal_answers(problem),
        key=lambda judged: judged.verdict.objective,
        default=None,
    )


def _amounts(
    problem: Problem, use: np.ndarray[tuple[int], np.dtype[np.int8]]
) -> set[tuple[float, ...]]:
    """Amounts worth trying: one supply after the other, in every order."""
    n_supplies = len(problem.supplies)
    found: set[tuple[float, ...]] = set()
    for order in itertools.permutations(range(n_supplies)):
        tried = {(0.0,) * n_supplies}
        for number in order:
            tried = {
                (*amounts[:number], amount, *amounts[number + 1 :])
                for amounts in tried
                for amount in _kinks(problem, use, amounts, number)
            }
        found |= tried
    return found


def _kinks(
    problem: Problem,
    use: np.ndarray[tuple[int], np.dtype[np.int8]],
    amounts: tuple[float, ...],
    number: int,
) -> set[float]:
    """Amounts of one supply at which a limit is met, the others given."""
    supply = problem.supplies[number]
    here = Allocation(use, np.array([*amounts[:number], 0.0, *amounts[number + 1 :]]))
    kinks = {0.0, supply.cap}
    for rule in problem.constraints:
        if isinstance(rule, Claim):
            got = rule.achieved(problem, here)
            kinks |= {rule.least - got, rule.most - got}
        if isinstance(rule, Coupling):
            got = _in_zone(problem, here, rule.quantity, rule.partition)
            owed = rule.factor * _in_zone(problem, here, rule.other, rule.partition)
            lack = owed - got
            kinks |= {lack, -lack / rule.factor}
    return {min(supply.cap, max(0.0, kink)) for kink in kinks if np.isfinite(kink)}


def _in_zone(
    problem: Problem, allocation: Allocation, quantity: str, partition: Partition
) -> float:
    land = Claim("land", quantity, 0, 0, partition, 0).achieved(problem, allocation)
    amounts = zip(allocation.supply, problem.supplies, strict=True)
    return land + sum(
        float(amount) for amount, supply in amounts if supply.quantity == quantity
    )
