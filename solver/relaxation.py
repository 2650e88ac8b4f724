"""The relaxation of an instance: a bound, prices of rows, a plan, what prices suggest.

Where cells see their neighbours all of it comes from ``compact``; else the prices of
the rows alone prove the bound (``levels``), and where they are not sharp enough and the
instance is small, ``exact`` proves a better one. A plan whose uses lie together more
than the instance asks for comes from messages with a raised boundary.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.conflict import conflicting_rows
from solver.dual import Dual
from solver.engines.compact import COLDEST, HALVED, HOTTEST, compact
from solver.engines.exact import exact
from solver.engines.protocol import Engine
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

SHARE, LEFT = 0.3, 0.7
"""Part of the time that its own plan may take, and of the gap that it may leave."""

FEW = 300_000
"""Most cell-uses for which ``exact`` is asked."""

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
    """An instance without restrictions.

    Attributes
    ----------
    bound
        No answer is worth more [points].
    price
        Prices of the rows that prove it, shape ``(n_rows,)``.
    plan
        A plan for it, where cells see their neighbours and there is one.
    infeasible
        Whether it is proven to have no answer; then all else is void.
    conflict
        Names of rows that cannot hold together, where fractions of cells prove it.

    """

    def __init__(self, instance: Instance, settings: Settings, watch: Watch) -> None:
        """Find bound and prices."""
        self.instance = instance
        self.zonal: Zonal = to_zonal(instance)
        self.dual = Dual(self.zonal)
        self.neighbours: Neighbours = to_neighbours(instance)
        self.plan: Allocation | None = None
        self.infeasible = False
        self.conflict: tuple[str, ...] = ()
        self.passes = 0
        self.bound = np.inf
        self.price = np.zeros(self.zonal.n_rows)
        watch.report("prices")
        if instance.sees_neighbours:
            self._let(compact, settings, watch)
        else:
            self._price_rows(settings, watch)

    def _price_rows(self, settings: Settings, watch: Watch) -> None:
        """Price the rows alone; let ``exact`` prove more where that is worth while."""
        instance = self.instance
        own = Incumbent(instance, LEFT * settings.gap, Watch(watch.left_s), "")
        quarter = replace(settings, gap=settings.gap / 4)
        priced = price_rows(self.dual, quarter, Watch(watch.left_s), own.offer)
        self.price, self.bound = priced.price, priced.best.bound
        if priced.at_limit:
            self.conflict = conflicting_rows(instance, watch)
            self.infeasible = bool(self.conflict)
        own.lower(self.bound)
        if not self.conflict and not own.done and instance.allowed.sum() <= FEW:
            self._let(exact, settings, watch, own.best)

    def _let(
        self,
        engine: Engine,
        settings: Settings,
        watch: Watch,
        start: Allocation | None = None,
    ) -> None:
        """Let an engine find all; only its bound counts for the whole instance."""
        inner = Watch(
            SHARE * watch.left_s,
            lambda step: watch.report("relaxation", None, step.bound),
        )
        inner.follow(watch)
        fine = replace(settings, gap=LEFT * settings.gap)
        found = engine(self.instance, fine, inner, start)
        self.infeasible, self.conflict = found.infeasible, found.conflict
        self.plan = found.allocation
        self.passes = found.work.get("passes", 0)
        if found.row_price.size:
            self.price = found.row_price
        self.bound = min(self.bound, found.bound)

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
