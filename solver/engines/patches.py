"""Patches, sites and distances: a plan of the relaxation is made legal and improved.

The instance without restrictions gives prices and a bound, which stays one with them.
What it suggests, with a boundary raised so far that patches come out large enough, is
made legal and improved by moves that keep it so (``shaper``); the best of some raised
boundaries is kept.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.apart import to_apart
from solver.certificate import Answer
from solver.conflict import conflicting_rows
from solver.incumbent import Incumbent
from solver.instance import Instance
from solver.moves import Mover
from solver.narrow import narrowed
from solver.placing import placed, site_choice, still_apart
from solver.relaxation import Relaxation, Suggestion
from solver.settings import Settings
from solver.shaper import Shaper
from solver.sites import Site
from solver.slack import may_bind, with_rows
from solver.watch import Watch
from solver.zonal import Zonal

Floats = NDArray[np.float64]

LIFTS = (0.3, 0.15, 0.6)
"""What boundaries are raised to [standard deviations of the scores]."""

RETRIES = 6
"""Other beginnings while there is no answer."""

CHOICES = 4
"""Choices of sites that are tried."""


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
        return _infeasible(narrow.impossible)
    relaxation = Relaxation(narrow.instance, settings, watch)
    if relaxation.at_limit and (conflict := conflicting_rows(narrow.instance, watch)):
        return _infeasible(conflict)
    relaxation.tighten(incumbent)
    search = _Search(incumbent, settings, relaxation)
    search.run()
    return Answer(
        incumbent.best,
        incumbent.bound,
        "patches",
        row_price=relaxation.price[: instance.n_rows],
        work={"passes": relaxation.passes},
        attempt=None if incumbent.best else search.attempt,
    )


def _infeasible(conflict: tuple[str, ...]) -> Answer:
    return Answer(None, np.nan, "patches", infeasible=True, conflict=conflict)


class _Search:
    """Makes plans of what the relaxation suggests, and offers them."""

    def __init__(
        self, incumbent: Incumbent, settings: Settings, relaxation: Relaxation
    ) -> None:
        instance = incumbent.instance
        self._incumbent, self._relaxation = incumbent, relaxation
        self._mover = Mover.of(
            relaxation.instance, relaxation.zonal, relaxation.neighbours
        )
        self._apart = to_apart(instance)
        self._rng = np.random.default_rng(settings.seed)
        least = instance.restrictions.patch_least
        nothing = np.zeros(instance.n_uses, np.bool_)
        self._lifted = least > 1 if least.any() else nothing
        self.attempt: Allocation | None = None

    def run(self) -> None:
        """Offer plans until the gap is proven, or nothing else is to be tried."""
        for choice, sites in enumerate(self._choices()):
            zonal = self._relaxation.zonal
            if self._incumbent.instance.restrictions.sites.name:
                zonal = placed(self._incumbent.instance, zonal, sites, self._apart)
            lifts = LIFTS if self._lifted.any() else (0.0,)
            for lift in lifts if choice == 0 else lifts[:1]:
                if self._incumbent.done:
                    return
                self._try(self._suggested(lift, zonal), zonal)
            for again in range(RETRIES):
                if self._incumbent.best is not None or self._incumbent.done:
                    break
                self._try(self._elsewhere(again, zonal), zonal)

    def _try(self, suggestion: Suggestion, zonal: Zonal) -> None:
        """Make a plan of a suggestion and offer it."""
        incumbent, spread = self._incumbent, self._mover.spread
        rules = incumbent.instance.restrictions
        if rules.sites.name and rules.separations.name:
            rules = still_apart(rules)
        left = replace(incumbent.instance, restrictions=rules)
        land = self._mover.land._replace(score=zonal.score)
        shaper = Shaper.of(left, zonal, land, spread)
        self.attempt = shaper.shaped(suggestion, self._rng, incumbent.watch)
        incumbent.offer(self.attempt)

    def _suggested(self, lift: float, zonal: Zonal) -> Suggestion:
        """Return what prices suggest with a boundary raised to a height."""
        watch = self._incumbent.watch
        return self._relaxation.suggested(self._raised(lift), watch, zonal)

    def _elsewhere(self, again: int, zonal: Zonal) -> Suggestion:
        """Return another beginning: nothing anywhere, then uses by chance."""
        found = self._suggested(0.0, zonal)
        use = np.isfinite(zonal.score).argmax(axis=1).astype(np.int8)
        if again:
            chance = self._rng.random(zonal.score.shape)
            use = np.where(np.isfinite(zonal.score), chance, -1.0).argmax(axis=1)
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
        raised = self._raised(LIFTS[0] if self._lifted.any() else 0.0)
        suggestion = relaxation.suggested(raised, self._incumbent.watch)
        land, spread = self._mover.land, self._mover.spread
        choice = site_choice(
            instance, relaxation, suggestion, land, self._apart, spread
        )
        for _ in range(CHOICES):
            sites = choice.next()
            if sites is None:
                return
            yield sites
