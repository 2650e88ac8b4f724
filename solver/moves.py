"""From uses that nearly keep the rows to an answer that does, by moves that cost least.

A unit outside a hard row's limits costs a little more than the row's price at first,
so that only moves that are nearly free are made; where that is not enough it rises
until the row holds (exact penalty). Soft rows cost what they cost.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.instance import Instance
from solver.kernels.moves import LEAST_GAIN, Land, Limits, Scratch, _improve
from solver.neighbours import Neighbours
from solver.plane import Plane
from solver.plant import Planter
from solver.supplies import best_supply
from solver.watch import Watch
from solver.zonal import Zonal

Floats = NDArray[np.float64]

LONGEST = 16
"""Cells of the longest strip."""

FIRST = 0.02
"""What a unit outside a hard row costs beside the row's price, at first
[standard deviations of the scores per cell]."""

DEAR = 100.0
"""The same while patches are planted."""

KEEP = 0.5
"""What breaking a row costs at least beside its price [dearest edges per cell]: else
strip after strip of a patch would go to save the edges at its ends."""

GROWTH = 1.4
"""By how many times that rises in a round."""

ALONE = 30
"""Rounds before a cell may take a use that no neighbour has."""

MOST_ROUNDS = 80
"""Rounds of moves over all cells."""

FEW = 1e-5
"""Moves, as a part of the cells, after which another round is not worth while."""

ON_LIMIT = 1e-9
"""Relative distance from a limit that counts as on it."""


@dataclass(frozen=True, eq=False)
class Mover:
    """Improves whole answers of one instance.

    Parameters
    ----------
    zonal
        The instance laid out by cell.
    land
        The same for the kernels, with neighbours and the cost of edges.
    spread
        Standard deviation of the scores [points].

    """

    zonal: Zonal
    land: Land
    spread: float
    planter: Planter

    @staticmethod
    def of(instance: Instance, zonal: Zonal, neighbours: Neighbours) -> "Mover":
        """Prepare an instance."""
        scores = zonal.scores
        spread = float(scores.std(dtype=np.float64)) or 1.0
        coef = zonal.coef
        land = Land(
            *(zonal.score, zonal.slot, zonal.weight),
            coef.indptr.astype(np.int32),
            coef.indices.astype(np.int32),
            coef.data,
            *(neighbours.of, np.ascontiguousarray(instance.edge_cost)),
            LEAST_GAIN * float(np.abs(scores).max(initial=1.0)),
        )
        planter = Planter(zonal, land, Plane.of(instance))
        return Mover(zonal, land, spread, planter)

    def on(self, zonal: Zonal, edge_cost: Floats | None = None) -> "Mover":
        """Return one for the same cells with other scores or costs of edges."""
        cost = self.land.cost if edge_cost is None else np.ascontiguousarray(edge_cost)
        land = self.land._replace(score=zonal.score, cost=cost)
        planter = Planter(zonal, land, self.planter.plane)
        return Mover(zonal, land, self.spread, planter)

    def moved(
        self,
        use: NDArray[np.int8],
        price: Floats,
        worth: NDArray[np.float32],
        rng: np.random.Generator,
        watch: Watch,
    ) -> Allocation:
        """Return a better answer near the uses given; hard rows may fail all the same.

        Parameters
        ----------
        use
            Use per cell to begin with, shape ``(n_cells,)``; kept as it is.
        price
            Prices of the rows, shape ``(n_rows,)`` [points/unit].
        worth
            What uses are worth at them, shape ``(n_cells, n_uses)`` [points].
        rng
            Order of the cells.
        watch
            Ends it.

        """
        zonal, use = self.zonal, use.copy()
        first = np.abs(price) + FIRST * self.spread / zonal.row_size
        cost = np.minimum(first, zonal.price)
        edge = KEEP * float(self.land.cost.max(initial=0.0))
        keep = np.minimum(np.abs(price) + edge / zonal.row_size, zonal.price)
        scratch = Scratch(np.zeros(zonal.n_rows), np.empty(zonal.n_rows + 1, np.int32))
        amount = zonal.amounts(use)
        dear = np.minimum(
            zonal.price, np.abs(price) + DEAR * self.spread / zonal.row_size
        )
        supply = best_supply(zonal, amount, dear)
        value = amount + zonal.supply_coef.T @ supply
        limits = self._limits(dear, dear, self._missed(value))
        self.planter.plant(use, value, worth, price, limits, watch)
        edges_cost = bool(self.land.cost.any())
        alone = not edges_cost
        for number in range(MOST_ROUNDS):
            lonely = 2 if not edges_cost else int(alone or number >= ALONE)
            shape = LONGEST, lonely
            amount = zonal.amounts(use)
            supply = best_supply(zonal, amount, cost)
            value = amount + zonal.supply_coef.T @ supply
            missed = self._missed(value)
            limits = self._limits(cost, keep, missed)
            order = rng.permutation(use.size).astype(np.int32)
            _, moves = _improve(self.land, limits, order, shape, use, value, scratch)
            missed = self._missed(value)
            still = missed & (cost < zonal.price)
            if watch.stopped:
                break
            if not still.any() and moves <= FEW * use.size:
                if alone or not missed.any():
                    break
                alone = True
            cost = np.where(still, np.minimum(GROWTH * cost, zonal.price), cost)
        return Allocation(use, best_supply(zonal, zonal.amounts(use), cost))

    def _missed(self, value: Floats) -> NDArray[np.bool_]:
        slack = ON_LIMIT * np.maximum(1.0, np.abs(value))
        low, high = self.zonal.low - slack, self.zonal.high + slack
        missed: NDArray[np.bool_] = (value < low) | (value > high)
        return missed

    def _limits(self, cost: Floats, keep: Floats, missed: NDArray[np.bool_]) -> Limits:
        zonal = self.zonal
        hope = abs(zonal.coef) @ np.where(missed, cost, 0.0)
        return Limits(zonal.low, zonal.high, cost, np.maximum(cost, keep), hope)
