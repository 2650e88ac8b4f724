"""Patches and sites that may be smaller: the largest size with which all fits, tried.

Whatever fits with large patches or sites fits with smaller ones, so the size is found
by halving.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.problem import Problem
from scenarios.fitting.relaxed import rules_of_patches
from scenarios.row_name import row_name
from solver.fit import fits
from solver.instance import Instance
from solver.narrow import site_land
from solver.plane import Plane
from solver.watch import Watch

STEPS = 128
"""Sizes of a site that are told apart."""


@dataclass(frozen=True)
class Smaller:
    """A least size that may be less.

    Parameters
    ----------
    rule
        Id of the rule.
    least_ha, possible_ha
        What it asks, and with what all fits [ha].

    """

    rule: str
    least_ha: float
    possible_ha: float


def smaller(
    problem: Problem, instance: Instance, conflict: tuple[str, ...], watch: Watch
) -> tuple[Smaller, ...]:
    """Return how small patches or sites in a conflict must be for all to fit.

    Parameters
    ----------
    problem, instance
        What is asked, and the same as arrays.
    conflict
        Names of what cannot hold together.
    watch
        Ends the search.

    """
    found = []
    for name in conflict:
        form, owner, _zone = row_name(name)
        tried = None
        if form == "patches":
            tried = _patches(problem, instance, owner, watch)
        elif name in instance.restrictions.sites.name:
            tried = _sites(instance, name, watch)
        found += [tried] if tried is not None else []
    return tuple(found)


def _patches(
    problem: Problem, instance: Instance, use: str, watch: Watch
) -> Smaller | None:
    """Lower the least size of the patches of a use, where one rule asks for it."""
    rules = rules_of_patches(problem, use)
    if len(rules) != 1:
        return None
    number, of = problem.number(use), instance.restrictions
    cells = np.bincount(Plane.of(instance).patches(instance.allowed[number]))[1:]
    asked = int(of.patch_least[number])

    def does(size: float) -> bool:
        least = of.patch_least.copy()
        least[number] = size
        now = replace(instance, restrictions=replace(of, patch_least=least))
        return bool(fits(now, watch))

    size = _largest(np.unique(cells[cells < asked]), does)
    cell_ha = problem.grid.cell_area_ha
    return Smaller(rules[0], asked * cell_ha, size * cell_ha) if size else None


def _sites(instance: Instance, name: str, watch: Watch) -> Smaller | None:
    """Lower the least land of the sites of a rule."""
    of = instance.restrictions
    rule = of.sites.name.index(name)
    asked = float(of.sites.least[rule])
    allowed = instance.allowed[of.sites.use[rule]]
    _, amount = site_land(instance, rule, Plane.of(instance), allowed)

    def does(size: float) -> bool:
        least = of.sites.least.copy()
        least[rule] = size
        sites = replace(of.sites, least=least)
        now = replace(instance, restrictions=replace(of, sites=sites))
        return bool(fits(now, watch))

    most = min(asked, float(amount[1:].max(initial=0.0)))
    sizes = np.append(np.arange(1, STEPS) * most / STEPS, most)
    size = _largest(np.unique(np.floor(sizes * 10) / 10), does)
    rule_id = row_name(name).id
    return Smaller(rule_id, asked, size) if size else None


def _largest(sizes: NDArray[Any], does: Callable[[float], bool]) -> float:
    """Return the largest of ascending sizes with which it does; 0 if with none."""
    low, high = 0, sizes.size
    while low < high:
        middle = (low + high + 1) // 2
        if does(float(sizes[middle - 1])):
            low = middle
        else:
            high = middle - 1
    return float(sizes[low - 1]) if low else 0.0
