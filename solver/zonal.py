"""An instance without neighbours, laid out cell by cell for passes over all cells.

Cells see each other only through rows, and a row only sees sums per zone. So for
prices y of the rows a cell needs one number per use from each of its zones:

    worth[i, k] = score[i, k]
                  - sum over groups g of  weight[i, g] * (coef @ y)[slot[i, g], k]

A slot is a zone that some row counts. Partitions with the same weights share a group
and a slot then is a combination of their zones, as long as those stay few: the pass
looks up once per group, not once per partition.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from solver.instance import Instance

Floats = NDArray[np.float64]

MOST_SLOTS = 1 << 16
"""Most combinations of zones in one group; a table of prices stays in the cache."""


MOST_SCORES = 1 << 24
"""Scores from which their scale is taken."""

SMALLEST, LARGEST = np.float32(1e-3), np.float32(1e3)
"""Limits of a cell's size, so that none is blind to prices or sees nothing else."""


@dataclass(frozen=True, eq=False)
class Zonal:
    """Cells, the slots they count in, and what rows make of the slots.

    Parameters
    ----------
    score
        Points, float32, shape ``(n_cells, n_uses)``; -inf where the use may not come.
    slot
        Slot per group, int32, shape ``(n_cells, n_groups)``; -1 none.
    weight
        What the cell counts in each group, float32, shape ``(n_cells, n_groups)``.
    coef
        What a unit of a use in a slot adds to a row, sparse, shape
        ``(n_slots * n_uses, n_rows)``; slot s and use k are line ``s * n_uses + k``.
    supply_coef
        What a unit of a supply adds to a row, sparse, shape ``(n_supplies, n_rows)``.
    supply_value, supply_cap
        Points per unit, most units, shape ``(n_supplies,)``.
    low, high
        Limits, shape ``(n_rows,)``.
    price
        Points per unit of shortfall, shape ``(n_rows,)``; infinite where hard.
    times
        Cells that each cell stands for: above 1 in a sample.

    """

    score: NDArray[np.float32]
    slot: NDArray[np.int32]
    weight: NDArray[np.float32]
    coef: csr_array
    supply_coef: csr_array
    supply_value: Floats
    supply_cap: Floats
    low: Floats
    high: Floats
    price: Floats
    times: float = 1.0

    @cached_property
    def cell_size(self) -> NDArray[np.float32]:
        """How much a cell counts against the mean cell, float32, ``(n_cells,)``.

        A price moves the worth of a cell of little land little: what is a clear lead
        there would be a narrow one on more land.
        """
        size = np.zeros(self.n_cells, np.float32)
        for group in range(self.slot.shape[1]):
            weight = np.where(self.slot[:, group] < 0, 0, self.weight[:, group])
            weight = np.abs(weight)
            counts = max(1, int(np.count_nonzero(weight)))
            mean = float(weight.sum(dtype=np.float64)) / counts
            np.maximum(size, weight / np.float32(mean or 1.0), out=size)
        return np.clip(size, SMALLEST, LARGEST)

    @property
    def scores(self) -> NDArray[np.float32]:
        """Scores of uses that may come, to take their scale from.

        Of a country those of every so many cells: it holds a hundred million.
        """
        step = 1 + self.score.size // MOST_SCORES
        sampled = self.score[::step]
        found: NDArray[np.float32] = sampled[np.isfinite(sampled)]
        return found

    @property
    def n_cells(self) -> int:
        """Number of cells."""
        return int(self.score.shape[0])

    @property
    def n_uses(self) -> int:
        """Number of uses, "none" included."""
        return int(self.score.shape[1])

    @property
    def n_rows(self) -> int:
        """Number of rows."""
        return int(self.low.size)

    @property
    def n_slots(self) -> int:
        """Number of slots."""
        return int(self.coef.shape[0]) // self.n_uses

    @cached_property
    def row_size(self) -> Floats:
        """Most that one cell of mean weight, or one unit, adds to a row (1 if none).

        Prices times sizes are points per cell, so rows of homes and of hectares can
        be compared; shape ``(n_rows,)``.
        """
        mean = np.repeat(_mean_weight(self), self.n_uses)
        size, units = np.zeros(self.n_rows), np.zeros(self.n_rows)
        lines = np.repeat(np.arange(mean.size), np.diff(self.coef.indptr))
        np.maximum.at(size, self.coef.indices, np.abs(self.coef.data) * mean[lines])
        found = self.supply_coef
        np.maximum.at(units, found.indices, np.abs(found.data))
        size = np.where(size > 0, size, units)
        return np.where(size > 0, size, 1.0)

    def costs(self, row_price: Floats) -> Floats:
        """Return what a unit of each use costs in each slot [points].

        Shape ``(n_slots, n_uses)``.
        """
        table: Floats = (self.coef @ row_price).reshape(-1, self.n_uses)
        return table

    def amounts(
        self, use: NDArray[np.int8], cells: NDArray[np.int64] | None = None
    ) -> Floats:
        """Return what uses add up to per row, shape ``(n_rows,)``; no supplies.

        Parameters
        ----------
        use
            Use per cell, shape ``(n_cells,)``.
        cells
            Numbers of the cells that count; all by default.

        """
        tally = np.zeros(self.coef.shape[0])
        of = slice(None) if cells is None else cells
        number = use[of].astype(np.int64)
        for group in range(self.slot.shape[1]):
            slot = self.slot[of, group]
            here = slot >= 0
            line = slot[here].astype(np.int64) * self.n_uses + number[here]
            tally += np.bincount(line, self.weight[of, group][here], tally.size)
        total: Floats = self.coef.T @ tally
        return total

    def every(self, stride: int) -> "Zonal":
        """Return a sample: every ``stride``-th cell, standing for ``stride`` cells.

        A sum over a sample misses that over all cells by chance; limits give way by
        its standard deviation, so that small rows do not ask what no sample can tell.
        """
        times = self.n_cells / len(range(0, self.n_cells, stride))
        chance = self._chance(times)
        return replace(
            self,
            score=np.ascontiguousarray(self.score[::stride]),
            slot=np.ascontiguousarray(self.slot[::stride]),
            weight=np.ascontiguousarray(self.weight[::stride]),
            low=self.low - chance,
            high=self.high + chance,
            times=self.times * times,
        )

    def _chance(self, times: float) -> Floats:
        limits = np.stack([np.abs(self.low), np.abs(self.high)])
        limit = np.where(np.isfinite(limits), limits, 0.0).max(axis=0)
        count = np.maximum(limit / self.row_size, 1.0)
        deviation: Floats = self.row_size * np.sqrt((times - 1.0) * count)
        return deviation


