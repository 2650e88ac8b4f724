"""The relaxation of an instance: prices of rows, their bound, what they suggest.

The prices of rows alone come first (``levels``); where cells see their neighbours,
messages and prices then take turns (``messages``, ``neighbour_prices``). A plan whose
uses lie together more than the instance asks for comes from the same turns with a
raised boundary.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from solver.dual import Dual
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.levels import price_rows, scale_of
from solver.messages import Messages
from solver.neighbour_prices import NeighbourPrices
from solver.neighbours import Neighbours, to_neighbours
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import Zonal, to_zonal

Floats = NDArray[np.float64]

HOTTEST, COLDEST = 0.03, 0.003
"""First and last temperature of turns [standard deviations of the scores]."""

HALVED = 16
"""Turns in which the temperature halves."""

TURNS, LISTEN = 64, 4
"""Turns of messages and prices, and those between two bounds."""

FIRST_GAP = 0.01
"""Gap of the prices without neighbours that the turns begin with."""

RAISED_TURNS = 16
"""Turns with a raised boundary."""


@dataclass(frozen=True, eq=False)
class Suggestion:
    """What prices suggest.

    Parameters
    ----------
    use
        Use per cell, shape ``(n_cells,)``.
    price
        Prices of the rows.
    worth
        Worth of every use at them, shape ``(n_cells, n_uses)``.

    """

    use: NDArray[np.int8]
    price: Floats
    worth: NDArray[np.float32]


class Relaxation:
    """Prices of an instance without restrictions."""

    def __init__(self, instance: Instance, settings: Settings, watch: Watch) -> None:
        """Find prices of the rows alone."""
        self.instance = instance
        self.zonal: Zonal = to_zonal(instance)
        self.dual = Dual(self.zonal)
        self.neighbours: Neighbours = to_neighbours(instance)
        sees = instance.sees_neighbours
        gap = max(settings.gap, FIRST_GAP) if sees else settings.gap / 4
        watch.report("prices")
        priced = price_rows(self.dual, replace(settings, gap=gap), Watch(watch.left_s))
        self.price, self.at_limit = priced.price, priced.at_limit
        self.bound = np.inf if sees else priced.best.bound
        self.passes = 0

    def tighten(self, incumbent: Incumbent) -> None:
        """Lower the bound with messages between neighbours, if there are any."""
        if not self.instance.sees_neighbours:
            incumbent.lower(self.bound)
            return
        messages = Messages(self.instance, self.dual, self.neighbours)
        watch = incumbent.watch
        prices = NeighbourPrices(messages, self.price, scale_of(self.zonal))
        for number in range(1, TURNS + 1):
            if incumbent.done:
                break
            temperature = max(COLDEST, HOTTEST * 0.5 ** (number / HALVED))
            size = abs(self.bound) if np.isfinite(self.bound) else 1.0
            prices.turn(temperature, size, watch)
            if number % LISTEN == 0 or incumbent.done:
                bound = messages.bound(prices.price)
                if bound < self.bound:
                    self.bound, self.price = bound, prices.price
                else:
                    prices.back(self.price)
                incumbent.lower(bound)
        if not np.isfinite(self.bound):
            self.bound = messages.bound(self.price)
            incumbent.lower(self.bound)
        self.passes += messages.passes

    def suggested(
        self, lift: Floats, watch: Watch, zonal: Zonal | None = None
    ) -> Suggestion:
        """Return what is best if uses had a higher boundary.

        Parameters
        ----------
        lift
            What is added to the boundary of every use, shape ``(n_uses,)`` [points].
        watch
            Ends it early.
        zonal
            The instance laid out by cell, if some uses are closed for now.

        """
        raised = replace(self.instance, boundary=self.instance.boundary + lift)
        dual = self.dual if zonal is None else Dual(zonal)
        messages = Messages(raised, dual, self.neighbours)
        prices = NeighbourPrices(messages, self.price, scale_of(self.zonal))
        size = abs(self.bound) if np.isfinite(self.bound) else 1.0
        for number in range(1, RAISED_TURNS + 1):
            if watch.stopped or not raised.sees_neighbours:
                break
            temperature = max(COLDEST, HOTTEST * 0.5 ** (2 * number / HALVED))
            prices.turn(temperature, size, watch)
        use = messages.decoded(prices.price)
        self.passes += messages.passes
        return Suggestion(use, prices.price, messages.worth_at(prices.price))
