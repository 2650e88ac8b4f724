"""Prices of the rows by Newton's method on the smooth dual, hot to cold.

At a high temperature every cell is divided and the dual is nearly a parabola; as it
falls the dual turns into the true one, and the prices of one temperature are a good
start for the next. A price may not pass its limits, nor jump over 0 where a row has
room between its limits: it stops there and may stay (the dual has a kink at 0). Steps
are damped to about one temperature, beyond which the parabola tells nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csc_array, csr_array, diags_array
from scipy.sparse.linalg import splu

from solver.dual import Dual, Smooth
from solver.watch import Watch

Floats = NDArray[np.float64]

DENSE = 0.2
"""Part of a matrix that is not 0 from which it is factorised as a dense one."""

HOPE = 10.0
"""Times that gain which slopes may promise when prices rest."""

LEAST_REACH = 1e-9
"""The least of it: a reach of 0 would divide by 0 and never grow again."""

REACH = 2.0
"""Temperatures by which a price may move in one step."""

SHORTEST = 1e-9
"""Temperatures by which it always may; a price that met its limit got no step."""

MOST_STEPS = 30
"""Steps at one temperature."""

MOST_TRIES = 12
"""Times that a step is cut down."""


ENOUGH = 0.05
"""Gain that is not worth a step, as a part of what smoothing adds to the dual."""


@dataclass(frozen=True, eq=False)
class Box:
    """Least and most of every price, shape ``(n_rows,)`` [points/unit].

    ``widest`` is the widest difference of scores [points].
    """

    low: Floats
    high: Floats
    widest: float

    @staticmethod
    def of(dual: Dual, widest: float, cap: float) -> "Box":
        """Return the limits of a dual's prices; hard rows get a cap.

        Parameters
        ----------
        dual
            Whose prices.
        widest
            Widest difference of scores [points].
        cap
            Highest size of a price [widest per cell].

        """
        far = cap * widest / dual.zonal.row_size
        hard = np.isinf(dual.zonal.price)
        low = np.where(hard, np.maximum(dual.least, -far), dual.least)
        high = np.where(hard, np.minimum(dual.most, far), dual.most)
        return Box(low, high, widest)

    def touched(self, dual: Dual, price: Floats) -> bool:
        """Tell whether a hard row's price is nearly at its cap."""
        hard = np.isinf(dual.zonal.price) & (price != 0)
        at = (price <= 0.9 * self.low) | (price >= 0.9 * self.high)
        return bool((hard & at).any())


@dataclass(frozen=True, eq=False)
class Settled:
    """Where the prices came to rest at one temperature, and the dual there."""

    price: Floats
    here: Smooth


def settle(
    dual: Dual,
    price: Floats,
    temperature: float,
    box: Box,
    enough: float,
    watch: Watch,
) -> Settled:
    """Take Newton steps at one temperature until they gain next to nothing.

    Parameters
    ----------
    dual
        What to minimise.
    price
        Where to begin, shape ``(n_rows,)`` [points/unit].
    temperature
        Points per cell over which a choice is smooth.
    box
        Where prices may go.
    enough
        Gain that is not worth a step [points].
    watch
        Ends it.

    """
    price = np.clip(price, box.low, box.high)
    at = _At(dual, price, dual.smooth(price, temperature), box)
    reach, before = np.full(price.size, REACH), np.zeros(price.size)
    for _ in range(MOST_STEPS):
        # a price that keeps going the same way may go further each time
        onward = (at.slope * before > 0) & (np.abs(at.slope) > 0.5 * np.abs(before))
        turned = at.slope * before < 0
        reach = np.where(onward, 2 * reach, np.where(turned, REACH, reach))
        before = at.slope
        gain = max(enough, ENOUGH * at.here.softness)
        if at.hope(dual, box) > HOPE * gain:
            gain = 0.0
        found = _descend(dual, at, reach, temperature, box, gain)
        if found is None or watch.stopped:
            break
        at = found
    return Settled(at.price, at.here)


