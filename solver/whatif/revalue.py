"""What an instance is worth in fractions of cells, once a limit or a rule changes.

The value of the relaxation is a proven bound, and its change is what a limit or a rule
costs at the margin, free of the luck of whole cells. Small instances are solved as one
linear program; of large ones the prices are found again, beginning with those known,
and where cells see their neighbours the messages go on from where they were.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.bound import proven_bound
from solver.dual import Dual
from solver.highs import relax
from solver.instance import Instance
from solver.levels import price_rows, scale_of
from solver.messages import Messages
from solver.neighbour_prices import NeighbourPrices
from solver.neighbours import Neighbours, to_neighbours
from solver.program import to_program
from solver.route import is_mostly_rows
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import to_zonal

Floats = NDArray[np.float64]

FEW, FEW_ALIKE = 30_000, 300_000
"""Cell-uses and edges up to which one linear program is solved, and where most cells
count alike (12,000 cells x 22 uses: 3 s instead of 25 s)."""

SHARP, SHARP_ALIKE = 1e-6, 1e-4
"""Gap of prices found without neighbours, and where most cells count alike."""

TURNS, MORE_TURNS = 160, 8
"""Turns of messages and prices for the first value, and for each that follows."""

HOT, COLD, HALVED = 0.03, 0.001, 16
"""First and last temperature of the turns, and turns in which it halves."""

CHECKED = 4
"""Turns between two bounds."""


@dataclass(frozen=True, eq=False)
class Value:
    """A relaxation's value.

    Parameters
    ----------
    bound
        Proven: no plan has more points; minus infinity where rows cannot hold.
    price
        Prices of the rows that prove it, shape ``(n_rows,)``.

    """

    bound: float
    price: Floats


class Revaluer:
    """Values an instance, and others of the same cells and rows."""

    def __init__(
        self, instance: Instance, price: Floats, watch: Watch, alike: bool = False
    ) -> None:
        """Value the instance itself.

        Parameters
        ----------
        instance
            The instance; restrictions on where uses lie are left aside.
        price
            Prices of its rows to begin with, shape ``(n_rows,)``.
        watch
            Ends it early; bounds are true all the same.
        alike
            Whether most cells count alike: prices find their way slowly then.

        """
        self._watch = watch
        choices = int(np.count_nonzero(instance.allowed))
        edges = instance.edges.shape[0] if instance.sees_neighbours else 0
        is_small = choices + edges * instance.n_uses <= (FEW_ALIKE if alike else FEW)
        self._is_small = is_small or (
            instance.sees_neighbours and is_mostly_rows(instance)
        )
        self._alike = alike
        self._basis: Any = None
        self._sees = instance.sees_neighbours
        self._neighbours: Neighbours | None = None
        self._message: NDArray[np.float32] | None = None
        self._price = price
        if self._sees and not self._is_small:
            self._neighbours = to_neighbours(instance)
        self.base = self.value(instance)
        self._price = self.base.price

    def value(self, instance: Instance) -> Value:
        """Value an instance of the same cells, uses and rows."""
        if self._is_small:
            return self._solved(instance)
        if self._sees:
            return self._passed(instance)
        return self._priced(instance)

    def bound(self, instance: Instance, price: Floats) -> float:
        """Return what prices that are known prove of an instance of the same rows.

        Edges between cells are left out, so none may have a cost.
        """
        dual = Dual(to_zonal(instance))
        return dual.best(np.clip(price, dual.least, dual.most)).bound

    def _solved(self, instance: Instance) -> Value:
        program = to_program(instance)
        relaxed = relax(program, self._watch, self._basis, primal=self._alike)
        if self._basis is None:
            self._basis = relaxed.basis
        if relaxed.infeasible:
            return Value(-np.inf, self._price)
        if program.n_columns and relaxed.basis is None:  # it was interrupted
            return Value(np.inf, self._price)
        bound = proven_bound(program, relaxed.row_price)
        return Value(bound, relaxed.row_price[: instance.n_rows])

    def _priced(self, instance: Instance) -> Value:
        dual = Dual(to_zonal(instance))
        settings = Settings(gap=SHARP_ALIKE if self._alike else SHARP)
        start = np.clip(self._price, dual.least, dual.most)
        found = price_rows(dual, settings, self._watch, start=start)
        bound = -np.inf if found.at_limit else found.best.bound
        return Value(bound, found.price)

    def _passed(self, instance: Instance) -> Value:
        """Pass messages on; the first value's are where the others begin."""
        assert self._neighbours is not None
        dual = Dual(to_zonal(instance))
        messages = Messages(instance, dual, self._neighbours)
        first = self._message is None
        price = np.clip(self._price, dual.least, dual.most)
        if self._message is None:
            best, proven = messages.bound(price), price
        else:
            messages.begin(self._message)
            best, proven = self._held(messages, price)
        turns = NeighbourPrices(messages, proven, scale_of(dual.zonal))
        for number in range(1, (TURNS if first else MORE_TURNS) + 1):
            if self._watch.stopped:
                break
            hot = HOT * 0.5 ** (number / HALVED) if first else COLD
            turns.turn(max(COLD, hot), abs(best), self._watch)
            if number % CHECKED == 0:
                bound = messages.bound(turns.price)
                if bound < best:
                    best, proven = bound, turns.price
                else:
                    turns.back(proven)
        if first:
            self._message = messages.copied()
        return Value(best, proven)

    def _held(self, messages: Messages, price: Floats) -> tuple[float, Floats]:
        """Price the rows with the messages held as they are."""
        believed = messages.listen()
        found = price_rows(believed, Settings(gap=SHARP), self._watch, start=price)
        tried = [(messages.bound(one), one) for one in (price, found.price)]
        return min(tried, key=lambda pair: pair[0])


def without_rows(instance: Instance, dropped: NDArray[np.bool_]) -> Instance:
    """Return the instance in which some rows have no limits."""
    rows = instance.rows
    low, high = (
        np.where(dropped, free, limit)
        for free, limit in ((-np.inf, rows.low), (np.inf, rows.high))
    )
    return replace(instance, rows=replace(rows, low=low, high=high))


def with_limit(instance: Instance, row: int, low: float, high: float) -> Instance:
    """Return the instance in which a row has other limits."""
    rows = instance.rows
    lows, highs = rows.low.copy(), rows.high.copy()
    lows[row], highs[row] = low, high
    return replace(instance, rows=replace(rows, low=lows, high=highs))
