"""An instance: the problem as plain arrays, the contract between programs.

    maximise   sum_i score[use[i], i]  -  sum over rook edges (i, j): edge_cost[k, l]
               + sum_s value_s * supply_s  -  sum_r price_r * distance(row_r, [lo, hi])
    row_r = sum over its entries e, i in the entry's zone: coef[e, use[i]] * weight[i]
            + sum over its supply entries: coef * supply
    edge_cost[k, l] = (b_k + b_l) / 2 * [k != l] + touch[k, l]

Dimensions and names are those of the instance file. Cells are in raster order.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from solver.restrictions import Restrictions
from solver.restrictions import faults as wrong_restrictions

MOST_ZONES = 1 << 24
"""Zones are places in tables, so numbers such as 2,000,000,000 are no zones."""


def _floats() -> NDArray[np.float64]:
    return np.zeros(0)


def _ints() -> NDArray[np.int32]:
    return np.zeros(0, np.int32)


@dataclass(frozen=True, eq=False)
class RowArrays:
    """Rows and the entries they sum.

    Parameters
    ----------
    name, low, high, shortfall_price
        Per row, shape ``(n_rows,)``; an infinite price makes the row hard.
    entry_row, entry_partition, entry_zone
        Per entry, int32, shape ``(n_entries,)``.
    entry_coef
        Coefficient per entry and use, shape ``(n_entries, n_uses)``.

    """

    name: tuple[str, ...]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    shortfall_price: NDArray[np.float64]
    entry_row: NDArray[np.int32]
    entry_partition: NDArray[np.int32]
    entry_zone: NDArray[np.int32]
    entry_coef: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SupplyArrays:
    """Supply without land and the rows it counts in.

    Parameters
    ----------
    value
        Points per unit, shape ``(n_supplies,)``.
    cap
        Most of it, shape ``(n_supplies,)``.
    entry_row, entry_supply, entry_coef
        Per supply entry, shape ``(n_supply_entries,)``.

    """

    value: NDArray[np.float64] = field(default_factory=_floats)
    cap: NDArray[np.float64] = field(default_factory=_floats)
    entry_row: NDArray[np.int32] = field(default_factory=_ints)
    entry_supply: NDArray[np.int32] = field(default_factory=_ints)
    entry_coef: NDArray[np.float64] = field(default_factory=_floats)


@dataclass(frozen=True, eq=False)
class Instance:
    """Everything an engine needs.

    Parameters
    ----------
    use_name
        Names; use 0 is "none".
    cell_row, cell_col
        Place of every cell, int32, shape ``(n_cells,)``.
    cell_size_m
        Edge of a cell [m].
    score
        Points, float32, shape ``(n_uses, n_cells)``, row 0 all 0.
    allowed
        Whether the use may come there, shape ``(n_uses, n_cells)``.
    zone
        Zone per partition and cell, int32, -1 none.
    weight
        What the cell counts, float32, shape ``(n_partitions, n_cells)``.
    rows, supplies
        Limits, and supply without land.
    boundary
        Points per cell edge at the border of a use, shape ``(n_uses,)``.
    touch
        Points lost per edge between two uses beside their boundary, below 0 where
        they like to touch; symmetric, 0 on the diagonal, ``(n_uses, n_uses)``.
    restrictions
        Patches, sites and distances.

    """

    use_name: tuple[str, ...]
    cell_row: NDArray[np.int32]
    cell_col: NDArray[np.int32]
    cell_size_m: float
    score: NDArray[np.float32]
    allowed: NDArray[np.bool_]
    zone: NDArray[np.int32]
    weight: NDArray[np.float32]
    rows: RowArrays
    supplies: SupplyArrays = field(default_factory=SupplyArrays)
    boundary: NDArray[np.float64] = field(default_factory=_floats)
    touch: NDArray[np.float64] = field(default_factory=_floats)
    restrictions: Restrictions = field(default_factory=Restrictions)

    def __post_init__(self) -> None:
        """Check shapes and ranges, all faults at once."""
        if not self.boundary.size:
            object.__setattr__(self, "boundary", np.zeros(self.n_uses))
        if not self.touch.size:
            object.__setattr__(self, "touch", np.zeros((self.n_uses, self.n_uses)))
        faults = list(_faults(self))
        if faults:
            raise ValueError("; ".join(faults))

    @property
    def n_uses(self) -> int:
        """Number of uses, "none" included."""
        return len(self.use_name)

    @property
    def n_cells(self) -> int:
        """Number of cells."""
        return int(self.cell_row.size)

    @property
    def n_rows(self) -> int:
        """Number of rows."""
        return len(self.rows.name)

    @property
    def n_supplies(self) -> int:
        """Number of supplies."""
        return int(self.supplies.cap.size)

    @property
    def hard(self) -> NDArray[np.bool_]:
        """Whether a row must hold, shape ``(n_rows,)``."""
        return np.isinf(self.rows.shortfall_price)

    @cached_property
    def edge_cost(self) -> NDArray[np.float64]:
        """Points lost per edge between two uses, shape ``(n_uses, n_uses)``."""
        cost = (self.boundary[:, None] + self.boundary) / 2
        np.fill_diagonal(cost, 0.0)
        total: NDArray[np.float64] = cost + self.touch
        return total

    @property
    def sees_neighbours(self) -> bool:
        """Whether it matters which uses lie side by side."""
        return bool(self.boundary.any() or self.touch.any())

    @cached_property
    def edges(self) -> NDArray[np.int32]:
        """Pairs of rook neighbours, shape ``(n_edges, 2)``."""
        shape = int(self.cell_row.max()) + 1, int(self.cell_col.max()) + 1
        number = np.full(shape, -1, np.int32)
        number[self.cell_row, self.cell_col] = np.arange(self.n_cells, dtype=np.int32)
        pairs = [
            np.stack([here[both], there[both]], axis=1)
            for here, there in (
                (number[:, :-1], number[:, 1:]),
                (number[:-1], number[1:]),
            )
            for both in [(here >= 0) & (there >= 0)]
        ]
        return np.concatenate(pairs)


def _faults(instance: Instance) -> list[str]:
    """Say everything that is wrong with the arrays."""
    n_uses, n_cells = instance.n_uses, instance.n_cells
    rows, supplies = instance.rows, instance.supplies
    n_rows, n_entries = len(rows.name), rows.entry_row.size
    n_partitions = instance.zone.shape[0] if instance.zone.ndim else 0
    n_supply_entries = supplies.entry_row.size
    wanted = {
        "cell_row": (instance.cell_row.shape, (n_cells,)),
        "cell_col": (instance.cell_col.shape, (n_cells,)),
        "score": (instance.score.shape, (n_uses, n_cells)),
        "allowed": (instance.allowed.shape, (n_uses, n_cells)),
        "zone": (instance.zone.shape, (n_partitions, n_cells)),
        "weight": (instance.weight.shape, (n_partitions, n_cells)),
        "row_lo": (rows.low.shape, (n_rows,)),
        "row_hi": (rows.high.shape, (n_rows,)),
        "row_shortfall_price": (rows.shortfall_price.shape, (n_rows,)),
        "entry_row": (rows.entry_row.shape, (n_entries,)),
        "entry_partition": (rows.entry_partition.shape, (n_entries,)),
        "entry_zone": (rows.entry_zone.shape, (n_entries,)),
        "entry_coef": (rows.entry_coef.shape, (n_entries, n_uses)),
        "boundary": (instance.boundary.shape, (n_uses,)),
        "touch": (instance.touch.shape, (n_uses, n_uses)),
        "supply_cap": (supplies.cap.shape, (supplies.cap.size,)),
        "supply_value": (supplies.value.shape, supplies.cap.shape),
        "supply_entry_row": (supplies.entry_row.shape, (n_supply_entries,)),
        "supply_entry_supply": (supplies.entry_supply.shape, (n_supply_entries,)),
        "supply_entry_coef": (supplies.entry_coef.shape, (n_supply_entries,)),
    }
    faults = [
        f"{name} must have shape {shape}, got {came}"
        for name, (came, shape) in wanted.items()
        if came != shape
    ]
    faults += wrong_restrictions(
        instance.restrictions, n_uses, n_partitions, instance.cell_size_m
    )
    return faults or _wrong_values(instance)


def _wrong_values(instance: Instance) -> list[str]:
    rows, supplies = instance.rows, instance.supplies
    places = instance.cell_row.astype(np.int64) << 32 | instance.cell_col
    checks = {
        "there must be at least one cell": instance.n_cells > 0,
        "there must be 1 to 127 uses": 0 < instance.n_uses <= np.iinfo(np.int8).max,
        "cell_size_m must be > 0": 0 < instance.cell_size_m < np.inf,
        "score must be finite": np.isfinite(instance.score).all(),
        "score of use 0 must be 0": not instance.score[:1].any(),
        "cells must have different places": np.unique(places).size == places.size,
        "cell_row and cell_col must be >= 0": _within(instance.cell_row, 1 << 30)
        and _within(instance.cell_col, 1 << 30),
        f"zone must lie in -1..{MOST_ZONES - 1}": _within(
            instance.zone, MOST_ZONES, least=-1
        ),
        "weight must be finite": np.isfinite(instance.weight).all(),
        "row_lo must not exceed row_hi": bool((rows.low <= rows.high).all()),
        "row_lo must be below inf and row_hi above -inf": bool(
            (rows.low < np.inf).all() and (rows.high > -np.inf).all()
        ),
        "row_shortfall_price must be > 0": bool((rows.shortfall_price > 0).all()),
        "entry_coef must be finite": np.isfinite(rows.entry_coef).all(),
        "entry_row must name a row": _within(rows.entry_row, len(rows.name)),
        "entry_partition must name a partition": _within(
            rows.entry_partition, instance.zone.shape[0]
        ),
        f"entry_zone must lie in 0..{MOST_ZONES - 1}": _within(
            rows.entry_zone, MOST_ZONES
        ),
        "boundary must be finite and >= 0": bool(
            (np.isfinite(instance.boundary) & (instance.boundary >= 0)).all()
        ),
        "touch must be finite": np.isfinite(instance.touch).all(),
        "touch must be symmetric, with 0 on the diagonal": bool(
            np.array_equal(instance.touch, instance.touch.T)
            and not np.diag(instance.touch).any()
        ),
        "supply_cap must be finite and >= 0": bool(
            (np.isfinite(supplies.cap) & (supplies.cap >= 0)).all()
        ),
        "supply_value must be finite": np.isfinite(supplies.value).all(),
        "supply_entry_coef must be finite": np.isfinite(supplies.entry_coef).all(),
        "supply_entry_row must name a row": _within(supplies.entry_row, len(rows.name)),
        "supply_entry_supply must name a supply": _within(
            supplies.entry_supply, supplies.cap.size
        ),
    }
    return [text for text, holds in checks.items() if not holds]


def _within(numbers: NDArray[np.int32], size: int, least: int = 0) -> bool:
    return not numbers.size or bool(numbers.min() >= least and numbers.max() < size)
