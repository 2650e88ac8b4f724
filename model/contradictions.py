"""What cannot hold together, whatever the answer: both rules are named."""

from itertools import combinations, permutations
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.constraints.fixed import Fixed
from model.constraints.patches import Patches
from model.constraints.sites import Sites

if TYPE_CHECKING:
    from model.problem import Problem


def refuse_contradictions(problem: "Problem") -> None:
    """Refuse a cell that one rule fixes and another excludes or fixes otherwise."""
    fixed = [rule for rule in problem.constraints if isinstance(rule, Fixed)]
    for place, rule in enumerate(fixed):
        for other in fixed[:place]:
            both = rule.cells & other.cells & (problem.land_ha > 0)
            if rule.use != other.use and both.any():
                raise ValueError(
                    f"a cell must have one fixed use, but {_where(problem, both)} is "
                    f"fixed to '{rule.use}' by '{rule.name}' and to '{other.use}' by "
                    f"'{other.name}'; leave it out of one of them"
                )
        for exclusion in problem.exclusions:
            both = rule.cells & exclusion.cells & (problem.land_ha > 0)
            if rule.use in exclusion.uses and both.any():
                raise ValueError(
                    f"use '{rule.use}' is fixed by '{rule.name}' in "
                    f"{_where(problem, both)} and excluded there by "
                    f"'{exclusion.name}'; switch one of them off, or give the "
                    f"exclusion an exception"
                )
    _refuse_patches_of_no_size(problem)
    _refuse_two_counts_of_sites(problem)


def _refuse_patches_of_no_size(problem: "Problem") -> None:
    """Refuse patches that one rule wants larger than another allows."""
    area_ha = problem.grid.cell_area_ha
    rules = [rule for rule in problem.constraints if isinstance(rule, Patches)]
    limits = [rule.cells(area_ha) for rule in rules]
    for (rule, (least, _)), (other, (_, most)) in permutations(
        zip(rules, limits, strict=True), 2
    ):
        shared = set(rule.uses) & set(other.uses)
        if shared and 0 < most < least:
            raise ValueError(
                f"patches of '{min(shared)}' must have at least {least} cells by "
                f"'{rule.name}' and at most {most} by '{other.name}'; switch one of "
                f"them off"
            )


def _refuse_two_counts_of_sites(problem: "Problem") -> None:
    """Refuse two rules that both count the sites of a use."""
    sites = [rule for rule in problem.constraints if isinstance(rule, Sites)]
    for rule, other in combinations(sites, 2):
        if rule.use == other.use:
            raise ValueError(
                f"sites of '{rule.use}' must be counted by one rule, got "
                f"'{rule.name}' and '{other.name}'; switch one of them off"
            )


def refuse_wrong_touch(problem: "Problem") -> None:
    """Refuse points between a use and itself, given twice, or no number."""
    seen: set[frozenset[str]] = set()
    for first, second, points in problem.touch:
        if problem.number(first) == problem.number(second):
            raise ValueError(
                f"touch must be between two uses, got '{first}' twice; what a use "
                f"loses at its own border is its boundary"
            )
        pair = frozenset((first, second))
        if pair in seen:
            raise ValueError(
                f"touch of '{first}' and '{second}' must be given once, got it twice"
            )
        if not isfinite(points):
            raise ValueError(
                f"touch of '{first}' and '{second}' must be a number of points, "
                f"got {points:g}"
            )
        seen.add(pair)


def _where(problem: "Problem", cells: NDArray[np.bool_]) -> str:
    """Name the first cell by its RD coordinates, and count the rest."""
    first = int(np.argmax(cells))
    x, y = problem.grid.frame.centres_m()
    place = (
        f"cell {first} (X {x[problem.grid.col[first]]:,.0f} "
        f"Y {y[problem.grid.row[first]]:,.0f})"
    )
    more = int(cells.sum()) - 1
    return f"{place} and {more:,} more" if more else place
