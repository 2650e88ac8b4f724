import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from solver.kernels.flow import (
    UNPRICED,
    _bids,
    _discontent,
    _lower_prices,
    _outside_bids,
)
from tests.naive.flow import (
    cheapest_ways_out,
    discontent,
    least_losses,
    outside_bids,
    worths,
)

N_NODES = 4
SCALE = 8.0
SLOPES = st.integers(-30, 30)


@st.composite
def _cells(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores, nodes and uses of up to six cells; use 0 counts nowhere."""
    shape = draw(st.integers(1, 6)), draw(st.integers(2, 4))
    points = st.integers(-40, 40).map(lambda n: n / 8) | st.just(-np.inf)
    score = draw(hnp.arrays(np.float32, shape, elements=points))
    node = draw(hnp.arrays(np.int32, shape, elements=st.integers(-1, N_NODES - 1)))
    score[:, 0], node[:, 0] = 0, -1
    use = draw(hnp.arrays(np.int8, shape[0], elements=st.integers(0, shape[1] - 1)))
    use[np.isinf(score[np.arange(shape[0]), use])] = 0
    return score, node, use


prices = st.lists(st.integers(-50, 50), min_size=N_NODES, max_size=N_NODES)


@settings(max_examples=200)
@given(_cells(), prices)
def test_discontent_cells_are_those_that_another_use_suits_better(
    cells: tuple[np.ndarray, np.ndarray, np.ndarray], price: list[int]
) -> None:
    score, node, use = cells
    found = _discontent(score, node, SCALE, use, np.array([*price, 0]))
    assert found == discontent(score, node, SCALE, use, [*price, 0])


@st.composite
def _trees(draw: st.DrawFn) -> tuple[list[int], list[float], list[float]]:
    parent = [
        draw(st.sampled_from([-1, *range(n + 1, N_NODES)])) for n in range(N_NODES)
    ]
    slopes = [sorted(draw(st.lists(SLOPES, min_size=2, max_size=2))) for _ in parent]
    down = [draw(st.sampled_from([low, -math.inf])) for low, _ in slopes]
    up = [draw(st.sampled_from([high, math.inf])) for _, high in slopes]
    return parent, down, up


@settings(max_examples=300)
@given(_cells(), _trees())
def test_prices_fall_to_the_cheapest_way_out_of_a_node(
    cells: tuple[np.ndarray, np.ndarray, np.ndarray],
    tree: tuple[list[int], list[float], list[float]],
) -> None:
    score, node, use = cells
    loss = least_losses(score, node, SCALE, use, N_NODES)
    wanted = cheapest_ways_out(loss, tree)
    price = np.array([UNPRICED] * N_NODES + [0])
    ends = [np.array([_whole(end) for end in of]) for of in tree[1:]]
    arrays = np.array(tree[0]), ends[0], ends[1]
    passes = 0
    while _lower_prices(score, node, SCALE, use, arrays, price) and passes < 20:
        passes += 1
    if wanted is not None:
        price[price == UNPRICED] = -1
        assert price.tolist() == wanted


def _whole(end: float) -> int:
    return int(np.clip(end, -UNPRICED, UNPRICED)) if math.isinf(end) else int(end)


@settings(max_examples=200)
@given(_cells(), prices)
def test_a_bid_is_what_a_cell_gains_in_a_node_without_price(
    cells: tuple[np.ndarray, np.ndarray, np.ndarray], price: list[int]
) -> None:
    score, node, _ = cells
    given_price = np.array([UNPRICED, *price[1:], 0])
    bid = np.zeros(N_NODES + 1, np.int64)
    _bids(score, node, SCALE, given_price, bid)
    wanted = [0] * (N_NODES + 1)
    for of, nodes in zip(
        worths(score, node, SCALE, [0, *price[1:], 0]), node, strict=True
    ):
        best = max(worth for use, worth in of.items() if nodes[use] != 0)
        gains = [worth - best for use, worth in of.items() if nodes[use] == 0]
        wanted[0] = max(wanted[0], *gains, 0)
    assert bid.tolist() == wanted


@settings(max_examples=200)
@given(_cells(), prices)
def test_a_bid_from_outside_is_what_a_cell_of_another_node_would_pay(
    cells: tuple[np.ndarray, np.ndarray, np.ndarray], price: list[int]
) -> None:
    score, node, use = cells
    bid = np.zeros(N_NODES + 1, np.int64)
    _outside_bids(score, node, SCALE, use, np.array([*price, 0]), bid)
    wanted = outside_bids(score, node, SCALE, use, [*price, 0])
    assert bid.tolist() == [max(0, most) for most in wanted]
