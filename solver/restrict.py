"""Patches, sites and separations of a problem as the arrays that engines keep."""

import numpy as np

from model.constraints.patches import Patches
from model.constraints.separation import Separation
from model.constraints.sites import Sites
from model.partition import Partition
from model.problem import Problem
from solver.restrictions import Restrictions, Separations
from solver.restrictions import Sites as SiteArrays


def candidate_areas(problem: Problem) -> list[Partition]:
    """Return the candidate areas of every site rule, in the order of the rules."""
    return [rule.candidates or problem.province for rule in _sites(problem)]


def to_restrictions(problem: Problem, areas: list[int]) -> Restrictions:
    """State what restricts where uses lie as arrays.

    Parameters
    ----------
    problem
        The problem.
    areas
        Number of the partition of every site rule, as in ``candidate_areas``.

    """
    least = np.zeros(len(problem.uses), np.int32)
    most = np.zeros(len(problem.uses), np.int32)
    for rule in problem.constraints:
        if isinstance(rule, Patches):
            low, high = rule.cells(problem.grid.cell_area_ha)
            for use in rule.uses:
                number = problem.number(use)
                least[number] = max(least[number], low)
                if high:
                    most[number] = min(most[number] or high, high)
    return Restrictions(
        least if least.any() else np.zeros(0, np.int32),
        most if most.any() else np.zeros(0, np.int32),
        _site_arrays(problem, areas),
        _separation_arrays(problem),
    )


def _sites(problem: Problem) -> list[Sites]:
    return [rule for rule in problem.constraints if isinstance(rule, Sites)]


def _site_arrays(problem: Problem, areas: list[int]) -> SiteArrays:
    rules = _sites(problem)
    return SiteArrays(
        tuple(f"sites[{rule.name}]" for rule in rules),
        np.array([problem.number(rule.use) for rule in rules], np.int32),
        np.array([rule.fewest for rule in rules], np.int32),
        np.array([rule.most for rule in rules], np.int32),
        np.array([rule.least_ha for rule in rules], np.float64),
        np.array(areas, np.int32),
    )


def _separation_arrays(problem: Problem) -> Separations:
    """Leave out what the size of cells keeps by itself."""
    rules = [
        rule
        for rule in problem.constraints
        if isinstance(rule, Separation)
        and not rule.holds_by_itself(problem.grid.cell_m)
    ]
    if not rules:
        return Separations()
    return Separations(
        tuple(f"separation[{rule.name}]" for rule in rules),
        np.stack([problem.indicator(rule.uses) > 0 for rule in rules]),
        np.stack([problem.indicator(rule.others) > 0 for rule in rules]),
        np.array([rule.least_m for rule in rules], np.float64),
        np.array([rule.price for rule in rules]) * problem.grid.cell_area_ha,
    )
