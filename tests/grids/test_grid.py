import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grids.grid import CELL_SIZES_M, Frame, Grid, GridMismatchError
from grids.neighbours import edges
from tests.naive.neighbours import edges as naive_edges

coordinate = st.floats(0, 300_000)
masks = hnp.arrays(np.bool_, hnp.array_shapes(min_dims=2, max_dims=2, max_side=6))


@given(coordinate, coordinate, st.floats(1, 9_000), st.floats(1, 9_000))
def test_a_frame_holds_the_bounds_it_is_made_around(
    west: float, south: float, width: float, height: float
) -> None:
    for cell_m in CELL_SIZES_M:
        bounds = (west, south, west + width, south + height)
        frame = Frame.around(bounds, cell_m)
        left, bottom, right, top = frame.bounds_m
        assert left <= bounds[0] < left + cell_m
        assert bottom <= bounds[1] < bottom + cell_m
        assert right - cell_m < bounds[2] <= right
        assert top - cell_m < bounds[3] <= top


@given(st.integers(0, 3_000))
def test_a_frame_lies_in_its_padded_frame(halo_m: int) -> None:
    frame = Frame(100, 10_000, 20_000, 3, 4)
    outer = frame.padded(halo_m)
    rows, cols = frame.window_in(outer)
    assert rows.start * 100 >= halo_m
    assert np.zeros(outer.shape)[rows, cols].shape == frame.shape


@given(masks)
def test_planes_and_cells_go_both_ways(inside: np.ndarray) -> None:
    if not inside.any():
        return
    grid = Grid(Frame(100, 0, 10_000, *inside.shape), inside)
    values = np.arange(grid.n_cells)
    assert (grid.from_plane(grid.to_plane(values, -1)) == values).all()
    assert (grid.to_plane(values, -1) == grid.number).all()


@given(masks)
def test_edges_are_all_pairs_that_share_a_side(inside: np.ndarray) -> None:
    if not inside.any():
        return
    grid = Grid(Frame(100, 0, 10_000, *inside.shape), inside)
    assert {tuple(pair) for pair in edges(grid).tolist()} == naive_edges(grid)
    assert len(edges(grid)) == len(naive_edges(grid))


def test_refuses_a_cell_size_off_the_list() -> None:
    with pytest.raises(ValueError, match="got 30 m"):
        Frame(30, 0, 0, 1, 1)


def test_refuses_a_corner_off_the_grid() -> None:
    with pytest.raises(ValueError, match="got X 50 Y 0"):
        Frame(100, 50, 0, 1, 1)


def test_refuses_a_window_outside_the_frame() -> None:
    with pytest.raises(GridMismatchError, match="must lie inside"):
        Frame(100, 0, 1_000, 3, 3).window_in(Frame(100, 100, 1_000, 3, 3))


def test_refuses_a_province_without_cells() -> None:
    with pytest.raises(ValueError, match="got none"):
        Grid(Frame(100, 0, 1_000, 2, 2), np.zeros((2, 2), np.bool_))
