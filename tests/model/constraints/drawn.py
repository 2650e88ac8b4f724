"""A map as text: '.' stays, 1 homes, 2 park, ' ' outside the province; 1 ha a cell."""

import numpy as np

from model.allocation import Allocation
from model.constraints.protocol import Constraint
from model.problem import Problem
from tests.model.small import a_grid, a_problem


def drawn(*lines: str, rule: Constraint) -> tuple[Problem, Allocation]:
    width = max(map(len, lines))
    letters = [letter for line in lines for letter in line.ljust(width)]
    outside = [
        divmod(place, width) for place, letter in enumerate(letters) if letter == " "
    ]
    use = [0 if letter == "." else int(letter) for letter in letters if letter != " "]
    problem = a_problem(a_grid(len(lines), width, outside), {}, rule)
    return problem, Allocation(np.array(use, np.int8))


def said(rule: Constraint, *lines: str) -> list[str]:
    """What the rule says of a map, without the name in front."""
    problem, allocation = drawn(*lines, rule=rule)
    found = rule.violations(problem, allocation)
    return [str(violation).partition(": ")[2] for violation in found]
