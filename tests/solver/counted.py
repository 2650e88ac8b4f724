"""Random instances whose rows count cells of one use in one zone."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance, RowArrays

N_ZONES = 3
EASY = st.integers(-9, 9).map(float)
AWKWARD = st.sampled_from([1 / 3, -1 / 3, 1e-30, -1e-30, 1e6, 0.1, 2 / 7, 1e6 / 3])
AMOUNTS = (1.0, 0.0625, 0.1, 3.0)
PRICES = (0.5, 2.0, 1 / 3, 1e3)


@dataclass(frozen=True)
class Row:
    use: int
    zone: int
    coef: float
    low: float
    high: float
    price: float
    partition: int | None = None


def counted(
    score: np.ndarray, zone: np.ndarray, weight: np.ndarray, rows: list[Row]
) -> Instance:
    """Make an instance; use k is counted in partition k - 1, modulo those there are."""
    n_uses, n_cells = score.shape
    coef = np.zeros((len(rows), n_uses))
    for number, row in enumerate(rows):
        coef[number, row.use] = row.coef
    arrays = RowArrays(
        tuple(f"row {number}" for number in range(len(rows))),
        np.array([row.low for row in rows], np.float64),
        np.array([row.high for row in rows], np.float64),
        np.array([row.price for row in rows], np.float64),
        np.arange(len(rows), dtype=np.int32),
        np.array([_partition(row, len(zone)) for row in rows], np.int32),
        np.array([row.zone for row in rows], np.int32),
        coef,
    )
    allowed = np.isfinite(score)
    return Instance(
        tuple(f"use {use}" for use in range(n_uses)),
        np.zeros(n_cells, np.int32),
        np.arange(n_cells, dtype=np.int32),
        100.0,
        np.where(allowed, score, 0).astype(np.float32),
        allowed,
        zone.astype(np.int32),
        weight.astype(np.float32),
        arrays,
    )


def _partition(row: Row, n_partitions: int) -> int:
    return (row.use - 1) % n_partitions if row.partition is None else row.partition


@st.composite
def _row(
    draw: st.DrawFn, n_uses: int, n_cells: int, hard: st.SearchStrategy[bool]
) -> Row:
    coef = draw(st.sampled_from(AMOUNTS)) * draw(st.sampled_from([1, 1, -1]))
    edges = sorted(
        draw(st.integers(0, n_cells) | st.floats(-1, n_cells + 1, width=16))
        for _ in range(2)
    )
    low, high = sorted(coef * edge for edge in edges)
    open_low, open_high = draw(st.sampled_from([(0, 0), (1, 0), (0, 1)]))
    return Row(
        draw(st.integers(1, n_uses - 1)),
        draw(st.integers(0, N_ZONES)),
        coef,
        -np.inf if open_low else low,
        np.inf if open_high else high,
        np.inf if draw(hard) else draw(st.sampled_from(PRICES)),
    )


@st.composite
def instances(
    draw: st.DrawFn,
    points: st.SearchStrategy[float] = EASY | AWKWARD,
    hard: st.SearchStrategy[bool] = st.booleans(),  # noqa: B008
) -> Instance:
    """Up to five cells and three uses, weights that differ by zone.

    Two partitions: each use has its own, or the zones of one lie in those of the other.
    """
    n_uses, n_cells = draw(st.integers(2, 4)), draw(st.integers(1, 5))
    shape, n_parts = (n_uses, n_cells), draw(st.integers(1, 2))
    with_holes = points | points | points | st.just(-np.inf)
    score = draw(hnp.arrays(np.float64, shape, elements=with_holes))
    score[0] = 0
    numbers = st.integers(-1, N_ZONES - 1)
    zone = draw(hnp.arrays(np.int32, (n_parts, n_cells), elements=numbers))
    per_zone = draw(
        hnp.arrays(np.float64, N_ZONES + 1, elements=st.sampled_from([*AMOUNTS, 0.0]))
        | st.just(np.ones(N_ZONES + 1))
    )
    rows = draw(st.lists(_row(n_uses, n_cells, hard), max_size=4))
    if n_parts == 2 and draw(st.booleans()):
        zone[1] = draw(hnp.arrays(np.int32, N_ZONES + 1, elements=numbers))[zone[0]]
        rows = [replace(row, partition=draw(st.integers(0, 1))) for row in rows]
    return counted(score, zone, per_zone[zone], rows)


def legal(instance: Instance) -> Iterator[Allocation]:
    for use in itertools.product(range(instance.n_uses), repeat=instance.n_cells):
        allocation = Allocation(np.array(use, np.int8))
        if not judge(instance, allocation).broken:
            yield allocation


def best_objective(instance: Instance) -> float | None:
    """Most points of all allocations there are."""
    points = [judge(instance, allocation).objective for allocation in legal(instance)]
    return max(points, default=None)


def exact_points(instance: Instance, allocation: Allocation) -> Fraction:
    """Points of the cells without any rounding; rows left aside."""
    return sum(
        (
            Fraction(float(instance.score[use, cell]))
            for cell, use in enumerate(allocation.use)
        ),
        Fraction(0),
    )
