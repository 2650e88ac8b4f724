"""Neighbours in the dual: messages, the bound they prove, the answer they suggest.

    bound(y, messages) = sum over horizontal and vertical runs of the best of each
                         + supplies at their best + limits(y)       >=  every answer

Any prices y and any messages prove a bound; passes of messages lower it, toward the
relaxation in which cells and edges are divided (Kolmogorov 2006). With the messages
held, a cell sees its neighbours only through ``belief``, its scores plus what came in,
so prices can be found as if there were no neighbours.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from solver.dual import Dual
from solver.instance import Instance
from solver.kernels.messages import (
    _believe,
    _best_of_runs,
    _decode,
    _fill_worth,
    _losses_of_runs,
    _pass_messages,
)
from solver.neighbours import Neighbours
from solver.zonal import Zonal

Floats = NDArray[np.float64]


class Messages:
    """Messages between all neighbours of an instance; counts their passes."""

    def __init__(self, instance: Instance, dual: Dual, neighbours: Neighbours) -> None:
        """Begin with silence.

        Parameters
        ----------
        instance
            Whose edges.
        dual
            Of the instance laid out by cell.
        neighbours
            Of its cells.

        """
        self.dual, self.neighbours = dual, neighbours
        zonal = dual.zonal
        self.cost = instance.edge_cost
        self._half = (instance.boundary / 2).astype(np.float32)
        whole = instance.touch.any()
        self._cost32 = (self.cost if whole else np.zeros((0, 0))).astype(np.float32)
        self._message = np.zeros((zonal.n_cells, 4, zonal.n_uses), np.float32)
        self._worth = np.empty(zonal.score.shape, np.float32)
        self.believed = Dual(replace(zonal, score=np.empty_like(zonal.score)))
        self.passes = 0

    @property
    def _cells(
        self,
    ) -> tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]]:
        zonal = self.dual.zonal
        return zonal.score, zonal.slot, zonal.weight

    def send(self, price: Floats) -> None:
        """Pass messages forward and backward at prices of the rows."""
        self.worth_at(price)
        for backward in (0, 1):
            _pass_messages(
                *(self._worth, self.neighbours.of, self._half, self._cost32),
                *(self._message, backward),
            )
            self.passes += 1

    def begin(self, message: NDArray[np.float32]) -> None:
        """Take messages to go on from, such as those of nearly the same instance."""
        self._message[:] = message

    def copied(self) -> NDArray[np.float32]:
        """Return the messages as they are now, shape ``(n_cells, 4, n_uses)``."""
        return self._message.copy()

    def listen(self) -> Dual:
        """Return the dual of beliefs: no neighbours, the messages held as they are."""
        _believe(self.dual.zonal.score, self._message, self.believed.zonal.score)
        return self.believed

    def worth_at(self, price: Floats) -> NDArray[np.float32]:
        """Return what uses are worth at prices of the rows; kept until the next call.

        Shape ``(n_cells, n_uses)`` [points].
        """
        _fill_worth(*self._cells, self.dual.zonal.costs(price), self._worth)
        return self._worth

    def decoded(self, price: Floats) -> NDArray[np.int8]:
        """Return the use per cell that the messages suggest, shape ``(n_cells,)``."""
        zonal = self.dual.zonal
        self.worth_at(price)
        use = np.zeros(zonal.n_cells, np.int8)
        _decode(self._worth, self.neighbours.of, self.cost, self._message, use)
        return use

    def bound(self, price: Floats) -> float:
        """Return what no answer exceeds [points], in float64, rounding included.

        Every sum of a run has at most twelve terms a cell and errs by at most the
        sizes summed times their number.
        """
        zonal = self.dual.zonal
        price = np.clip(price, self.dual.least, self.dual.most)
        cost = zonal.costs(price)
        gross = (csr_array(abs(zonal.coef)) @ np.abs(price)).reshape(cost.shape)
        both = cost, gross.max(axis=1, initial=0.0)
        total, sizes = 0.0, 0.0
        for start, side in ((self.neighbours.across, 2), (self.neighbours.down, 3)):
            value, size = np.empty(start.size), np.empty(start.size)
            _best_of_runs(
                *(self._cells, both, self._message, self.neighbours.of),
                *(start, side, self.cost, value, size),
            )
            total += float(value.sum())
            sizes += float(size.sum())
        deep = 12 * self.neighbours.longest + 4096
        rest, rest_size = _without_land(zonal, price, self.dual.limits(price))
        margin = deep * np.finfo(np.float64).eps * (sizes + rest_size)
        return total + rest + float(margin)

    def losses(self, price: Floats) -> NDArray[np.float32]:
        """Return by how much the bound falls if a cell must have a use [points].

        Of every horizontal and vertical run the best with that use there, less the
        best without that wish. Shape ``(n_cells, n_uses)``, infinite where the use may
        not come.
        """
        zonal, of = self.dual.zonal, self.neighbours.of
        price = np.clip(price, self.dual.least, self.dual.most)
        loss = np.zeros(zonal.score.shape, np.float32)
        for start, side in ((self.neighbours.across, 2), (self.neighbours.down, 3)):
            _losses_of_runs(
                *(self._cells, zonal.costs(price), self._message, of, start, side),
                *(self.cost, self.neighbours.longest, loss),
            )
        return loss


def _without_land(zonal: Zonal, price: Floats, limits: float) -> tuple[float, float]:
    """Return what supplies and limits add to a bound, and the size of their terms."""
    gain = zonal.supply_value - zonal.supply_coef @ price
    paid = np.abs(zonal.supply_value) + abs(zonal.supply_coef) @ np.abs(price)
    value = float(zonal.supply_cap @ np.maximum(gain, 0.0)) + limits
    limit = np.where(price > 0, zonal.high, zonal.low)
    limit = np.where(price == 0, 0.0, limit)
    size = float(zonal.supply_cap @ paid) + float(np.abs(price * limit).sum())
    return value, size
