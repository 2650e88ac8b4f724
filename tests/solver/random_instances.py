"""Random instances as plain arrays: what no problem would state may come in a file.

Rows of several entries, zones without cells, weights of 0, tiny or below 0, partitions
that share their weights. Made from a seed, which Hypothesis draws and prints.
"""

from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st

from model.allocation import Allocation
from solver.certificate import row_values
from solver.instance import Instance, RowArrays, SupplyArrays

SEEDS = st.integers(0, (1 << 32) - 1)
WHOLE = (1.0, 1.0, 0.5, 0.3, 0.0, -0.5)
WEIGHTS = (*WHOLE, 1e-6)
COEFS = (0.0, 0.0, 1.0, 1.0, -1.0, 0.5, 20.0)
PRICES = (np.inf, np.inf, 0.05, 0.5, 3.0)


@dataclass(frozen=True)
class Shape:
    """Most of everything."""

    n_cells: int = 4
    n_uses: int = 3
    n_partitions: int = 3
    n_zones: int = 3
    n_rows: int = 4
    n_supplies: int = 2
    has_tiny: bool = True
    """A millionth as a weight: then a tolerance on limits is worth whole cells."""


def random_instance(
    seed: int, most: Shape = Shape(), *, full: bool = False
) -> Instance:
    """Make an instance; of exactly that shape if ``full``."""
    rng = np.random.default_rng(seed)

    def size(top: int, least: int = 0) -> int:
        return top if full else int(rng.integers(least, top + 1))

    n_cells, n_uses = size(most.n_cells, 1), size(most.n_uses, 1)
    n_partitions = size(most.n_partitions)
    score = _scores(rng, n_uses, n_cells)
    allowed = rng.random((n_uses, n_cells)) < 0.8
    shape = n_partitions, n_cells
    zone = rng.integers(-1, most.n_zones, shape).astype(np.int32)
    weight = rng.choice(WEIGHTS if most.has_tiny else WHOLE, shape).astype(np.float32)
    for partition in range(1, n_partitions):
        if rng.random() < 0.5:
            weight[partition] = weight[partition - 1]
    n_rows = size(most.n_rows) if n_partitions else 0
    supplies = _supplies(rng, size(most.n_supplies), n_rows)
    rows = _rows(rng, (n_rows, n_uses, n_partitions, most.n_zones))
    made = Instance(
        tuple(f"use {number}" for number in range(n_uses)),
        np.zeros(n_cells, np.int32),
        np.arange(n_cells, dtype=np.int32),
        100.0,
        score,
        allowed,
        zone,
        weight,
        rows,
        supplies,
    )
    _set_limits(rng, made)
    return made


def on_a_plane(instance: Instance, seed: int) -> Instance:
    """Lay the cells of an instance on a small map with holes; give edges a cost."""
    rng = np.random.default_rng(seed)
    n, n_uses = instance.n_cells, instance.n_uses
    width = int(np.ceil(np.sqrt(1.3 * n)))
    place = np.sort(rng.permutation(width * (width + 1))[:n])
    row, col = np.divmod(place, width)
    touch = np.zeros((n_uses, n_uses))
    if rng.random() < 0.4:
        touch = np.triu(np.rint(rng.normal(0, 2, touch.shape)) / 2, 1)
    return replace(
        instance,
        cell_row=row.astype(np.int32),
        cell_col=col.astype(np.int32),
        boundary=rng.choice([0.0, 0.5, 1.5, 6.0], n_uses),
        touch=touch + touch.T,
    )


def random_use(instance: Instance, rng: np.random.Generator) -> np.ndarray:
    """Return a use per cell that may come there."""
    worth = np.where(instance.allowed, rng.random(instance.score.shape), -1)
    worth[0] = np.where(worth[0] < 0, 0, worth[0])
    return np.asarray(worth.argmax(axis=0).astype(np.int8))


def _scores(rng: np.random.Generator, n_uses: int, n_cells: int) -> np.ndarray:
    shape = n_uses, n_cells
    kinds = (
        rng.integers(-12, 20, shape) / 4,
        rng.normal(0, 3, shape),
        np.round(rng.normal(0, 1e6, shape)),
        np.zeros(shape),
    )
    score = kinds[int(rng.choice(4, p=(0.5, 0.35, 0.1, 0.05)))].astype(np.float32)
    score[0] = 0
    return np.asarray(score)


def _rows(rng: np.random.Generator, shape: tuple[int, int, int, int]) -> RowArrays:
    n_rows, n_uses, n_partitions, n_zones = shape
    n_entries = int(rng.integers(0, 3 * n_rows + 1)) if n_rows else 0
    return RowArrays(
        tuple(f"row {row}" for row in range(n_rows)),
        np.zeros(n_rows),
        np.zeros(n_rows),
        rng.choice(PRICES, n_rows),
        rng.integers(0, max(1, n_rows), n_entries).astype(np.int32),
        rng.integers(0, max(1, n_partitions), n_entries).astype(np.int32),
        rng.integers(0, n_zones + 2, n_entries).astype(np.int32),
        rng.choice(COEFS, (n_entries, n_uses)),
    )


def _supplies(rng: np.random.Generator, n_supplies: int, n_rows: int) -> SupplyArrays:
    n_entries = int(rng.integers(0, 3)) * n_supplies if n_rows else 0
    return SupplyArrays(
        rng.choice((-0.5, -0.05, 0.0, 0.1), n_supplies),
        rng.choice((0.0, 0.75, 2.0), n_supplies),
        rng.integers(0, max(1, n_rows), n_entries).astype(np.int32),
        rng.integers(0, max(1, n_supplies), n_entries).astype(np.int32),
        rng.choice((1.0, -1.0, 20.0), n_entries),
    )


def _set_limits(rng: np.random.Generator, made: Instance) -> None:
    """Put limits around what some answer has, most of the time."""
    rows = made.rows
    supply = made.supplies.cap * rng.random(made.n_supplies)
    got = row_values(made, Allocation(random_use(made, rng), supply))
    got = np.where(rng.random(got.size) < 0.2, rng.integers(-4, 9, got.size), got)
    below, above = (rng.choice((0.0, 0.5, 3.0, np.inf), got.size) for _ in range(2))
    rows.low[:], rows.high[:] = got - below, got + above
