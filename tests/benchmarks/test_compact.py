"""Instances with compactness: they fit, and their plan is compact itself."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.ndimage import label

from benchmarks.instances import compact
from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance

SIZES = pytest.mark.parametrize(
    ("n_cells", "n_uses", "percent"),
    [(576, 6, 12), (2_500, 7, 12), (2_500, 7, 50), (1_205, 8, 1), (3, 1, 100)],
)


@SIZES
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_hidden_plan_keeps_every_limit(
    n_cells: int, n_uses: int, percent: int, seed: int
) -> None:
    made = compact.planned(n_cells, n_uses, percent, seed)
    assert judge(made.instance, made.plan).broken == ()


@SIZES
def test_has_the_size_that_was_asked_for(
    n_cells: int, n_uses: int, percent: int
) -> None:
    instance = compact.build(n_cells, n_uses, percent)
    n_zones = max(1, n_cells // 600)
    assert instance.n_cells == n_cells
    assert instance.n_uses == n_uses + 1
    assert instance.n_rows == n_zones * (n_uses + 1)
    assert len(set(instance.rows.name)) == instance.n_rows
    assert np.isneginf(instance.rows.low).sum() == n_zones


def test_the_same_seed_gives_the_same_instance() -> None:
    first, same = (compact.build(900, 6, 12, 5) for _ in range(2))
    other = compact.build(900, 6, 12, 6)
    for name in ("score", "allowed", "zone", "weight", "boundary"):
        assert (getattr(first, name) == getattr(same, name)).all()
    assert (first.rows.low == same.rows.low).all()
    assert (first.score != other.score).any()


def test_the_boundary_is_a_percentage_of_the_range_of_scores() -> None:
    instance = compact.build(2_500, 6, 40)
    low, high = np.percentile(instance.score[1:], (5, 95))
    share = instance.boundary / (high - low)
    wanted = [0.0, 0.32, 0.352, 0.384, 0.416, 0.448, 0.48]
    assert share == pytest.approx(wanted, abs=1e-4)


def _patch_sizes(instance: Instance, use: NDArray[np.int8]) -> NDArray[np.int64]:
    side = int(instance.cell_row.max()) + 1, int(instance.cell_col.max()) + 1
    plane = np.zeros(side, np.int8)
    plane[instance.cell_row, instance.cell_col] = use
    patch = [label(plane == number)[0] for number in range(1, instance.n_uses)]
    return np.concatenate([np.bincount(number.ravel())[1:] for number in patch])


def test_the_plan_lies_together_and_the_best_use_of_every_cell_does_not() -> None:
    made = compact.planned(10_000, 7, 12)
    points = np.where(made.instance.allowed, made.instance.score, -np.inf)
    best = points.argmax(axis=0).astype(np.int8)
    scattered, together = (
        _patch_sizes(made.instance, use) for use in (best, made.plan.use)
    )
    assert np.median(scattered) == 1
    assert np.median(together) > 20
    assert together.mean() > 80
    worth = [judge(made.instance, Allocation(use)) for use in (best, made.plan.use)]
    assert worth[0].objective < worth[1].objective
    assert len(worth[0].broken) > made.instance.n_rows / 10


@pytest.mark.parametrize(
    ("size", "text"),
    [
        ((0, 6, 12), "n_cells must be at least 1, got 0"),
        ((100, 9, 12), "n_uses must lie in 1..8, got 9"),
        ((100, 6, -1), "percent must be at least 0, got -1"),
    ],
)
def test_refuses_a_size_that_cannot_be(size: tuple[int, int, int], text: str) -> None:
    with pytest.raises(ValueError, match=text):
        compact.build(*size)
