import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.grid import Frame, Grid
from grids.layers import Province
from grids.zones import as_label, blocks, sizes_ha


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 30), st.integers(0, 30))
def test_blocks_divide_the_province(
    rows: int, cols: int, east: int, north: int
) -> None:
    frame = Frame(100, east * 100, north * 100 + 1_000, rows, cols)
    grid = Grid(frame, np.ones((rows, cols), np.bool_))
    layer = blocks(grid, 300)
    size = sizes_ha(layer, grid)
    assert sum(size.values()) == pytest.approx(rows * cols)
    assert max(size.values()) <= 9
    x, y = frame.centres_m()
    corner = {f"X {a // 300 * 300:.0f} Y {b // 300 * 300:.0f}" for a in x for b in y}
    assert set(layer.labels.values()) == corner


def test_a_block_is_a_multiple_of_the_cell(grid: Grid) -> None:
    with pytest.raises(ValueError, match="got 250 m"):
        blocks(grid, 250)


def test_sizes_count_available_land(province: Province) -> None:
    layer = province.layers["municipality"]
    assert sizes_ha(layer, province.grid) == {0: 9, 1: 8}
    available = sizes_ha(layer, province.grid, province.available_ha)
    assert available == {0: 6.75, 1: 6}
    with pytest.raises(ValueError, match="got value"):
        sizes_ha(province.layers["elevation"], province.grid)


def test_labels_are_text() -> None:
    assert as_label(1011.0) == "1011"
    assert as_label(1.5) == "1.5"
    assert as_label(None) == as_label(float("nan")) == ""
    assert as_label(" Goes ") == "Goes"
