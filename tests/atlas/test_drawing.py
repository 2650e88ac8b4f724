import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from atlas.colours import darker, is_water, pale, rgb, text
from atlas.drawing.edges import around, between, inner
from atlas.drawing.furniture import round_length_m
from atlas.drawing.view import fit
from grids.grid import Frame, Grid

PLANES = arrays(
    np.int32,
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
    elements=st.integers(0, 2),
)


def _length(pieces: NDArray[np.float64]) -> float:
    return float(np.abs(pieces[:, 1] - pieces[:, 0]).sum())


def _naive(plane: NDArray[np.int32]) -> tuple[int, int]:
    """Count all edges between different codes, and those between codes above 0."""
    padded = np.pad(plane, 1)
    every = above = 0
    for row, col in np.ndindex(*padded.shape):
        for down, east in ((0, 1), (1, 0)):
            if row + down < padded.shape[0] and col + east < padded.shape[1]:
                here, there = padded[row, col], padded[row + down, col + east]
                every += int(here != there)
                above += int(here != there and here > 0 and there > 0)
    return every, above


@settings(deadline=None, derandomize=True)
@given(PLANES)
def test_edges_have_the_length_of_all_borders(plane: NDArray[np.int32]) -> None:
    every, above = _naive(plane)
    assert _length(between(plane)) == every
    assert _length(inner(plane)) == above


def test_a_block_has_four_pieces_around_it() -> None:
    mask = np.zeros((4, 4), np.bool_)
    mask[1:3, 1:4] = True
    pieces = sorted(piece.tolist() for piece in around(mask))
    assert pieces == [
        [[1.0, 1.0], [1.0, 3.0]],
        [[1.0, 1.0], [4.0, 1.0]],
        [[1.0, 3.0], [4.0, 3.0]],
        [[4.0, 1.0], [4.0, 3.0]],
    ]


def test_a_view_shows_the_province_with_whole_pixels() -> None:
    inside = np.zeros((50, 80), np.bool_)
    inside[10:40, 20:70] = True
    view = fit(Grid(Frame(100, 0, 5_000, 50, 80), inside), ((520, 400), (100, 1_000)))
    assert (view.left, view.top, view.cols, view.rows) == (19, 9, 52, 32)
    assert (view.scale, view.width, view.height) == (10, 520, 320)


def test_a_scale_bar_has_a_round_length() -> None:
    assert [round_length_m(m) for m in (7_300, 2_000, 1_999, 0.5)] == [
        5_000,
        2_000,
        1_000,
        1,
    ]


def test_colours_are_read_darkened_and_written() -> None:
    assert rgb("#ffff00") == (255, 255, 0)
    assert text(darker((200, 100, 0), 0.5)) == "#643200"
    with pytest.raises(ValueError, match="must be #rrggbb, got 'yellow'"):
        rgb("yellow")


@pytest.mark.parametrize("name", ["water", "groot water", "IJsselmeer", "open_water"])
def test_water_is_known_by_its_name(name: str) -> None:
    assert is_water(name)
    assert not is_water("grassland")
    assert pale("unknown", 0) != pale("unknown", 1)
