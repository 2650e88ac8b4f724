"""How every use of every cell stands at proven prices.

    a plan with use k in cell i  <=  bound - loss[i, k]

With prices of the rows alone the loss is what the use is worth less than the best one
there (a reduced cost); where cells see their neighbours it is what its horizontal and
its vertical run lose. A use whose loss is more than the bound lies above a known plan
is in no better plan.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.dual import Dual
from solver.instance import Instance
from solver.messages import Messages
from solver.neighbours import to_neighbours
from solver.watch import Watch
from solver.zonal import to_zonal

PASSES, CHECKED = 60, 10
"""Most turns of messages at the prices given, and turns between two bounds."""

STILL = 1e-5
"""Part of the bound below which more turns are not worth while."""

ROUNDING = 1e-6
"""Part of a loss that rounding may have added; losses are told smaller by that."""


@dataclass(frozen=True, eq=False)
class Standing:
    """What uses lose.

    Parameters
    ----------
    bound
        Proven: no plan has more points.
    loss
        A plan with the use in the cell has at most ``bound - loss`` points; infinite
        where it may not come; float32, shape ``(n_uses, n_cells)``.

    """

    bound: float
    loss: NDArray[np.float32]

    def possible(self, least: float) -> NDArray[np.bool_]:
        """Tell which uses may be in a plan of at least so many points.

        Parameters
        ----------
        least
            Points of the plan, such as those of the best one known.

        Returns
        -------
        NDArray[np.bool_]
            Shape ``(n_uses, n_cells)``. False is proven, True is not.

        """
        left = self.bound - least
        possible: NDArray[np.bool_] = self.loss <= left + ROUNDING * abs(left)
        return possible


def standing(
    instance: Instance, row_price: NDArray[np.float64], watch: Watch
) -> Standing:
    """Return how every use stands at prices of the rows.

    Parameters
    ----------
    instance
        The instance; restrictions on where uses lie are left aside, which keeps the
        bound a bound.
    row_price
        Price per row, shape ``(n_rows,)``; any prices prove a bound.
    watch
        Ends passing of messages early; the bound is true at any time.

    """
    dual = Dual(to_zonal(instance))
    if not instance.sees_neighbours:
        best = dual.best(row_price)
        cells = np.arange(instance.n_cells)
        return Standing(best.bound, _told(dual.losses(row_price, cells), best.bound))
    messages = Messages(instance, dual, to_neighbours(instance))
    bound = messages.bound(row_price)
    for turn in range(1, PASSES + 1):
        if watch.stopped:
            break
        messages.send(row_price)
        if turn % CHECKED == 0:
            lower = messages.bound(row_price)
            if bound - lower < STILL * abs(bound):
                break
            bound = lower
    bound = messages.bound(row_price)
    return Standing(bound, _told(messages.losses(row_price), bound))


def _told(loss: NDArray[np.float32], bound: float) -> NDArray[np.float32]:
    """Make losses smaller by what rounding may have added; lay them out by use."""
    less = np.float32(1 - ROUNDING) * loss - np.float32(1e-9 * abs(bound))
    return np.ascontiguousarray(np.maximum(less, 0).T)