class _At:
    """Prices, the dual there, its slope per row, and which prices may move.

    A price above 0 pays for the high limit, below 0 for the low one; at 0 it moves
    only if the amount lies outside both. The slope is 0 where a price must stay.
    """

    def __init__(self, dual: Dual, price: Floats, here: Smooth, box: Box) -> None:
        self.price, self.here = price, here
        self.value = here.value + dual.limits(price)
        above = dual.zonal.high - here.amount  # slope to the right of the price
        below = dual.zonal.low - here.amount
        slope = np.where(price > 0, above, below)
        at_0 = price == 0
        slope[at_0] = np.minimum(above, 0.0)[at_0] + np.maximum(below, 0.0)[at_0]
        stuck = (price <= box.low) & (slope > 0) | (price >= box.high) & (slope < 0)
        slope[stuck] = 0.0
        self.slope, self.free = slope, ~stuck & ((slope != 0) | ~at_0)

    def hope(self, dual: Dual, box: Box) -> float:
        """Return what the slopes promise if prices could go far [points].

        A row that is off by little may still lack much: where no cell is divided its
        price has to travel before anything changes.
        """
        room = np.where(self.slope > 0, self.price - box.low, box.high - self.price)
        far = np.minimum(room, box.widest / dual.zonal.row_size)
        return float((np.abs(self.slope) * far).sum())


def _descend(
    dual: Dual,
    at: _At,
    reach: Floats,
    temperature: float,
    box: Box,
    enough: float,
) -> _At | None:
    """Take a step that lowers the dual; None if none gains enough.

    Where the step goes too far, it is the prices that passed their lowest point that
    must go less far; the others keep their reach.
    """
    size = dual.zonal.row_size
    lines = dual.curvature(at.price, temperature, at.here.near)
    lines = csr_array(lines * (1.0 / size)[None, :])
    for _ in range(MOST_TRIES):
        least = np.maximum(reach, SHORTEST) * temperature
        damping = np.abs(at.slope / size) / least + 1e-9
        step = _step(dual, at, _Curvature(lines, damping), box)
        expected = -float(at.slope @ step)
        if expected <= enough:
            return None
        price = np.clip(at.price + step, box.low, box.high)
        there = _At(dual, price, dual.smooth(price, temperature), box)
        if there.value <= at.value - 0.1 * expected:
            return there
        passed = there.slope * at.slope < 0
        shorter = np.minimum(reach, np.abs(step * size) / temperature)[passed] / 4
        reach[passed] = np.maximum(shorter, LEAST_REACH)
        if not passed.any():
            reach /= 4
    return None


def _step(dual: Dual, at: _At, matrix: "_Curvature", box: Box) -> Floats:
    """Solve for the step; prices that meet a limit or 0 stop there, the rest again."""
    size = dual.zonal.row_size
    scaled = at.slope / size
    low, high = _room(dual, at.price, at.slope, box)
    low, high = low * size, high * size
    step = np.zeros(size.size)
    free = at.free.copy()
    for _ in range(MOST_TRIES):
        rest = scaled + matrix.times(np.where(free, 0.0, step))
        step = np.where(free, matrix.solve(-rest, free), step)
        over = free & ((step < low) | (step > high))
        if not over.any():
            break
        step[over] = np.clip(step, low, high)[over]
        free &= ~over
    moved: Floats = np.clip(step, low, high) / size
    return moved


def _room(dual: Dual, price: Floats, slope: Floats, box: Box) -> tuple[Floats, Floats]:
    """Return how far each price may go down and up in one step."""
    zonal = dual.zonal
    low, high = box.low - price, box.high - price
    kink = zonal.low < zonal.high
    upper = kink & ((price > 0) | (price == 0) & (slope < 0))
    lower = kink & ((price < 0) | (price == 0) & (slope > 0))
    low = np.where(upper, np.maximum(low, -price), low)
    high = np.where(lower, np.minimum(high, -price), high)
    return low, high


class _Curvature:
    """B'B + damping; rows that share no cell do not meet in it, so it is sparse."""

    def __init__(self, lines: csr_array, damping: Floats) -> None:
        self._matrix = csc_array(lines.T @ lines) + diags_array(damping, format="csc")

    def times(self, step: Floats) -> Floats:
        product: Floats = self._matrix @ step
        return product

    def solve(self, right: Floats, free: NDArray[np.bool_]) -> Floats:
        step = np.zeros(right.size)
        places = np.nonzero(free)[0]
        if not places.size:
            return step
        block = self._matrix[places][:, places]
        if block.nnz > DENSE * places.size**2:
            dense = cho_factor(block.toarray(), overwrite_a=True, check_finite=False)
            step[places] = cho_solve(dense, right[places], check_finite=False)
        else:
            factor = splu(
                block,
                permc_spec="MMD_AT_PLUS_A",
                diag_pivot_thresh=0.0,
                options={"SymmetricMode": True},
            )
            step[places] = factor.solve(right[places])
        return step
