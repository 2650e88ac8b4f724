"""The dual of an instance without neighbours: what prices of the rows prove.

    dual(y) = sum_i max_k worth[i, k]  +  sum_s cap_s * max(0, value_s - coef_s . y)
              + sum_r (y_r > 0: y_r * high_r,  y_r < 0: y_r * low_r)  >=  every answer

A row that may give way at a price p has y in [-p, p]; a limit that is not there allows
no price of its sign. ``smooth`` replaces the maxima by temperature * log sum exp.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from solver.kernels.dual import (
    _best_pass,
    _curvature,
    _curvature_size,
    _gains,
    _losses,
    _near_uses,
    _smooth_pass,
    _spread_shares,
)
from solver.zonal import Zonal

Floats = NDArray[np.float64]

N_CHUNKS = 16
"""Parts that cells are cut into, whatever the number of threads."""

MOST_DIVIDED = 20_000
"""Divided cells that the curvature looks at; of more, every n-th."""


@dataclass(frozen=True, eq=False)
class Best:
    """Every cell at its best use.

    Parameters
    ----------
    bound
        Proven: no answer has more points.
    use
        Best use per cell, int8, shape ``(n_cells,)``.
    margin
        By how much it leads [points], float32, shape ``(n_cells,)``.

    """

    bound: float
    use: NDArray[np.int8]
    margin: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Smooth:
    """The smooth dual at some prices.

    Parameters
    ----------
    value
        Its value without the limits' part [points].
    softness
        What smoothing adds to it [points].
    amount
        What is taken per row, shape ``(n_rows,)``.
    near
        Uses near the best per cell, int8, shape ``(n_cells,)``.

    """

    value: float
    softness: float
    amount: Floats
    near: NDArray[np.int8]


class Dual:
    """Evaluates prices; counts the passes it makes over cells and uses."""

    def __init__(self, zonal: Zonal) -> None:
        """Keep the cells; nothing is computed yet."""
        self.zonal = zonal
        self.passes = 0.0

    @cached_property
    def least(self) -> Floats:
        """Lowest price that a row may have, shape ``(n_rows,)``."""
        return np.where(np.isinf(self.zonal.low), 0.0, -self.zonal.price)

    @cached_property
    def most(self) -> Floats:
        """Highest price that a row may have, shape ``(n_rows,)``."""
        return np.where(np.isinf(self.zonal.high), 0.0, self.zonal.price)

    @cached_property
    def _size(self) -> csr_array:
        """What a unit adds to a row, without its sign."""
        return csr_array(abs(self.zonal.coef))

    def limits(self, price: Floats) -> float:
        """Return the limits' part of the dual [points]."""
        return float(_limit_values(self.zonal, price).sum())

    def best(self, price: Floats) -> Best:
        """Let every cell take its best use; return the bound that this proves.

        The sum is in float64 and a margin for its rounding is added: each worth is
        off by at most a few units in the last place of what it is summed from, which
        may be far more than what is left where prices cancel.
        """
        zonal = self.zonal
        price = np.clip(price, self.least, self.most)
        cost = zonal.costs(price)
        use = np.empty(zonal.n_cells, np.int8)
        margin = np.empty(zonal.n_cells, np.float32)
        chunk = _chunks(zonal.n_cells, N_CHUNKS)
        total, size = np.zeros(N_CHUNKS), np.zeros(N_CHUNKS)
        gross = (self._size @ np.abs(price)).reshape(cost.shape).max(axis=1)
        _best_pass(
            *(zonal.score, zonal.slot, zonal.weight, cost, gross),
            *(chunk, total, size, use, margin),
        )
        self.passes += 1 / zonal.times
        gain = zonal.supply_value - zonal.supply_coef @ price
        supply = zonal.supply_cap * np.maximum(gain, 0.0)
        paid = np.abs(zonal.supply_value) + abs(zonal.supply_coef) @ np.abs(price)
        limit = _limit_values(zonal, price)
        eps = np.finfo(np.float64).eps
        longest = max(_longest_line(zonal.coef), _longest_line(zonal.supply_coef))
        deep = 4096 + zonal.slot.shape[1] + longest
        parts = np.abs(limit).sum() + zonal.supply_cap @ paid + size.sum()
        bound = total.sum() * zonal.times + supply.sum() + limit.sum()
        return Best(float(bound + deep * eps * parts * zonal.times), use, margin)

    def near(
        self, price: Floats, best: Best, most_loss: NDArray[np.float32]
    ) -> NDArray[np.bool_]:
        """Return the uses that lose little against the best of their cell.

        Parameters
        ----------
        price, best
            Prices per row, and what cells take at them.
        most_loss
            Most that they lose [points], shape ``(n_cells,)``.

        Returns
        -------
        NDArray[np.bool_]
            Shape ``(n_cells, n_uses)``; False for all uses of a decided cell.

        """
        zonal = self.zonal
        near = np.zeros(zonal.score.shape, np.bool_)
        chosen = np.nonzero(best.margin <= most_loss)[0]
        cost = zonal.costs(np.clip(price, self.least, self.most))
        cells = zonal.score, zonal.slot, zonal.weight
        _near_uses(cells, cost, chosen, most_loss, near)
        return near

    def gains(
        self, price: Floats, use: NDArray[np.int8]
    ) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """Return every cell's best use, and what it gains over the one given [points].

        Both have shape ``(n_cells,)``.
        """
        zonal = self.zonal
        better = np.empty(zonal.n_cells, np.int8)
        gain = np.empty(zonal.n_cells, np.float32)
        chunk = _chunks(zonal.n_cells, N_CHUNKS)
        cost = zonal.costs(np.clip(price, self.least, self.most))
        cells = zonal.score, zonal.slot, zonal.weight
        _gains(*cells, cost, use, chunk, better, gain)
        self.passes += 1
        return better, gain

    def whole(self, price: Floats, temperature: float) -> NDArray[np.int8]:
        """Return a use per cell whose sums are those of the smooth shares.

        Shape ``(n_cells,)``. Sums are kept in the group of most slots; in others
        they are off by chance.
        """
        zonal = self.zonal
        use = np.empty(zonal.n_cells, np.int8)
        n_slots = [np.unique(slot).size for slot in zonal.slot.T]
        if not n_slots:
            return self.best(price).use
        cells = zonal.score, zonal.slot, zonal.weight
        cost, own = zonal.costs(price), self._own(temperature)
        owed = np.zeros(cost.shape)
        _spread_shares(cells, cost, own, int(np.argmax(n_slots)), owed, use)
        self.passes += 1 / zonal.times
        return use

    def supply(self, price: Floats, temperature: float) -> Floats:
        """Return the shares of every supply, in its units, shape ``(n_supplies,)``."""
        if not self.zonal.supply_cap.size:
            return np.zeros(0)
        share = _supply_shares(self.zonal, price, temperature)[2]
        amount: Floats = self.zonal.supply_cap * share
        return amount

    def losses(self, price: Floats, cells: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return what every use of some cells loses against the best there [points].

        Shape ``(cells.size, n_uses)``.
        """
        zonal = self.zonal
        loss = np.empty((cells.size, zonal.n_uses), np.float32)
        cost = zonal.costs(np.clip(price, self.least, self.most))
        _losses((zonal.score, zonal.slot, zonal.weight), cost, cells, loss)
        return loss

    def smooth(self, price: Floats, temperature: float) -> Smooth:
        """Let every cell take shares of its uses."""
        zonal = self.zonal
        cost = zonal.costs(price)
        n_chunks = max(1, min(N_CHUNKS, (1 << 24) // max(1, cost.size)))
        tally = np.zeros((n_chunks, *cost.shape))
        total, soft = np.zeros(n_chunks), np.zeros(n_chunks)
        near = np.empty(zonal.n_cells, np.int8)
        chunk = _chunks(zonal.n_cells, n_chunks)
        _smooth_pass(
            *(zonal.score, zonal.slot, zonal.weight),
            *(cost, self._own(temperature), chunk, total, soft, tally, near),
        )
        self.passes += 1 / zonal.times
        value, amount = _smooth_supply(zonal, price, temperature)
        amount += zonal.coef.T @ (tally.sum(axis=0).ravel() * zonal.times)
        softness = float(soft.sum()) * zonal.times
        value += float(total.sum()) * zonal.times + softness
        return Smooth(value, softness, amount, near)

    def _own(self, temperature: float) -> NDArray[np.float32]:
        """Return every cell's temperature."""
        return self.zonal.cell_size * np.float32(temperature)

    def curvature(
        self, price: Floats, temperature: float, near: NDArray[np.int8]
    ) -> csr_array:
        """Return B, sparse: B'B is the second derivative of ``smooth`` here."""
        zonal = self.zonal
        cost = zonal.costs(price)
        divided = np.nonzero(near > 1)[0]
        stride = -(-divided.size // MOST_DIVIDED) or 1
        divided = divided[::stride]
        cells = zonal.score, zonal.slot, zonal.weight
        coef, own = zonal.coef, self._own(temperature)
        lines, numbers = _curvature_size(cells, cost, own, divided, coef.indptr)
        out = np.zeros(lines + 1, np.int64), np.empty(numbers, np.int32)
        data = np.empty(numbers)
        filled = _curvature(
            cells,
            *(cost, own, divided),
            (coef.indptr, coef.indices, coef.data),
            (*out, data),
            zonal.n_rows,
        )
        shape = lines, zonal.n_rows
        data = data[:filled] * np.sqrt(zonal.times * stride)
        lines_of_cells = csr_array((data, out[1][:filled], out[0]), shape=shape)
        supplies = _supply_curvature(zonal, price, temperature)
        return csr_array(vstack([lines_of_cells, supplies], format="csr"))


def _chunks(n_cells: int, n_chunks: int) -> NDArray[np.int64]:
    return np.linspace(0, n_cells, n_chunks + 1).astype(np.int64)


def _limit_values(zonal: Zonal, price: Floats) -> Floats:
    value = np.zeros(price.size)
    up, down = price > 0, price < 0
    value[up] = price[up] * zonal.high[up]
    value[down] = price[down] * zonal.low[down]
    return value


def _longest_line(coef: csr_array) -> int:
    return int(np.diff(coef.indptr).max(initial=0))


def _supply_temperature(zonal: Zonal, temperature: float) -> Floats:
    """Return what prices of a supply's rows move it by at a temperature."""
    found, units = zonal.supply_coef, np.zeros(zonal.supply_cap.size)
    lines = np.repeat(np.arange(units.size), np.diff(found.indptr))
    np.maximum.at(units, lines, np.abs(found.data) / zonal.row_size[found.indices])
    return np.where(units > 0, units, 1.0) * temperature


def _supply_shares(
    zonal: Zonal, price: Floats, temperature: float
) -> tuple[Floats, Floats, Floats]:
    gain = zonal.supply_value - zonal.supply_coef @ price
    own = _supply_temperature(zonal, temperature)
    share = 1.0 / (1.0 + np.exp(-np.clip(gain / own, -FAR_SUPPLY, FAR_SUPPLY)))
    return gain, own, share


FAR_SUPPLY = 500.0
"""Beyond this the exponential would overflow; the share is 0 or 1 long before."""


def _smooth_supply(
    zonal: Zonal, price: Floats, temperature: float
) -> tuple[float, Floats]:
    if not zonal.supply_cap.size:
        return 0.0, np.zeros(zonal.n_rows)
    gain, own, share = _supply_shares(zonal, price, temperature)
    value = zonal.supply_cap * own * np.logaddexp(0.0, gain / own)
    return float(value.sum()), zonal.supply_coef.T @ (zonal.supply_cap * share)


def _supply_curvature(zonal: Zonal, price: Floats, temperature: float) -> csr_array:
    if not zonal.supply_cap.size:
        return csr_array((0, zonal.n_rows))
    _, own, share = _supply_shares(zonal, price, temperature)
    root = np.sqrt(zonal.supply_cap * share * (1 - share) / own)
    return csr_array(zonal.supply_coef * root[:, None])
