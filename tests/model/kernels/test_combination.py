import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.kernels.combination import GEOMETRIC, MEAN, weighted
from tests.naive import combination as naive

UNIT = st.floats(0, 1, width=32, allow_subnormal=False)


@st.composite
def factors(draw: st.DrawFn) -> tuple[list[NDArray[np.float32]], list[float]]:
    n_factors, n_cells = draw(st.integers(1, 4)), draw(st.integers(0, 9))
    worth = arrays(np.float32, n_cells, elements=UNIT | st.just(math.nan))
    weight = st.integers(1, 8).map(lambda eighth: eighth / 8)
    return (
        [draw(worth) for _ in range(n_factors)],
        [draw(weight) for _ in range(n_factors)],
    )


@given(factors())
def test_the_mean_is_what_its_naive_twin_says(
    made: tuple[list[NDArray[np.float32]], list[float]],
) -> None:
    worths, weights = made
    wanted = [
        naive.mean([float(worth) for worth in cell], weights)
        for cell in zip(*worths, strict=True)
    ]
    np.testing.assert_allclose(weighted(worths, weights, MEAN), wanted, atol=1e-6)


@given(factors())
def test_the_geometric_mean_is_what_its_naive_twin_says(
    made: tuple[list[NDArray[np.float32]], list[float]],
) -> None:
    worths, weights = made
    wanted = [
        naive.geometric([float(worth) for worth in cell], weights)
        for cell in zip(*worths, strict=True)
    ]
    np.testing.assert_allclose(
        weighted(worths, weights, GEOMETRIC), wanted, atol=1e-6, rtol=2e-5
    )


@given(factors())
def test_suitability_stays_within_0_and_1(
    made: tuple[list[NDArray[np.float32]], list[float]],
) -> None:
    for way in (MEAN, GEOMETRIC):
        found = weighted(*made, way)
        assert (np.isnan(found) | ((found >= 0) & (found <= 1))).all()


@pytest.mark.parametrize("way", [MEAN, GEOMETRIC])
def test_nan_stays_nan_in_any_order(way: int) -> None:
    zero, nan = np.zeros(1, np.float32), np.full(1, np.nan, np.float32)
    assert math.isnan(weighted([zero, nan], [1, 1], way)[0])
    assert math.isnan(weighted([nan, zero], [1, 1], way)[0])


def test_one_factor_of_0_rules_a_cell_out_of_the_geometric_mean_only() -> None:
    worths = [np.zeros(1, np.float32), np.ones(1, np.float32)]
    assert weighted(worths, [1, 3], GEOMETRIC).tolist() == [0]
    assert weighted(worths, [1, 3], MEAN).tolist() == [0.75]


def test_the_geometric_mean_of_a_quarter_and_1_is_a_half() -> None:
    worths = [np.full(1, 0.25, np.float32), np.ones(1, np.float32)]
    assert weighted(worths, [2, 2], GEOMETRIC)[0] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("worths", "weights", "way", "words"),
    [
        ([], [], MEAN, "got 0 factors and 0 weights"),
        ([np.zeros(1)], [1.0, 1.0], MEAN, "got 1 factors and 2 weights"),
        ([np.zeros(1)], [0.0], MEAN, r"must be > 0, got \[0.0\]"),
        ([np.zeros(1)], [math.nan], MEAN, r"must be > 0, got \[nan\]"),
        ([np.zeros(1), np.zeros(2)], [1.0, 1.0], MEAN, "the same cells"),
        ([np.zeros(1)], [1.0], 2, "MEAN or GEOMETRIC, got 2"),
    ],
)
def test_refuses_what_cannot_be_combined(
    worths: list[NDArray[np.float32]], weights: list[float], way: int, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        weighted(worths, weights, way)
