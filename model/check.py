"""Judge an answer in plain words: every limit, and the objective, without rows.

Engines work on rows; this file does not know them. What it finds is what the user
is told, and the certificate compares its objective with the engine's.
"""

from dataclasses import dataclass

import numpy as np

from model.allocation import Allocation
from model.problem import Problem
from model.violation import Violation


@dataclass(frozen=True)
class Verdict:
    """What an answer is worth and which limits it misses.

    Parameters
    ----------
    objective
        Points of the answer, shortfalls paid.
    violations
        Hard limits broken; a legal answer has none.
    shortfalls
        Soft limits missed, with their cost.

    """

    objective: float
    violations: tuple[Violation, ...]
    shortfalls: tuple[Violation, ...]


def check(problem: Problem, allocation: Allocation) -> Verdict:
    """Judge an answer.

    Parameters
    ----------
    problem
        What it is an answer to.
    allocation
        A use for every cell and an amount of every supply.

    Raises
    ------
    ValueError
        If the answer does not have one known use per cell, one amount per supply.

    """
    _check_shape(problem, allocation)
    found: list[Violation] = []
    for exclusion in problem.all_exclusions:
        found += exclusion.violations(problem, allocation)
    for constraint in problem.constraints:
        found += constraint.violations(problem, allocation)
    for supply, amount in zip(problem.supplies, allocation.supply, strict=True):
        if not -1e-9 <= amount <= supply.cap * (1 + 1e-9) + 1e-9:
            found.append(
                Violation(
                    f"supply[{supply.name}]",
                    "amount without land",
                    float(amount),
                    0.0,
                    supply.cap,
                    supply.quantity,
                )
            )
    hard = tuple(violation for violation in found if violation.hard)
    soft = tuple(violation for violation in found if not violation.hard)
    cost = sum(violation.cost for violation in soft)
    return Verdict(_gained(problem, allocation) - cost, hard, soft)


def _check_shape(problem: Problem, allocation: Allocation) -> None:
    use, n_cells = allocation.use, problem.grid.n_cells
    if use.shape != (n_cells,):
        raise ValueError(f"allocation must have {n_cells:,} cells, got {use.shape}")
    if use.size and not 0 <= use.min() <= use.max() < len(problem.uses):
        raise ValueError(
            f"uses must lie in 0..{len(problem.uses) - 1}, got {use.min()}..{use.max()}"
        )
    if allocation.supply.shape != (len(problem.supplies),):
        raise ValueError(
            f"allocation must have {len(problem.supplies)} supplies, "
            f"got {allocation.supply.shape}"
        )


def _gained(problem: Problem, allocation: Allocation) -> float:
    """Points of cells and supplies, less what the borders between uses cost."""
    use = allocation.use
    cells = np.arange(use.size)
    points = float(problem.score[use, cells].astype(np.float64).sum())
    for supply, amount in zip(problem.supplies, allocation.supply, strict=True):
        points += supply.points * float(amount)
    lost = np.zeros(len(problem.uses))
    for name, per_edge in problem.boundary:
        lost[problem.number(name)] = per_edge
    touching = np.zeros((len(problem.uses), len(problem.uses)))
    for first, second, per_edge in problem.touch:
        pair = problem.number(first), problem.number(second)
        touching[pair] = touching[pair[::-1]] = per_edge
    plane = problem.grid.to_plane(use, -1)
    for here, there in ((plane[:, :-1], plane[:, 1:]), (plane[:-1], plane[1:])):
        border = (here >= 0) & (there >= 0) & (here != there)
        one, other = here[border], there[border]
        points -= float((lost[one] + lost[other]).sum()) / 2
        points -= float(touching[one, other].sum())
    return points