def _mean_weight(zonal: Zonal) -> Floats:
    """Mean absolute weight per slot, shape ``(n_slots,)``."""
    total, count = np.zeros(zonal.n_slots), np.zeros(zonal.n_slots)
    for group in range(zonal.slot.shape[1]):
        slot = zonal.slot[:, group]
        here = slot >= 0
        weight = np.abs(zonal.weight[here, group])
        total += np.bincount(slot[here], weight, zonal.n_slots)
        count += np.bincount(slot[here], minlength=zonal.n_slots)
    mean: Floats = total / np.maximum(count, 1)
    return mean


def to_zonal(instance: Instance) -> Zonal:
    """Lay an instance out cell by cell; its boundary is left aside."""
    score = np.empty((instance.n_cells, instance.n_uses), np.float32)
    score[:, 0] = 0.0
    for use in range(1, instance.n_uses):  # one by one: no second copy of all
        allowed = instance.allowed[use]
        score[:, use] = np.where(allowed, instance.score[use], np.float32(-np.inf))
    rows, supplies = instance.rows, instance.supplies
    slot, weight, coef = _groups(instance)
    places = supplies.entry_supply, supplies.entry_row
    shape = instance.n_supplies, instance.n_rows
    return Zonal(
        score,
        slot,
        weight,
        coef,
        csr_array(coo_array((supplies.entry_coef, places), shape=shape)),
        supplies.value.astype(np.float64),
        supplies.cap.astype(np.float64),
        rows.low,
        rows.high,
        rows.shortfall_price,
    )


