"""The problem as a value: land, uses, what they gain, and what must hold.

    maximise   sum_i points[use[i], i] * land_ha[i]                      [points]
               - sum over edges between uses k != l:
                     (boundary[k] + boundary[l]) / 2 + touch[k, l]
               + sum_s points_s * supply_s  -  sum_r price_r * shortfall_r
    subject to exclusions and constraints

Checked once when made; ``with_constraint`` and its like return a new one, and the
order of adding does not matter. Use 0 means "stays as it is" and scores 0.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid, GridMismatchError
from model.constraints.exclusion import Exclusion
from model.constraints.fixed import Fixed
from model.constraints.patches import Patches
from model.constraints.protocol import Constraint
from model.constraints.separation import Separation
from model.constraints.sites import Sites
from model.contradictions import refuse_contradictions, refuse_wrong_touch
from model.land_use import NO_LAND, STAYS, LandUse
from model.partition import Partition, whole
from model.score import score
from model.supply import Supply
from model.terms.protocol import Term

SLIVER = 0.01
"""Share of a cell below which its land is left alone: too small to allocate."""


@dataclass(frozen=True, eq=False)
class Problem:
    """Everything an allocation is judged by.

    Parameters
    ----------
    grid
        The province's cells.
    available_ha
        Land that may change per cell [ha], shape ``(n_cells,)``.
    uses
        Uses; the first is "stays as it is".
    terms
        What uses gain where.
    exclusions
        Where uses may not come.
    constraints
        What must hold or be paid for.
    supplies
        Quantities without land.
    boundary
        Points lost per cell edge at a border of the use, by use name; compactness.
    touch
        Points lost per cell edge between two uses beside their boundary, by the
        names of both; below 0 where they like to touch.

    """

    grid: Grid
    available_ha: NDArray[np.float32]
    uses: tuple[LandUse, ...]
    terms: tuple[Term, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    supplies: tuple[Supply, ...] = ()
    boundary: tuple[tuple[str, float], ...] = ()
    touch: tuple[tuple[str, str, float], ...] = ()

    def __post_init__(self) -> None:
        """Check names, shapes, and that no two rules contradict each other."""
        names = [use.name for use in self.uses]
        if not names or names[0] != STAYS or len(set(names)) != len(names):
            raise ValueError(
                f"uses must have different names and begin with '{STAYS}', got {names}"
            )
        if len(names) > np.iinfo(np.int8).max:
            raise ValueError(f"there must be at most 126 uses, got {len(names) - 1}")
        if self.available_ha.shape != (self.grid.n_cells,):
            raise GridMismatchError(
                f"available_ha must have {self.grid.n_cells:,} cells, "
                f"got shape {self.available_ha.shape}"
            )
        for name, points in self.boundary:
            self.number(name)
            if points < 0:
                raise ValueError(
                    f"compactness of '{name}' must be >= 0 points, got {points:g}"
                )
        refuse_wrong_touch(self)
        self._refuse_same_names()
        self._refuse_strangers()
        refuse_contradictions(self)

    def _refuse_same_names(self) -> None:
        seen: set[tuple[type, str]] = set()
        rules: tuple[Constraint | Exclusion | Term | Supply, ...] = (
            *self.constraints,
            *self.exclusions,
            *self.terms,
            *self.supplies,
        )
        for rule in rules:
            key = type(rule), rule.name
            if key in seen:
                raise ValueError(
                    f"rules and supplies must have different names, "
                    f"got '{rule.name}' twice"
                )
            seen.add(key)

    def _refuse_strangers(self) -> None:
        """Refuse masks of unknown uses or on other cells."""
        for rule in self.constraints:
            if isinstance(rule, Patches | Sites | Separation):
                for use in (*rule.uses, *getattr(rule, "others", ())):
                    self.number(use)
        masks = [(rule.name, rule.uses, rule.cells) for rule in self.exclusions]
        for rule in self.constraints:
            if isinstance(rule, Fixed):
                masks.append((rule.name, (rule.use,), rule.cells))
        for name, uses, cells in masks:
            for use in uses:
                self.number(use)
            if cells.shape != (self.grid.n_cells,):
                raise GridMismatchError(
                    f"rule '{name}' must have {self.grid.n_cells:,} cells, "
                    f"got shape {cells.shape}"
                )

    def number(self, use: str) -> int:
        """Return the number of a use.

        Raises
        ------
        ValueError
            If there is no such use.

        """
        for number, known in enumerate(self.uses):
            if known.name == use:
                return number
        names = [known.name for known in self.uses]
        raise ValueError(f"use must be one of {names}, got '{use}'")

    @cached_property
    def land_ha(self) -> NDArray[np.float64]:
        """Land to allocate per cell [ha], 0 where only a sliver is left."""
        least = SLIVER * self.grid.cell_area_ha
        land = self.available_ha.astype(np.float64)
        return np.where(land < least, 0.0, land)

    @cached_property
    def province(self) -> Partition:
        """The partition with one zone that holds every cell."""
        return whole(self.grid.n_cells)

    def density(self, quantity: str) -> NDArray[np.float64]:
        """Amount of a quantity per hectare of each use, shape ``(n_uses,)``."""
        return np.array([use.provides.get(quantity, 0.0) for use in self.uses])

    def indicator(self, uses: tuple[str, ...]) -> NDArray[np.float64]:
        """1 for the named uses, 0 for others, shape ``(n_uses,)``."""
        found = np.zeros(len(self.uses))
        for use in uses:
            found[self.number(use)] = 1.0
        return found

    @cached_property
    def all_exclusions(self) -> tuple[Exclusion, ...]:
        """The exclusions, preceded by the one of cells without land."""
        everything = tuple(use.name for use in self.uses[1:])
        return (Exclusion(NO_LAND, everything, self.land_ha == 0), *self.exclusions)

    @cached_property
    def excluded_by(self) -> NDArray[np.int16]:
        """Number in ``all_exclusions`` of the first that keeps a use out.

        -1 where the use is allowed; shape ``(n_uses, n_cells)``.
        """
        reason = np.full((len(self.uses), self.grid.n_cells), -1, np.int16)
        for number, exclusion in enumerate(self.all_exclusions):
            for use in exclusion.uses:
                here = reason[self.number(use)]
                here[exclusion.cells & (here < 0)] = number
        return reason

    @cached_property
    def allowed(self) -> NDArray[np.bool_]:
        """Whether a use may come in a cell, shape ``(n_uses, n_cells)``."""
        return self.excluded_by < 0

    @cached_property
    def score(self) -> NDArray[np.float32]:
        """Points of giving a cell a use, shape ``(n_uses, n_cells)``; row 0 is 0."""
        gains = [
            [gain for term in self.terms if (gain := term.gain(self, use.name))]
            for use in self.uses[1:]
        ]
        return score([[], *gains], self.land_ha.astype(np.float32))

    def with_constraint(self, constraint: Constraint) -> "Problem":
        """Return the problem with one more constraint."""
        return replace(self, constraints=(*self.constraints, constraint))

    def with_exclusion(self, exclusion: Exclusion) -> "Problem":
        """Return the problem with one more exclusion."""
        return replace(self, exclusions=(*self.exclusions, exclusion))

    def with_term(self, term: Term) -> "Problem":
        """Return the problem with one more term."""
        return replace(self, terms=(*self.terms, term))
