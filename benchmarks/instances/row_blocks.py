"""Rows of an instance, put together from blocks of one kind each."""

import numpy as np
from numpy.typing import NDArray

from solver.instance import RowArrays

Floats = NDArray[np.float64]


def simple_rows(
    name: list[str],
    limits: tuple[Floats, Floats],
    partition: int,
    zone: NDArray[np.int32],
    coef: Floats,
) -> RowArrays:
    """Make hard rows of one entry each.

    Parameters
    ----------
    name
        Name per row.
    limits
        Least and most per row.
    partition
        What the entries count.
    zone
        Zone per row, shape ``(n_rows,)``.
    coef
        Coefficient per row and use, shape ``(n_rows, n_uses)``.

    """
    n_rows = len(name)
    return RowArrays(
        tuple(name),
        *limits,
        np.full(n_rows, np.inf),
        np.arange(n_rows, dtype=np.int32),
        np.full(n_rows, partition, np.int32),
        zone.astype(np.int32),
        coef,
    )


def with_entries(
    rows: RowArrays, partition: int, zone: NDArray[np.int32], coef: Floats
) -> RowArrays:
    """Add one more entry to every row."""
    n_rows = len(rows.name)
    added = RowArrays(
        rows.name,
        rows.low,
        rows.high,
        rows.shortfall_price,
        np.arange(n_rows, dtype=np.int32),
        np.full(n_rows, partition, np.int32),
        zone.astype(np.int32),
        coef,
    )
    return RowArrays(
        rows.name, rows.low, rows.high, rows.shortfall_price, *_entries(rows, added)
    )


def stacked(*blocks: RowArrays) -> RowArrays:
    """Put blocks of rows below one another."""
    first = np.cumsum([0, *(len(block.name) for block in blocks)])
    entries = _entries(*blocks)
    shift = [
        np.full(block.entry_row.size, start, np.int32)
        for block, start in zip(blocks, first[:-1], strict=True)
    ]
    return RowArrays(
        tuple(name for block in blocks for name in block.name),
        np.concatenate([block.low for block in blocks]),
        np.concatenate([block.high for block in blocks]),
        np.concatenate([block.shortfall_price for block in blocks]),
        entries[0] + np.concatenate(shift),
        *entries[1:],
    )


def _entries(
    *blocks: RowArrays,
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], Floats]:
    return (
        np.concatenate([block.entry_row for block in blocks]),
        np.concatenate([block.entry_partition for block in blocks]),
        np.concatenate([block.entry_zone for block in blocks]),
        np.concatenate([block.entry_coef for block in blocks]),
    )