def _groups(
    instance: Instance,
) -> tuple[NDArray[np.int32], NDArray[np.float32], csr_array]:
    """Group partitions of equal weights; number the combinations of their zones."""
    entries = _EntriesByZone(instance)
    groups: list[tuple[NDArray[np.float32], NDArray[np.int64], csr_array]] = []
    for partition in np.unique(instance.rows.entry_partition):
        weight = instance.weight[partition]
        zone, lines = entries.of(int(partition))
        for at, (known, number, coef) in enumerate(groups):
            merged = _merged((number, coef), (zone, lines), instance.n_uses)
            if merged is not None and np.array_equal(known, weight):
                groups[at] = known, *merged
                break
        else:
            groups.append((weight, zone, lines))
    n_cells, n_lines = instance.n_cells, 0
    slot = np.full((n_cells, len(groups)), -1, np.int32)
    weights = np.empty((n_cells, len(groups)), np.float32)
    blocks = []
    for at, (weight, number, coef) in enumerate(groups):
        slot[:, at] = np.where(number < 0, -1, number + n_lines // instance.n_uses)
        weights[:, at] = weight
        n_lines += coef.shape[0]
        blocks.append(coef)
    if not blocks:
        return slot, weights, csr_array((0, instance.n_rows))
    from scipy.sparse import vstack

    return slot, weights, csr_array(vstack(blocks, format="csr"))


def _merged(
    one: tuple[NDArray[np.int64], csr_array],
    other: tuple[NDArray[np.int64], csr_array],
    n_uses: int,
) -> tuple[NDArray[np.int64], csr_array] | None:
    """Give the combinations of two zonings that occur a number; None if many."""
    n_one, n_other = one[1].shape[0] // n_uses + 1, other[1].shape[0] // n_uses + 1
    if n_one * n_other > 64 * MOST_SLOTS:
        return None
    pair = (one[0] + 1) * n_other + other[0] + 1
    there = np.zeros(n_one * n_other, np.bool_)
    there[pair] = True
    there[0] = False  # in no zone of either
    found = np.nonzero(there)[0]
    if found.size > MOST_SLOTS:
        return None
    number = np.full(there.size, -1, np.int64)
    number[found] = np.arange(found.size)
    first, second = np.divmod(found, n_other)
    coef = _lines(one[1], first - 1, n_uses) + _lines(other[1], second - 1, n_uses)
    return number[pair], csr_array(coef)


def _lines(coef: csr_array, zone: NDArray[np.int64], n_uses: int) -> csr_array:
    """Pick the lines of zones; zone -1 has none of its own."""
    n_lines = coef.shape[0]
    empty = csr_array((1, coef.shape[1]))
    from scipy.sparse import vstack

    padded = csr_array(vstack([coef, empty], format="csr"))
    lines = zone[:, None] * n_uses + np.arange(n_uses)
    return csr_array(padded[np.where(zone[:, None] < 0, n_lines, lines).ravel()])


class _EntriesByZone:
    """Finds the zones of a partition that rows count, and their coefficients."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance

    def of(self, partition: int) -> tuple[NDArray[np.int64], csr_array]:
        """Return the zone number per cell (-1: no row counts it) and its lines."""
        instance, rows = self._instance, self._instance.rows
        mine = np.nonzero(rows.entry_partition == partition)[0]
        counted, place = np.unique(rows.entry_zone[mine], return_inverse=True)
        zone = instance.zone[partition]
        size = int(max(zone.max(initial=-1), counted.max(initial=-1))) + 1
        number = np.full(size + 1, -1, np.int64)  # the last place is zone -1
        number[counted] = np.arange(counted.size)
        use = np.arange(instance.n_uses)
        line = (place[:, None] * instance.n_uses + use).ravel()
        row = np.repeat(rows.entry_row[mine], instance.n_uses)
        shape = counted.size * instance.n_uses, instance.n_rows
        coef = csr_array(
            coo_array((rows.entry_coef[mine].ravel(), (line, row)), shape=shape)
        )
        coef.eliminate_zeros()
        return number[zone], coef
