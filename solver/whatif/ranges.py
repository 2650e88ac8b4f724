"""How far a price holds: the limit is moved by steps, and the value found again.

    price over a step s  =  (value(limit moved by s) - value(limit)) / s

A value is concave in its limits, so the price of asking less falls with every step and
that of asking more rises; where it jumps, something else begins to bind.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from solver.instance import Instance
from solver.whatif.revalue import Revaluer, with_limit

STEPS = (-0.1, -0.02, 0.02, 0.1)
"""Parts of the limit by which it moves; below 0 the limit gives way."""

SAME = 0.15
"""Relative difference up to which a price over a step is still that price."""


@dataclass(frozen=True)
class Step:
    """A limit moved by one step.

    Parameters
    ----------
    part
        Part of the limit by which it moved; below 0 it gave way.
    limit
        Where it went.
    price
        Points per unit over the step; None where no plan is possible there.

    """

    part: float
    limit: float
    price: float | None


def price_range(
    revaluer: Revaluer,
    instance: Instance,
    row: int,
    *,
    steps: Sequence[float] = STEPS,
    on_step: Callable[[], None] = lambda: None,
) -> list[Step]:
    """Return what the limit of a row costs per unit over several steps.

    Parameters
    ----------
    revaluer
        Holds the value of the instance as it is.
    instance
        The instance.
    row
        Number of a row with a price.
    steps
        Parts of the limit (of 1 unit where the limit is 0) by which it moves.
    on_step
        Called after every step.

    """
    low, high = float(instance.rows.low[row]), float(instance.rows.high[row])
    is_high = float(revaluer.base.price[row]) > 0
    if not np.isfinite(high if is_high else low):
        return []
    at = high if is_high else low
    found = []
    for part in sorted(steps):
        move = part * (abs(at) or 1.0)
        limit = at - move if is_high else at + move
        limits = (low, limit) if is_high else (limit, high)
        if limits[0] > limits[1]:  # the other limit is in the way
            limits = (limit, limit)
        value = revaluer.value(with_limit(instance, row, *limits)).bound
        gain = value - revaluer.base.bound
        price = None if np.isinf(value) else max(0.0, float(-gain / move))
        found.append(Step(part, limit, price))
        on_step()
    return found


def holds(price: float, steps: Sequence[Step]) -> tuple[float, float] | None:
    """Return between which limits a price holds; None if not even to the next step.

    Parameters
    ----------
    price
        Points per unit at the limit itself.
    steps
        What ``price_range`` returns.

    """
    inside = [
        step
        for way in (-1, 1)
        for step in _near(price, [s for s in steps if s.part * way > 0])
    ]
    if not inside:
        return None
    limits = [step.limit for step in inside]
    return min(limits), max(limits)


def _near(price: float, steps: list[Step]) -> list[Step]:
    """Return the steps from the limit outwards over which the price is the same."""
    found = []
    for step in sorted(steps, key=lambda one: abs(one.part)):
        if step.price is None or abs(step.price - price) > SAME * max(price, 1e-9):
            break
        found.append(step)
    return found
