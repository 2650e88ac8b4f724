import numpy as np
import pytest

from model.blocks import cut
from tests.model.small import a_grid


def test_cells_are_in_the_block_that_holds_their_centre() -> None:
    # from X 50,000 and Y 400,000 down: two blocks of 200 m side by side, and half ones
    blocks = cut(a_grid(3, 4), 200)
    assert blocks.partition.zone.reshape(3, 4).tolist() == [
        [0, 0, 1, 1],
        [0, 0, 1, 1],
        [2, 2, 3, 3],
    ]
    assert blocks.partition.labels[0] == "50100 399900"
    assert blocks.x_m.tolist() == [50_100, 50_300, 50_100, 50_300]
    assert blocks.y_m.tolist() == [399_900, 399_900, 399_700, 399_700]


def test_blocks_without_cells_are_not_numbered() -> None:
    blocks = cut(a_grid(1, 6, [(0, 2), (0, 3)]), 200)
    assert blocks.n_blocks == 2
    assert np.unique(blocks.partition.zone).tolist() == [0, 1]


def test_blocks_lie_on_multiples_of_their_size() -> None:
    blocks = cut(a_grid(4, 4), 300)
    assert (blocks.x_m % 300 == 150).all()
    assert (blocks.y_m % 300 == 150).all()


def test_refuses_blocks_smaller_than_a_cell() -> None:
    with pytest.raises(ValueError, match="cells of 100 m, got 50 m"):
        cut(a_grid(1, 1), 50)
