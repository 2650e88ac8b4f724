"""Patches, sites and distances: a plan of the relaxation is made legal and improved.

The instance without restrictions gives prices, a bound, which stays one with them, and
where cells see their neighbours a plan. That plan, or what prices suggest with a
boundary raised so far that patches come out large enough, is made legal and improved by
moves that keep it so (``shaper``); then plans are put together from whole patches
(``replant``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.apart import to_apart
from solver.certificate import Answer
from solver.engines.compact import compact
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.minimal import minimal
from solver.moves import Mover
from solver.narrow import narrowed
from solver.placing import on_open_land, placed, site_choice, still_apart, worth_of
from solver.pool import Grower
from solver.relaxation import Relaxation, Suggestion
from solver.replant import Replanter
from solver.settings import Settings
from solver.shaper import Shaper
from solver.sites import Site
from solver.slack import may_bind, with_rows
from solver.watch import Watch

Floats = NDArray[np.float64]

LIFTS = (0.3, 0.15, 0.6)
"""What boundaries are raised to [standard deviations of the scores]."""

RETRIES = 6
"""Other beginnings while there is no answer."""

CHOICES = 4
"""Choices of sites that are tried."""

MOST_IDLE = 2
"""Plans put together without a gain after which there are no more."""


def patches(
    instance: Instance,
    settings: Settings,
    watch: Watch,
    start: Allocation | None = None,
) -> Answer:
    """Solve an instance with restrictions on where uses lie.

    Parameters
    ----------
    instance
        What to solve.
    settings
        Gap, time limit, seed.
    watch
        Progress and the wish to stop; the best answer so far is kept.
    start
        An answer that counts until something better is found.

    """
    if not instance.restrictions.any and instance.sees_neighbours:
        return compact(instance, settings, watch, start)
    kept = may_bind(instance)
    found = _solved(with_rows(instance, kept), settings, watch, start)
    price = np.zeros(instance.n_rows)
    if found.row_price.size:
        price[kept] = found.row_price
    return replace(found, row_price=price)


def _solved(
    instance: Instance, settings: Settings, watch: Watch, start: Allocation | None
) -> Answer:
    incumbent = Incumbent(instance, settings.gap, watch, "patches")
    incumbent.offer(start)
    narrow = narrowed(instance)
    if narrow.impossible:
        return _infeasible(minimal(instance, (), watch))
    relaxation = Relaxation(narrow.instance, settings, watch)
    if relaxation.infeasible:
        return _infeasible(minimal(instance, relaxation.conflict, watch))
    incumbent.lower(relaxation.bound)
    incumbent.offer(relaxation.plan)  # it may be legal as it is
    search = _Search(incumbent, settings, relaxation)
    search.run()
    return Answer(
        incumbent.best,
        incumbent.bound,
        "patches",
        row_price=relaxation.price[: instance.n_rows],
        work={"passes": relaxation.passes, "plans": search.plans},
        attempt=None if incumbent.best else search.attempt,
    )


def _infeasible(conflict: tuple[str, ...]) -> Answer:
    return Answer(None, np.nan, "patches", infeasible=True, conflict=conflict)


@dataclass(frozen=True, eq=False)
class _Ground:
    """What makes and mends plans where sites have been placed."""

    mover: Mover
    shaper: Shaper


class _Search:
    """Makes plans of what the relaxation suggests, and offers them."""

    def __init__(
        self, incumbent: Incumbent, settings: Settings, relaxation: Relaxation
    ) -> None:
        instance = incumbent.instance
        self._incumbent, self._relaxation = incumbent, relaxation
        self._settings = settings
        self._mover = Mover.of(
            relaxation.instance, relaxation.zonal, relaxation.neighbours
        )
        self._apart = to_apart(instance)
        self._rng = np.random.default_rng(settings.seed)
        least = instance.restrictions.patch_least
        nothing = np.zeros(instance.n_uses, np.bool_)
        self._lifted = least > 1 if least.any() else nothing
        self.attempt: Allocation | None = None
        self.plans = 0

    def run(self) -> None:
        """Offer plans until the gap is proven, or nothing else is to be tried."""
        best: _Ground | None = None
        for choice, sites in enumerate(self._choices()):
            ground = self._ground(sites)
            for suggestion in self._beginnings(ground, first=choice == 0):
                if self._try(ground, suggestion):
                    best = ground
        if best is not None:
            self._replant(best)

    def _ground(self, sites: list[Site]) -> _Ground:
        instance, zonal = self._incumbent.instance, self._relaxation.zonal
        rules = instance.restrictions
        if rules.sites.name:
            zonal = placed(instance, zonal, sites, self._apart)
            if rules.separations.name:
                rules = still_apart(rules)
        mover, left = self._mover.on(zonal), replace(instance, restrictions=rules)
        return _Ground(mover, Shaper.of(left, zonal, mover.land, mover.spread))

    def _beginnings(self, ground: _Ground, *, first: bool) -> Iterator[Suggestion]:
        """Return what plans are made of, as long as that is worth while."""
        if self._relaxation.plan is not None and not self._incumbent.done:
            yield self._from_plan(ground)
        else:
            lifts = LIFTS if self._lifted.any() else (0.0,)
            for lift in lifts if first else lifts[:1]:
                if self._incumbent.done:
                    return
                yield self._suggested(lift, ground)
        for again in range(RETRIES):
            if self._incumbent.best is not None or self._incumbent.done:
                return
            yield self._elsewhere(again, ground)

    def _try(self, ground: _Ground, suggestion: Suggestion) -> bool:
        """Make a plan of a suggestion and offer it; tell whether it is better."""
        incumbent, before = self._incumbent, self._incumbent.objective

        def offer(allocation: Allocation) -> bool:
            incumbent.offer(allocation)
            return incumbent.done

        watch, shaper = incumbent.watch, ground.shaper
        self.attempt = shaper.shaped(suggestion, self._rng, watch, offer)
        incumbent.offer(self.attempt)
        return incumbent.objective > before

    def _replant(self, ground: _Ground) -> None:
        """Put plans together from patches until that brings nothing more."""
        incumbent, mover, shaper = self._incumbent, ground.mover, ground.shaper
        relaxation = self._relaxation
        plane = mover.planter.plane
        grower = Grower(mover.zonal, mover.land, plane, shaper.sizes)

        def mend(
            use: NDArray[np.int8], price: Floats, worth: NDArray[np.float32]
        ) -> Allocation:
            found = Suggestion(use, price, worth)
            if relaxation.instance.sees_neighbours:
                found = self._moved(ground, found)
            return shaper.shaped(found, self._rng, incumbent.watch)

        planter = Replanter(incumbent, self._settings, grower, mover.spread, mend)
        price, idle = relaxation.price, 0
        worth = worth_of(mover.zonal, price)
        while not incumbent.done and idle < MOST_IDLE:
            idle = 0 if planter.run(price, worth) else idle + 1
        self.plans = planter.count

    def _from_plan(self, ground: _Ground) -> Suggestion:
        """Return the relaxation's plan, where sites leave it room."""
        relaxation, zonal = self._relaxation, ground.mover.zonal
        assert relaxation.plan is not None
        worth = worth_of(zonal, relaxation.price)
        use = on_open_land(relaxation.plan.use, worth)
        found = Suggestion(use, relaxation.price, worth)
        moved = (use != relaxation.plan.use).any()
        return self._moved(ground, found) if moved else found

    def _moved(self, ground: _Ground, suggestion: Suggestion) -> Suggestion:
        """Let moves that know no restrictions mend the rows of a plan."""
        use, price, worth = suggestion.use, suggestion.price, suggestion.worth
        watch = self._incumbent.watch
        moved = ground.mover.moved(use, price, worth, self._rng, watch)
        return replace(suggestion, use=moved.use)

    def _suggested(self, lift: float, ground: _Ground | None = None) -> Suggestion:
        """Return what prices suggest with a boundary raised to a height."""
        zonal = None if ground is None else ground.mover.zonal
        watch = self._incumbent.watch
        return self._relaxation.suggested(self._raised(lift), watch, zonal)

    def _elsewhere(self, again: int, ground: _Ground) -> Suggestion:
        """Return another beginning: nothing anywhere, then uses by chance."""
        found, score = self._suggested(0.0, ground), ground.mover.zonal.score
        use = np.isfinite(score).argmax(axis=1).astype(np.int8)
        if again:
            chance = self._rng.random(score.shape)
            use = np.where(np.isfinite(score), chance, -1.0).argmax(axis=1)
        return replace(found, use=use.astype(np.int8))

    def _raised(self, lift: float) -> Floats:
        wanted = np.where(self._lifted, lift * self._mover.spread, 0.0)
        raised: Floats = np.maximum(0.0, wanted - self._incumbent.instance.boundary)
        return raised

    def _choices(self) -> Iterator[list[Site]]:
        """Return choices of sites, the best first; one without any if none is asked."""
        instance, relaxation = self._incumbent.instance, self._relaxation
        if not instance.restrictions.sites.name:
            yield []
            return
        if relaxation.plan is not None:
            worth = worth_of(relaxation.zonal, relaxation.price)
            suggestion = Suggestion(relaxation.plan.use, relaxation.price, worth)
        else:
            suggestion = self._suggested(LIFTS[0] if self._lifted.any() else 0.0)
        land, spread = self._mover.land, self._mover.spread
        choice = site_choice(
            instance, relaxation, suggestion, land, self._apart, spread
        )
        for _ in range(CHOICES):
            if self._incumbent.done:
                return
            sites = choice.next(self._incumbent.watch)
            if sites is None:
                return
            yield sites
