"""How much of one number another costs: plans along the frontier of two.

The ends come first: the best of one number, and among those the best of the other, both
proven in fractions of cells. Between them the second is asked in equal steps (epsilon-
constraint method, Haimes et al. 1971), the best of the first is bounded for each, and
the plan shown is the best one in points of those that come within the gap of both. Hard
rows hold, and those that are to be kept are kept as well as in the plan to begin with
(`kept`); other soft rows count in points only.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from solver.whatif.kept import held, missed
from solver.whatif.measure import Measure, limited
from solver.whatif.revalue import Revaluer, Value, with_limit, without_rows

Floats = NDArray[np.float64]

TOLERANCE = 1e-6
"""Relative distance that limits are laid back, so that whole plans fit their edge."""

SAME = 1e-4
"""Part of a number that is no difference: ends so near are one."""

LEAD = 10.0
"""How much dearer one number is than the other: the first at its end, or the second."""

KEPT, DEAR = 10.0, 2.0
"""How much dearer a row that is to be kept is than it was, and than what missing it
would bring of the first number."""

LEAST_GAP = 1e-4
"""Gap for which missing a number is priced at least."""

ROWS = ("frontier[first]", "frontier[second]")
"""Names of the rows of both numbers."""


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
        Proven: with the second at least as good, and every row that is to be kept
        missed no more than here, the first is no better than this.
    points
        What the plan is worth [points].
    missed
        How much less well than in the plan to begin with each row is kept that is to
        be kept [unit of the row], shape ``(n_rows,)``.

    """

    allocation: Allocation
    first: float
    second: float
    first_bound: float
    points: float
    missed: Floats


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
        Gap (of points, and of a number as a part of the distance between its ends),
        time limit of each search, seed.
    watch
        Ends it; points found so far are returned.
    kept
        Soft rows that must be kept at least as well as in that plan, ``(n_rows,)``.
    on_point
        Called with every point and how many there are.

    """
    ends = _Ends(held(instance, plan, kept), goals, kept, watch)
    first, second = ends.range(settings.gap)
    if watch.stopped:
        return []
    # missing a number by what the gap leaves open costs as much as all points: so a
    # search always holds a legal plan, which rows that are hard would not let it have
    gap = max(settings.gap, LEAST_GAP)
    dear = _size(instance, plan) / (gap / 2 * np.array([first.span, second.span]))
    open_first = settings.gap / 2 * first.span
    conflict = first.moves and second.moves and second.high > second.low
    found: list[Point] = []
    start = plan
    for least in np.linspace(second.low, second.high, n_points if conflict else 1):
        best = ends.best(0, least)
        if watch.stopped:  # then the bound may be of what was not solved
            break
        if np.isneginf(best.bound):  # proven: no plan is so good
            continue
        asked = best.bound - open_first, float(least)
        lead = np.array([1.0, LEAD] if found else [LEAD, 1.0])
        part = Watch(min(settings.time_limit_s, watch.left_s))
        part.follow(watch)
        wish = ends.wish(asked, lead * dear, best.price)
        start = solve(wish, settings, watch=part, start=start).allocation or start
        point = ends.point(start, judge(instance, start).objective, best.price)
        found.append(point)
        on_point(len(found), point)
    return found


@dataclass(frozen=True)
class _Range:
    """From where the other number is best to (nearly) the best of this one."""

    low: float
    high: float

    @property
    def moves(self) -> bool:
        """Whether the other number has anything to do with this one."""
        return abs(self.high - self.low) > SAME * max(1.0, abs(self.high))

    @property
    def span(self) -> float:
        """Size of a difference that counts."""
        return abs(self.high - self.low) if self.moves else max(1.0, abs(self.high))


class _Ends:
    """How good either number can be while the other is so good, proven.

    Whole cells are left aside: of so many that hardly matters, and it takes seconds.
    """

    def __init__(
        self,
        instance: Instance,
        goals: tuple[Goal, Goal],
        kept: NDArray[np.bool_],
        watch: Watch,
    ) -> None:
        self._goals = goals
        for goal, name in zip(goals, ROWS, strict=True):
            instance = limited(instance, name, goal.measure, -np.inf, np.inf)
        self._whole = instance
        self._kept = np.append(kept | instance.hard[:-2], [True, True])
        counted = without_rows(instance, ~self._kept)
        hard = np.full(instance.n_rows, np.inf)
        counted = replace(counted, rows=replace(counted.rows, shortfall_price=hard))
        self._alone = [_alone(counted, goal) for goal in goals]
        nothing = np.zeros(instance.n_rows)
        self._values = [
            Revaluer(each, nothing, watch, alike=True) for each, _ in self._alone
        ]

    def best(self, number: int, other: float = -np.inf) -> Value:
        """Return the most there can be of a number, with so much of the other."""
        instance, base = self._alone[number]
        if np.isfinite(other):
            instance = _asking(instance, self._goals, 1 - number, other)
        value = self._values[number].value(instance)
        return replace(value, bound=value.bound + base)

    def range(self, gap: float) -> tuple[_Range, _Range]:
        """Return between what both numbers move, less what a gap leaves open."""
        most = [self.best(number).bound for number in (0, 1)]
        # a search that was stopped bounds nothing: infinite, and nothing to ask for
        low = [self.best(number, most[1 - number]).bound for number in (0, 1)]
        first, second = (_Range(a, b) for a, b in zip(low, most, strict=True))
        return first, replace(second, high=second.high - gap / 2 * second.span)

    def wish(
        self, asked: tuple[float, float], price: Floats, of_rows: Floats
    ) -> Instance:
        """Return the instance in which both numbers are asked for at a price.

        Rows that are to be kept are so dear that missing them gains nothing of the
        first number.
        """
        wish = self._whole
        for number, least in enumerate(asked):
            wish = _asking(wish, self._goals, number, least)
        own = wish.rows.shortfall_price
        dear = np.maximum(KEPT * own, DEAR * price[0] * np.abs(of_rows))
        prices = np.where(self._kept, dear, own)
        prices[-price.size :] = price
        return replace(wish, rows=replace(wish.rows, shortfall_price=prices))

    def point(self, plan: Allocation, points: float, price: Floats) -> Point:
        """Return the point of a plan, bounded at prices that are known."""
        first, second = self._goals
        alone, base = self._alone[0]
        same = held(_asking(alone, self._goals, 1, second.good(plan)), plan, self._kept)
        bound = self._values[0].bound(same, price) + base
        value = first.measure.value(plan), second.measure.value(plan)
        short = np.where(self._kept, missed(self._whole, plan), 0.0)[: -len(value)]
        return Point(plan, *value, first.sign * bound, points, short)


def _alone(instance: Instance, goal: Goal) -> tuple[Instance, float]:
    """Return the instance in which only a number counts, and what it always has."""
    score, base = goal.measure.score(goal.sign)
    alone = replace(
        instance,
        score=score,
        boundary=np.zeros(instance.n_uses),
        touch=np.zeros_like(instance.touch),
        supplies=replace(instance.supplies, value=goal.sign * goal.measure.supply),
    )
    return alone, base


def _asking(
    instance: Instance, goals: tuple[Goal, Goal], number: int, least: float
) -> Instance:
    """Return the instance in which a number must be so good."""
    least -= TOLERANCE * max(1.0, abs(least))
    limits = (least, np.inf) if goals[number].more else (-np.inf, -least)
    return with_limit(instance, instance.n_rows - len(goals) + number, *limits)


def _size(instance: Instance, plan: Allocation) -> float:
    """Return the points of all cells of a plan, gains and losses alike [points]."""
    cells = instance.score[plan.use, np.arange(plan.use.size)]
    size = float(np.abs(cells).sum(dtype=np.float64))
    return max(size, abs(judge(instance, plan).objective)) or 1.0


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
