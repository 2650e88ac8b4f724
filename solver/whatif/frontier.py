"""How much of one number another costs: plans along the frontier of two.

The ends come first: the best of one number, and among those the best of the other.
Between them the second is asked in equal steps (epsilon-constraint method, Haimes et
al. 1971), and for each step the best of the first is sought and bounded; the plan
shown is the best one in points that keeps both. Hard rows hold, and those that are to
be kept are so at least as well as in the plan to begin with; other soft rows count in
points only.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge, row_values
from solver.instance import Instance
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.whatif.measure import Measure, limited
from solver.whatif.revalue import Revaluer, without_rows

TOLERANCE = 1e-6
"""Relative distance that limits are laid back, so that whole plans fit their edge."""

ROOM = 0.01
"""Part of its value by which a soft row that must be kept may give way."""

LEAST_SIZE = 1e-3
"""Size of a number whose plan has none of it, as a part of the most there can be."""


@dataclass(frozen=True, eq=False)
class Goal:
    """A number, and which way is better.

    Parameters
    ----------
    measure
        The number.
    more
        Whether more is better.

    """

    measure: Measure
    more: bool

    @property
    def sign(self) -> float:
        """1 where more is better, -1 where less is."""
        return 1.0 if self.more else -1.0

    def good(self, allocation: Allocation) -> float:
        """Return the number such that more is better."""
        return self.sign * self.measure.value(allocation)

    def kept(self, instance: Instance, name: str, least: float) -> Instance:
        """Return the instance in which the number is at least so good."""
        least -= TOLERANCE * max(1.0, abs(least))
        limits = (least, np.inf) if self.more else (-np.inf, -least)
        return limited(instance, name, self.measure, *limits)


@dataclass(frozen=True, eq=False)
class Point:
    """A plan on the frontier.

    Parameters
    ----------
    allocation
        The plan.
    first, second
        Its two numbers.
    first_bound
        Proven: with the second at least as good, the first is no better than this.
    points
        What the plan is worth [points].

    """

    allocation: Allocation
    first: float
    second: float
    first_bound: float
    points: float


@dataclass(frozen=True, eq=False)
class _Best:
    allocation: Allocation
    bound: float


class NoFrontierError(ValueError):
    """No plan was found for an end of a frontier."""


def frontier(
    instance: Instance,
    plan: Allocation,
    goals: tuple[Goal, Goal],
    n_points: int,
    settings: Settings,
    watch: Watch,
    kept: NDArray[np.bool_],
    on_point: Callable[[int, Point], None] = lambda _number, _point: None,
) -> list[Point]:
    """Return plans along the frontier, from the best of the first number on.

    Parameters
    ----------
    instance
        The instance, without limits on the two numbers that should not count.
    plan
        A legal plan to begin with.
    goals
        The two numbers.
    n_points
        Plans wanted, the ends among them; fewer where the numbers do not conflict.
    settings
        Gap (of the first number: as a part of the distance between the ends), time
        limit of each search, seed.
    watch
        Ends it; points found so far are returned.
    kept
        Soft rows that must be kept at least as well as in that plan, ``(n_rows,)``.
    on_point
        Called with every point and how many there are.

    Raises
    ------
    NoFrontierError
        If there is no plan for an end within the time.

    """
    first, second = goals
    frozen = _frozen(instance, plan, kept)
    search = _Search(instance, frozen, settings, watch)
    best = search.best(frozen, first, search.size(first, plan), plan)
    other = search.best(frozen, second, search.size(second, plan), plan)
    if best is None or other is None:
        raise NoFrontierError("no plan was found for an end of the frontier")
    top = first.good(best.allocation)
    held = first.kept(frozen, "frontier[first]", top - settings.gap * abs(top))
    ends = search.best(held, second, search.size(second, plan), best.allocation)
    low = second.good((ends or best).allocation)
    high = second.good(other.allocation)
    span = abs(top - first.good(other.allocation)) or search.size(first, plan)
    found: list[Point] = []
    steps = np.linspace(low, high, n_points) if high > low else np.array([low])
    starts = [(ends or best).allocation, other.allocation]
    for number, least in enumerate(steps):
        if watch.stopped:
            break
        start = starts[int(number == steps.size - 1)]
        point = search.point(goals, float(least), span, start)
        if point is not None:
            found.append(point)
            on_point(len(found), point)
    return found


def knee(points: list[Point]) -> int | None:
    """Return the point farthest from the line between the ends; None of fewer than 3.

    Both numbers are taken as parts of their range.
    """
    if len(points) < 3:
        return None
    values = np.array([[point.first, point.second] for point in points])
    spread = np.ptp(values, axis=0)
    if not spread.all():
        return None
    share = (values - values[0]) / (values[-1] - values[0] + 0.0)
    apart = np.abs(share[:, 0] - share[:, 1])
    at = int(apart.argmax())
    return at if apart[at] > 1e-3 else None


class _Search:
    """Searches for the best of a number, and for the plan shown."""

    def __init__(
        self, whole: Instance, frozen: Instance, settings: Settings, watch: Watch
    ) -> None:
        self._whole, self._frozen = whole, frozen
        self._settings, self._watch = settings, watch

    def size(self, goal: Goal, plan: Allocation) -> float:
        """Return what counts as a difference of a number while its range is unknown."""
        of = goal.measure
        most = float(np.ptp(of.per_use) * np.abs(of.weight).sum())
        most += float(np.abs(of.supply) @ self._whole.supplies.cap)
        return max(abs(of.value(plan)), LEAST_SIZE * most) or 1.0

    def best(
        self, instance: Instance, goal: Goal, span: float, start: Allocation
    ) -> _Best | None:
        """Return the best of a number that is found, and its bound (more is better)."""
        score, base = goal.measure.score(goal.sign)
        supplies = instance.supplies
        value = goal.sign * goal.measure.supply
        alone = replace(
            without_rows(instance, ~instance.hard),
            score=score,
            boundary=np.zeros(instance.n_uses),
            touch=np.zeros_like(instance.touch),
            supplies=replace(supplies, value=value),
        )
        # points decide where the number does not: a plan is found much sooner
        points = judge(self._whole, start).objective
        little = self._settings.gap * span / 4 / max(1.0, abs(points))
        # and a constant, so that the gap is a part of the span: a supply that is free
        now = goal.good(start) - base
        offset = max(0.0, span - now)
        blend = replace(
            alone,
            score=score + np.float32(little) * instance.score,
            supplies=replace(
                supplies,
                value=np.append(value + little * supplies.value, 1.0),
                cap=np.append(supplies.cap, offset),
            ),
        )
        size = max(abs(now + offset), span)
        settings = replace(self._settings, gap=self._settings.gap * span / size / 2)
        begin = Allocation(start.use, np.append(start.supply, offset))
        found = solve(blend, settings, watch=self._part(), start=begin)
        if found.allocation is None:
            return None
        allocation = Allocation(found.allocation.use, found.allocation.supply[:-1])
        price = np.array([found.row_price.get(n, 0.0) for n in alone.rows.name])
        bound = Revaluer(alone, price, self._part()).base.bound
        return _Best(allocation, float(bound + base))

    def point(
        self, goals: tuple[Goal, Goal], least: float, span: float, start: Allocation
    ) -> Point | None:
        """Return the point at which the second number is at least so good."""
        first, second = goals
        asked = second.kept(self._frozen, "frontier[second]", least)
        best = self.best(asked, first, span, start)
        if best is None:
            return None
        good = first.good(best.allocation)
        shown = first.kept(
            asked, "frontier[first]", good - self._settings.gap * span / 2
        )
        found = solve(
            shown, self._settings, watch=self._part(), start=best.allocation
        ).allocation
        plan = best.allocation if found is None else found
        return Point(
            plan,
            first.measure.value(plan),
            second.measure.value(plan),
            first.sign * best.bound,
            judge(self._whole, plan).objective,
        )

    def _part(self) -> Watch:
        part = Watch(min(self._settings.time_limit_s, self._watch.left_s))
        part.follow(self._watch)
        return part


def _frozen(instance: Instance, plan: Allocation, kept: NDArray[np.bool_]) -> Instance:
    """Return the instance in which some soft rows are kept as well as in a plan.

    They give way by a little, so that whole cells fit.
    """
    rows, soft = instance.rows, ~instance.hard & kept
    value = row_values(instance, plan)
    back = ROOM * np.maximum(1.0, np.abs(value))
    low = np.where(soft, np.minimum(rows.low, value - back), rows.low)
    high = np.where(soft, np.maximum(rows.high, value + back), rows.high)
    price = np.where(soft, np.inf, rows.shortfall_price)
    return replace(
        instance, rows=replace(rows, low=low, high=high, shortfall_price=price)
    )
