"""From any plan to one whose patches are legal, and better ones from there.

Patches too small are absorbed or grown, as loses less. Then borders move, patches are
planted whole and given up whole, every move with the repairs that it needs and only
if it gains all the same. What a unit outside a hard row costs, and a cell too close
where none may be, rises until they hold, as in ``moves``.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter, uniform_filter

from model.allocation import Allocation
from solver.apart import counted, to_apart
from solver.instance import Instance
from solver.kernels.draft import Apart, Draft
from solver.kernels.legalise import _legalise
from solver.kernels.moves import Land, Limits, Scratch
from solver.kernels.repair import Sizes, Ways
from solver.kernels.shape import _borders, _dissolve, _plant
from solver.moves import DEAR, FIRST, GROWTH, LONGEST, ON_LIMIT
from solver.plane import Plane
from solver.relaxation import Suggestion
from solver.supplies import best_supply
from solver.watch import Watch
from solver.zonal import Zonal

Floats = NDArray[np.float64]
Uses = NDArray[np.int8]

MOST_ROUNDS = 60
"""Rounds of all kinds of moves."""

POOR = 0.5
"""What a seed of a new patch may lose on average [standard deviations of scores]."""

FLOOR = 4.0
"""Most that a cell counts as losing when seeds are chosen [the same]."""

MOST_SEEDS = 3_000
"""Seeds of new patches that are tried in a round, the best ones."""

LARGER = 4, 32
"""Most cells of a new patch: times of its least, and more."""

MOST_PASSES = 20
"""Passes over all patches to make them legal."""

FEW = 1e-5
"""Moves, as a part of the cells, after which another round is not worth while."""

TIRED = 8
"""Rounds without moves while rows do not hold."""

GIVE_UP = 6
"""Most cells of a patch that is given up, as times of its least."""


@dataclass(frozen=True, eq=False)
class Shaper:
    """Shapes whole answers of one instance.

    Parameters
    ----------
    zonal, land, plane
        The instance laid out by cell, for the kernels, and as a map.
    sizes
        Limits of patches per use.
    apart
        Distances.
    spread
        Standard deviation of the scores [points].

    """

    zonal: Zonal
    land: Land
    plane: Plane
    sizes: Sizes
    apart: Apart
    spread: float

    @staticmethod
    def of(instance: Instance, zonal: Zonal, land: Land, spread: float) -> "Shaper":
        """Prepare an instance."""
        rules, nothing = instance.restrictions, np.zeros(instance.n_uses, np.int32)
        sizes = Sizes(
            rules.patch_least if rules.patch_least.size else nothing,
            rules.patch_most if rules.patch_most.size else nothing,
        )
        plane = Plane.of(instance)
        return Shaper(zonal, land, plane, sizes, to_apart(instance), spread)

    def shaped(
        self,
        suggestion: Suggestion,
        rng: np.random.Generator,
        watch: Watch,
        offer: Callable[[Allocation], bool] | None = None,
    ) -> Allocation:
        """Return an answer near what is suggested; hard rows may fail all the same.

        Parameters
        ----------
        suggestion
            Uses to begin with, prices of the rows, and what uses are worth at them.
        rng
            Order of the cells.
        watch
            Ends it.
        offer
            Hears of what is legal on the way, so that a stop loses nothing; tells
            whether that is good enough.

        """
        zonal, price = self.zonal, suggestion.price
        cost = np.abs(price) + FIRST * self.spread / zonal.row_size
        cost = np.minimum(cost, zonal.price)
        draft = _draft(suggestion.use.copy(), zonal.n_rows)
        apart = counted(self.apart, draft.use_of)
        apart.cost[np.isinf(apart.cost)] = DEAR * self.spread
        idle = 0
        for number in range(MOST_ROUNDS):
            missed = self._missed(self._refill(draft, cost))
            limits = self._limits(cost, np.where(missed, cost, 0.0))
            ways = Ways(self.land, apart, self.sizes, limits, suggestion.worth)
            if number == 0:
                self._legalise(ways, draft)
            moves = self._round(ways, draft, rng)
            missed = self._missed(draft.value)
            still = missed & (cost < zonal.price)
            idle = idle + 1 if moves <= FEW * draft.use_of.size else 0
            legal = not (missed & self._hard).any()
            if offer is not None and legal and offer(self._allocation(draft, cost)):
                break
            if watch.stopped or (not still.any() and idle) or idle == TIRED:
                break
            cost = np.where(still, np.minimum(GROWTH * cost, zonal.price), cost)
        return self._allocation(draft, cost)

    @property
    def _hard(self) -> NDArray[np.bool_]:
        return np.isinf(self.zonal.price)

    def _allocation(self, draft: Draft, cost: Floats) -> Allocation:
        supply = best_supply(self.zonal, self.zonal.amounts(draft.use_of), cost)
        return Allocation(draft.use_of.copy(), supply)

    def _legalise(self, ways: Ways, draft: Draft) -> None:
        order = np.arange(draft.use_of.size, dtype=np.int32)
        for _ in range(MOST_PASSES):
            if not _legalise(ways, draft, order):
                break

    def _round(self, ways: Ways, draft: Draft, rng: np.random.Generator) -> int:
        """Move borders, plant patches and give them up; return the moves made."""
        order = rng.permutation(draft.use_of.size).astype(np.int32)
        longest = LONGEST if self.land.cost.any() else 1
        _, moves = _borders(ways, draft, order, longest)
        fewest = int(self.sizes.least.max())
        if fewest <= 1 and longest == 1:
            return int(moves)  # no patch is worth more than its cells
        seeds = self._seeds(draft.use_of, ways.worth)
        planted = _plant(ways, draft, *seeds, LARGER[0] * fewest + LARGER[1])[1]
        given_up = _dissolve(ways, draft, order, GIVE_UP * fewest + 1)[1]
        return int(moves + planted + given_up)

    def _refill(self, draft: Draft, cost: Floats) -> Floats:
        zonal = self.zonal
        amount = zonal.amounts(draft.use_of)
        supply = best_supply(zonal, amount, cost)
        draft.value[:] = amount + zonal.supply_coef.T @ supply
        return draft.value

    def _missed(self, value: Floats) -> NDArray[np.bool_]:
        slack = ON_LIMIT * np.maximum(1.0, np.abs(value))
        low, high = self.zonal.low - slack, self.zonal.high + slack
        missed: NDArray[np.bool_] = (value < low) | (value > high)
        return missed

    def _limits(self, cost: Floats, hoped: Floats) -> Limits:
        hope = abs(self.zonal.coef) @ hoped
        return Limits(self.zonal.low, self.zonal.high, cost, cost, hope)

    def _seeds(
        self, use: Uses, worth: NDArray[np.float32]
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Choose cells round which another use is worth most, best first."""
        cells, floor = np.arange(use.size), FLOOR * self.spread
        found: list[tuple[NDArray[np.int64], Floats, int]] = []
        for number in range(worth.shape[1]):
            gain = worth[:, number] - worth[cells, use]
            gain = np.where(np.isfinite(gain), np.maximum(gain, -floor), -floor)
            side = max(3, int(np.sqrt(max(1, self.sizes.least[number])))) | 1
            plane = self.plane.filled(gain, -floor)
            mean = uniform_filter(plane, side, mode="constant", cval=-floor)
            top = (mean == maximum_filter(mean, side)) & (mean > -POOR * self.spread)
            chosen = np.nonzero(top[self.plane.row, self.plane.col] & (use != number))[
                0
            ]
            place = self.plane.row[chosen], self.plane.col[chosen]
            found.append((chosen, mean[place], number))
        order = np.argsort(
            -np.concatenate([mean for _, mean, _ in found]), kind="stable"
        )[:MOST_SEEDS]
        seeds = np.concatenate([chosen for chosen, _, _ in found])
        uses = np.repeat([of for *_, of in found], [at.size for at, *_ in found])
        return seeds[order].astype(np.int32), uses[order].astype(np.int32)


def _draft(use: Uses, n_rows: int) -> Draft:
    n = use.size
    return Draft(
        use,
        np.zeros(n_rows),
        np.empty(2 * n + 1024, np.int32),
        np.empty(2 * n + 1024, np.int8),
        Scratch(np.zeros(n_rows), np.empty(n_rows + 1, np.int32)),
        np.zeros(3, np.int64),
        np.zeros(n, np.int64),
        np.empty(n, np.int32),
        np.empty(n, np.int32),
        np.empty(8 * n + 8),
        np.empty(8 * n + 8, np.int32),
    )
