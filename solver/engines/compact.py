"""Many cells that see their neighbours: messages, prices, moves, windows.

Where edges cost little the first plan is one without them (``unseen``). Then messages
between neighbours and prices of the rows take turns and prove a bound
(``messages``, ``neighbour_prices``). On the way, what the messages suggest is moved
to where the rows hold (``moves``), and the best answer is made better window by window
(``windows``), until the asked gap is proven or the time is up.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import Answer
from solver.conflict import conflicting_rows
from solver.dual import Dual
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.levels import price_rows, scale_of
from solver.messages import Messages
from solver.moves import Mover
from solver.neighbour_prices import NeighbourPrices
from solver.neighbours import to_neighbours
from solver.plane import Plane
from solver.pool import Grower
from solver.regions import Regions, is_large
from solver.replant import Replanter
from solver.settings import Settings
from solver.slack import may_bind, with_rows
from solver.unseen import bounds_with_edges, hunted, is_cheap
from solver.watch import Watch
from solver.windows import Windows
from solver.zonal import to_zonal

Floats = NDArray[np.float64]

HOTTEST, COLDEST = 0.03, 0.003
"""First and last temperature [standard deviations of the scores]."""

HALVED = 16
"""Turns in which the temperature halves."""

CHECKED = 4
"""Turns between two bounds; where it got worse, prices go back."""

FIRST_TRY, NEXT_TRY = 32, 16
"""Turns before an answer is tried, and between two tries."""

MOST_TURNS = 200
"""Turns of messages and prices."""

FIRST_GAP = 0.01
"""Gap of the prices without neighbours that the turns begin with."""

REPLANT = 64
"""Turn after which plans are put together from patches for the first time."""

STALLED = 0.02
"""Part of the gap that a lower bound must close for turns to go on at the coldest."""

TURN_SHARE = 0.4
"""Part of the time that turns may take where regions are to follow."""

MOST_IDLE = 2
"""Plans put together without a gain after which windows go on."""


def compact(
    instance: Instance,
    settings: Settings,
    watch: Watch,
    start: Allocation | None = None,
) -> Answer:
    """Solve an instance in which cells see their neighbours.

    Parameters
    ----------
    instance
        What to solve; without compactness it works too, and ``prices`` is better.
    settings
        Gap, time limit, seed.
    watch
        Progress and the wish to stop; the best answer so far is kept.
    start
        An answer that counts until something better is found.

    """
    kept = may_bind(instance)
    if not kept.all():
        found = compact(with_rows(instance, kept), settings, watch, start)
        price = np.zeros(instance.n_rows)
        price[kept] = found.row_price
        return replace(found, row_price=price)
    incumbent = Incumbent(instance, settings.gap, watch, "compact")
    incumbent.offer(start)
    dual = Dual(to_zonal(instance))
    coarse = replace(settings, gap=max(settings.gap, FIRST_GAP))
    watch.report("prices")
    priced = price_rows(dual, coarse, Watch(watch.left_s), incumbent.offer)
    if priced.at_limit and (conflict := conflicting_rows(instance, watch)):
        return Answer(
            None,
            np.nan,
            "compact",
            infeasible=True,
            row_price=priced.price,
            conflict=conflict,
        )
    if bounds_with_edges(instance):
        incumbent.lower(priced.best.bound)
    price, work = priced.price, {}
    if not incumbent.done and is_cheap(incumbent, settings.gap, priced):
        hunt = hunted(incumbent, settings, dual, priced)
        if hunt.infeasible:
            return Answer(
                None, np.nan, "compact", True, hunt.price, hunt.work, hunt.conflict
            )
        price, work = hunt.price, hunt.work
    found = _Search(incumbent, settings, dual, price).run()
    return replace(found, work={**work, **found.work})


class _Search:
    """Turns of messages and prices, and answers tried on the way."""

    def __init__(
        self, incumbent: Incumbent, settings: Settings, dual: Dual, price: Floats
    ) -> None:
        instance = incumbent.instance
        self._incumbent, self._watch = incumbent, incumbent.watch
        neighbours = to_neighbours(instance)
        self._messages = Messages(instance, dual, neighbours)
        scale = scale_of(dual.zonal)
        self._prices = NeighbourPrices(self._messages, price, scale)
        self._proven, self._reached = price, np.inf
        if bounds_with_edges(instance):
            self._reached = dual.best(price).bound
        self._mover = Mover.of(instance, dual.zonal, neighbours)
        self._rng = np.random.default_rng(settings.seed)
        plane = Plane.of(instance)
        grower = Grower(dual.zonal, self._mover.land, plane)
        spread = self._mover.spread
        self._replanter = Replanter(incumbent, settings, grower, spread, self._moved)
        self._windows = Windows(incumbent, settings, self._messages)
        self._regions = Regions(incumbent, settings, (dual.zonal, neighbours), compact)
        self._large = is_large(instance)
        self._limit_s = self._watch.seconds + self._watch.left_s

    def run(self) -> Answer:
        """Search until the gap is proven or the time is up."""
        incumbent, fruitful, gained = self._incumbent, True, 0.0
        for number in range(1, MOST_TURNS + 1):
            if incumbent.done:
                break
            temperature = max(COLDEST, HOTTEST * 0.5 ** (number / HALVED))
            size = abs(incumbent.bound) if np.isfinite(incumbent.bound) else 1.0
            self._prices.turn(temperature, size, self._watch)
            if number % CHECKED == 0:
                gained += self._lower()
            if self._large and self._watch.seconds > TURN_SHARE * self._limit_s:
                break
            if number < FIRST_TRY or number % NEXT_TRY:
                continue
            fruitful = fruitful and (self._try() or number < REPLANT)
            if number == REPLANT and not self._large:
                self._replant()
            left = incumbent.bound - incumbent.objective
            if temperature == COLDEST and gained < STALLED * left:
                break
            gained = 0.0
        if not np.isfinite(incumbent.bound):  # stopped before the first one
            self._lower()
        if self._large:
            self._regions.run()
        self._replant()
        self._windows.run(self._proven, self._rng)
        work = {
            "passes": self._messages.passes,
            "plans": self._replanter.count,
            "windows": self._windows.count,
        }
        if self._large:
            work["regions"] = self._regions.count
        return Answer(
            incumbent.best, incumbent.bound, "compact", False, self._proven, work
        )

    def _replant(self) -> None:
        """Put plans together from patches until that brings nothing more."""
        price, idle = self._prices.price, 0
        while not self._incumbent.done and idle < MOST_IDLE:
            worth = self._messages.worth_at(price)
            better = self._replanter.run(price, worth)
            idle = 0 if better else idle + 1

    def _lower(self) -> float:
        """Prove a bound; return by how much it is lower than the last [points].

        The last is that of messages: a program that decides every cell may have proven
        a lower one, which prices cannot follow.
        """
        before, price = self._reached, self._prices.price
        bound = self._messages.bound(price)
        self._incumbent.lower(bound)
        if bound < before:
            self._proven, self._reached = price, bound
            return before - bound
        self._prices.back(self._proven)
        return 0.0

    def _try(self) -> bool:
        """Look for an answer where the messages point; tell whether it is better."""
        if self._incumbent.done:
            return False
        price = self._prices.price
        use = self._messages.decoded(price)
        worth = self._messages.worth_at(price)
        return self._incumbent.offer(self._moved(use, price, worth))

    def _moved(
        self, use: NDArray[np.int8], price: Floats, worth: NDArray[np.float32]
    ) -> Allocation:
        return self._mover.moved(use, price, worth, self._rng, self._watch)
