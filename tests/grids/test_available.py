from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from grids.available import available_from, available_ha
from grids.grid import Grid
from grids.layers import Origin
from grids.sources import LayerSource

OUTLINE = shapely.box(100_000, 399_650, 100_500, 400_000)


def test_overlapping_land_is_taken_once(grid: Grid) -> None:
    one = shapely.box(100_200, 399_800, 100_400, 400_000)
    two = shapely.box(100_300, 399_800, 100_500, 400_000)
    got = available_from(grid, OUTLINE, [one, two])
    assert got[grid.number[0, 3]] == 0
    assert got.sum(dtype=float) == pytest.approx(18 - 6 - 4 * 0.5)


def test_nothing_taken_leaves_the_province(grid: Grid) -> None:
    got = available_from(grid, OUTLINE, [])
    assert (got[grid.row < 3] == 1).all()
    assert (got[grid.row == 3] == 0.5).all()
    assert available_from(grid, OUTLINE, [OUTLINE]).sum() == 0


def test_built_up_land_of_zeeland_is_taken(
    regulation: Path, zeeland: Grid, zeeland_outline: Any
) -> None:
    source = LayerSource(
        "built_up",
        "fraction",
        regulation,
        origin=Origin("x"),
        where="theme = 'outside_builtup'",
        complement=True,
    )
    got = available_ha(zeeland, zeeland_outline, [source]).sum(dtype=float)
    total = zeeland_outline.area / 10_000
    assert total - got == pytest.approx(26_794, rel=0.02)  # the README's figure
    assert got <= 157_288


def test_only_shares_are_taken(grid: Grid) -> None:
    source = LayerSource("a", "distance", Path("a.gpkg"), origin=Origin("x"))
    with pytest.raises(ValueError, match="got layer 'a' of kind distance"):
        available_ha(grid, OUTLINE, [source])
    assert np.isfinite(available_from(grid, OUTLINE, [])).all()
