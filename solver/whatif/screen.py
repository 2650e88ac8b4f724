"""About how much of a plan another number would move, without a search.

Two things are looked at, at the prices of the plan. Where another use becomes the best
one, its neighbours' uses as they are; a change of a use that is the same everywhere is
left out where a limit binds that counts the use, for its price takes that up. And by
how much a binding limit moves, or the plan falls outside another, in hectares of what
the row counts. It is a first guess, to choose what to search again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import row_values
from solver.dual import Dual
from solver.instance import Instance
from solver.zonal import to_zonal

Floats = NDArray[np.float64]

BINDS = 1e-6
"""Prices from which a limit binds [points/unit]."""

FULL = 0.999
"""Part of its shortfall price from which a row is given up: its limit moves nothing."""


@dataclass(frozen=True)
class Moved:
    """What a change moves, about.

    Parameters
    ----------
    best_ha
        Land with another best use [ha].
    limits_ha
        Land that limits ask for, or set free [ha].
    is_seen
        False if only patches, sites or distances differ: prices do not tell of those.

    """

    best_ha: float
    limits_ha: float
    is_seen: bool = True

    @property
    def ha(self) -> float:
        """Both together [ha]."""
        return self.best_ha + self.limits_ha


class Screen:
    """Compares an instance with others of the same cells and uses."""

    def __init__(
        self,
        instance: Instance,
        plan: Allocation,
        row_price: Mapping[str, float],
        land_ha: NDArray[np.floating[Any]],
    ) -> None:
        """Value every use of every cell.

        Parameters
        ----------
        instance
            The instance.
        plan
            Its plan.
        row_price
            Prices by the name of the row [points/unit].
        land_ha
            Land per cell that may change [ha], shape ``(n_cells,)``.

        """
        self._instance, self._plan, self._price = instance, plan, row_price
        self._land = land_ha.astype(np.float64)
        self._worth = self._values(instance)
        self._best = self._worth.argmax(axis=1)
        self._taken_up = self._priced_uses()
        rows = instance.rows
        self._limits = {
            name: (float(low), float(high))
            for name, low, high in zip(rows.name, rows.low, rows.high, strict=True)
        }
        self._amount = dict(
            zip(rows.name, row_values(instance, plan).tolist(), strict=True)
        )

    def moved(self, changed: Instance) -> Moved:
        """Return about how much an instance of the same cells and uses moves."""
        worth = self._values(changed)
        best = self._shifted(worth).argmax(axis=1)
        best_ha = float(self._land[best != self._best].sum())
        limits_ha = self._limits_moved(changed)
        found = Moved(best_ha, limits_ha)
        if found.ha == 0 and not _same(self._instance, changed):
            differs = not _same(self._instance.restrictions, changed.restrictions)
            return Moved(0.0, 0.0, is_seen=not differs)
        return found

    def _values(self, instance: Instance) -> Floats:
        """Return what uses are worth beside staying, ``(n_cells, n_uses)`` [points]."""
        dual = Dual(to_zonal(instance))
        price = self._prices(instance)
        loss = dual.losses(price, np.arange(instance.n_cells)).astype(np.float64)
        worth = loss[:, :1] - loss
        if instance.sees_neighbours:
            beside = np.zeros_like(worth)
            use, cost = self._plan.use, instance.edge_cost
            one, other = instance.edges.T
            np.add.at(beside, one, cost[:, use[other]].T)
            np.add.at(beside, other, cost[:, use[one]].T)
            worth -= beside - beside[:, :1]
        return worth

    def _prices(self, instance: Instance) -> Floats:
        names = instance.rows.name
        return np.array([self._price.get(name, 0.0) for name in names])

    def _priced_uses(self) -> NDArray[np.bool_]:
        """Tell of which uses a binding limit takes up what is the same everywhere."""
        rows = self._instance.rows
        price = np.abs(self._prices(self._instance))
        binds = (price > BINDS) & (price < FULL * rows.shortfall_price)
        counted = rows.entry_coef[binds[rows.entry_row]] != 0
        found: NDArray[np.bool_] = counted.any(axis=0)
        found[0] = False
        return found

    def _shifted(self, worth: Floats) -> Floats:
        """Leave out the middle change per hectare of each use where it is best."""
        shifted = worth.copy()
        for use in np.nonzero(self._taken_up)[0].tolist():
            here = (self._best == use) & (self._land > 0) & np.isfinite(worth[:, use])
            if here.any():
                change = (worth[here, use] - self._worth[here, use]) / self._land[here]
                shifted[:, use] -= np.median(change) * self._land
        return shifted

    def _limits_moved(self, changed: Instance) -> float:
        """Return the land that moved limits ask for or set free [ha]."""
        rows = changed.rows
        amount = row_values(changed, self._plan)
        total = 0.0
        for at, name in enumerate(rows.name):
            low, high = float(rows.low[at]), float(rows.high[at])
            was_low, was_high = self._limits.get(name, (-np.inf, np.inf))
            was_amount = self._amount.get(name, float(amount[at]))
            if (low, high, float(amount[at])) == (was_low, was_high, was_amount):
                continue
            price = self._price.get(name, 0.0)
            if abs(price) >= FULL * rows.shortfall_price[at]:
                continue
            # at fixed prices amounts move with the land: what counts is the distance
            slip = float(amount[at]) - was_amount
            down, up = _move(low, was_low) - slip, _move(high, was_high) - slip
            if price < -BINDS:
                units = abs(down)
            elif price > BINDS:
                units = abs(up)
            else:
                short = was_low + abs(down) - was_amount
                over = was_amount - (was_high - abs(up))
                units = max(0.0, *(x if np.isfinite(x) else 0.0 for x in (short, over)))
            if units > 0:
                total += self._hectares(changed, at, units)
        return total

    def _hectares(self, instance: Instance, row: int, units: float) -> float:
        """Return how much land so many units of a row are [ha]."""
        rows = instance.rows
        found = land = 0.0
        for entry in np.nonzero(rows.entry_row == row)[0].tolist():
            partition = rows.entry_partition[entry]
            cells = instance.zone[partition] == rows.entry_zone[entry]
            cells &= self._land > 0
            counted = float(np.abs(rows.entry_coef[entry]).max())
            weight = float(instance.weight[partition][cells].sum(dtype=np.float64))
            here = float(self._land[cells].sum())
            land = max(land, here)
            if here > 0:
                found = max(found, counted * weight / here)
        return min(units / found, land) if found > 0 else 0.0


def _move(limit: float, was: float) -> float:
    return limit - was if np.isfinite(limit) and np.isfinite(was) else 0.0


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values of the same class hold the same."""
    if is_dataclass(one):
        names = [field.name for field in fields(one)]
        return all(_same(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, np.ndarray):
        return bool(np.array_equal(one, other))
    return bool(one == other)
