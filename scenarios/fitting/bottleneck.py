"""The land that rows in conflict ask for, and the rules that keep it from them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.problem import Problem
from solver.instance import Instance

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Bottleneck:
    """Uses and cells of which there is too little.

    Parameters
    ----------
    problem, instance
        What is asked, and the same as arrays.
    wanted
        Cells where a use would help a row that cannot reach its lowest limit, shape
        ``(n_uses, n_cells)``.

    """

    problem: Problem
    instance: Instance
    wanted: Mask

    @cached_property
    def times_excluded(self) -> NDArray[np.int16]:
        """Number of rules that keep a use out, shape ``(n_uses, n_cells)``."""
        count = np.zeros(self.wanted.shape, np.int16)
        for exclusion in self.problem.all_exclusions:
            for use in set(exclusion.uses):
                count[self.problem.number(use)] += exclusion.cells
        return count

    @property
    def land_ha(self) -> float:
        """Land where at least one of the uses may come [ha]."""
        return land_of(self.problem, self.wanted)

    def kept(self) -> dict[str, tuple[float, float]]:
        """Return the land that rules keep from uses that it would help [ha].

        By id of the rule, first what it alone keeps, then what it keeps with others;
        most land first.
        """
        problem, found = self.problem, {}
        for exclusion in problem.exclusions:
            numbers = [problem.number(use) for use in set(exclusion.uses)]
            wanted = self.wanted[numbers] & exclusion.cells
            alone = wanted & (self.times_excluded[numbers] == 1)
            only, all_ = (
                float(problem.land_ha[cells.any(axis=0)].sum())
                for cells in (alone, wanted)
            )
            found[exclusion.name] = only, all_
        names = sorted(found, key=lambda name: found[name], reverse=True)
        return {name: found[name] for name in names if found[name][1] > 0}

    def allowed_without(self, rules: Collection[str]) -> Mask:
        """Return where uses may come if the exclusions of some rules did not hold."""
        count = self.times_excluded.copy()
        for exclusion in self.problem.exclusions:
            if exclusion.name in rules:
                for use in set(exclusion.uses):
                    count[self.problem.number(use)] -= exclusion.cells
        free: Mask = count == 0
        return free


def land_of(problem: Problem, wanted: Mask) -> float:
    """Return the land where at least one use may come where it is wanted [ha]."""
    here = (wanted & problem.allowed).any(axis=0)
    return float(problem.land_ha[here].sum())


def wanted_by(instance: Instance, rows: Iterable[str]) -> Mask:
    """Return the cells where uses help rows to reach their lowest limits.

    Parameters
    ----------
    instance
        What is asked.
    rows
        Names of rows that cannot reach theirs.

    """
    names, of = set(rows), instance.rows
    found = np.zeros(instance.allowed.shape, np.bool_)
    for entry, row in enumerate(of.entry_row.tolist()):
        if of.name[row] in names:
            coef, partition = of.entry_coef[entry], of.entry_partition[entry]
            here = instance.zone[partition] == of.entry_zone[entry]
            found |= (coef > coef[0])[:, None] & here & (instance.weight[partition] > 0)
    return found
