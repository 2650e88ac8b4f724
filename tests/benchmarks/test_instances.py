"""Instances to measure on: they fit, they are what was asked for, they come again."""

from types import ModuleType

import numpy as np
import pytest

from benchmarks.instances import counts, couplings, soft, zonal
from benchmarks.instances.blocks import blocks
from benchmarks.instances.landscape import landscape
from solver.certificate import judge, row_values
from solver.counts import unsuited
from solver.instance import Instance

FAMILIES = (
    *((zonal, 2_500, 136), (zonal, 900, 20), (zonal, 1_000, 2_000), (zonal, 9, 9)),
    *((soft, 2_500, 136), (soft, 37, 9)),
    *((counts, 2_500, 72), (counts, 7, 12)),
    *((couplings, 2_500, 56), (couplings, 1_000, 131), (couplings, 11, 11)),
)
families = pytest.mark.parametrize(("family", "n_cells", "n_rows"), FAMILIES)


@families
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_hidden_plan_keeps_every_hard_limit(
    family: ModuleType, n_cells: int, n_rows: int, seed: int
) -> None:
    made = family.planned(n_cells, n_rows, seed)
    worth = judge(made.instance, made.plan)
    assert worth.broken == ()
    assert np.isfinite(worth.objective)


@families
def test_has_the_size_that_was_asked_for(
    family: ModuleType, n_cells: int, n_rows: int
) -> None:
    instance = family.build(n_cells, n_rows)
    assert instance.n_cells == n_cells
    assert n_rows - 2 <= instance.n_rows <= n_rows
    if family is not couplings:  # three rows per zone beside the claims
        assert instance.n_rows == n_rows
    assert instance.score.dtype == np.float32
    assert instance.n_uses == (7 if family is counts else 9)
    assert len(set(instance.rows.name)) == instance.n_rows


@families
def test_the_same_seed_gives_the_same_instance(
    family: ModuleType, n_cells: int, n_rows: int
) -> None:
    first, same = (family.build(n_cells, n_rows, 5) for _ in range(2))
    other = family.build(n_cells, n_rows, 6)
    for name in ("score", "allowed", "zone", "weight"):
        assert (getattr(first, name) == getattr(same, name)).all()
    assert (first.rows.low == same.rows.low).all()
    assert (first.rows.high == same.rows.high).all()
    assert (first.score != other.score).any()


def _leader(instance: Instance) -> object:
    points = np.where(instance.allowed, instance.score, -np.inf)
    return points.argmax(axis=0).astype(np.int8)


@pytest.mark.parametrize("family", [zonal, counts, couplings])
def test_limits_bind(family: ModuleType) -> None:
    """Taking the best use everywhere must break limits: else there is no puzzle."""
    from model.allocation import Allocation

    instance = family.build(2_500)
    use = np.asarray(_leader(instance), np.int8)
    assert len(judge(instance, Allocation(use)).broken) > instance.n_rows / 10


def test_soft_rows_ask_for_more_than_there_is() -> None:
    made = soft.planned(2_500)
    rows = made.instance.rows
    claims = np.isfinite(rows.shortfall_price)
    assert claims.sum() == 128
    got = row_values(made.instance, made.plan)
    assert (got < rows.low)[claims & (got > 0)].all()
    assert made.instance.n_supplies == 32
    assert (made.instance.supplies.cap <= 0.05 * rows.low.max()).all()


def test_counts_are_a_flow_and_the_others_are_not() -> None:
    assert unsuited(counts.build(400, 12)) == ""
    assert "several uses" in unsuited(zonal.build(400, 17))
    assert "without land" in unsuited(soft.build(400, 17))
    assert "several entries" in unsuited(couplings.build(400, 20))


def test_couplings_have_rows_of_two_partitions_without_a_size() -> None:
    rows = couplings.build(2_500, 56).rows
    spread = [at for at, name in enumerate(rows.name) if name.startswith("spread")]
    assert len(spread) == 16
    for row in spread:
        mine = rows.entry_row == row
        assert rows.entry_partition[mine].tolist() == [1, 2]
        assert rows.high[row] == 0
        in_zone, in_region = rows.entry_coef[mine]
        assert in_zone.max() == 1
        assert in_region.min() <= 0
    assert (rows.entry_coef[rows.entry_partition == 2] < 0).sum() > 8


@pytest.mark.parametrize(("n_cells", "n_zones"), [(10_000, 17), (2_500, 94), (9, 20)])
def test_blocks_cover_the_land_with_zones_of_about_one_size(
    n_cells: int, n_zones: int
) -> None:
    side = round(n_cells**0.5)
    row, col = np.divmod(np.arange(n_cells, dtype=np.int32), np.int32(side))
    zone = blocks(row, col, n_zones)
    assert 0 <= zone.min() <= zone.max() < n_zones
    if n_cells > 25 * n_zones:
        size = np.bincount(zone, minlength=n_zones) * n_zones / n_cells
        assert 0.6 < size.min() <= size.max() < 1.5


def test_suitability_looks_the_same_at_every_size() -> None:
    for n_cells in (2_500, 40_000):
        land = landscape(n_cells, 4, np.random.default_rng(1))
        assert land.score[1:].std(axis=1) == pytest.approx(1.04, abs=0.1)
        assert not land.score[0].any()
        assert land.allowed[0].all()
        assert 0.7 < land.allowed[1:].mean() < 0.95


@pytest.mark.parametrize(
    ("family", "n_cells", "n_rows", "text"),
    [
        (zonal, 0, 136, "n_cells must be at least 1, got 0"),
        (zonal, 100, 8, "n_rows must be at least 9, got 8"),
        (soft, 100, 3, "n_rows must be at least 9, got 3"),
        (counts, 100, 71, "n_rows must be a multiple of 6, got 71"),
        (counts, 100, 0, "n_rows must be a multiple of 6, got 0"),
        (couplings, 100, 10, "n_rows must be at least 11, got 10"),
    ],
)
def test_refuses_a_size_that_cannot_be(
    family: ModuleType, n_cells: int, n_rows: int, text: str
) -> None:
    with pytest.raises(ValueError, match=text):
        family.build(n_cells, n_rows)
