import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.blend import Blend
from model.membership import Given
from model.score import worth_of
from tests.naive import score as naive

Floats = NDArray[np.float32]

UNIT = st.floats(0, 1, width=32, allow_subnormal=False)


@st.composite
def factors(draw: st.DrawFn) -> tuple[list[Floats], list[float]]:
    n_factors, n_cells = draw(st.integers(1, 5)), draw(st.integers(0, 9))
    worth = arrays(np.float32, n_cells, elements=UNIT | st.just(math.nan))
    weight = st.integers(1, 8).map(lambda eighth: eighth / 8)
    return (
        [draw(worth) for _ in range(n_factors)],
        [draw(weight) for _ in range(n_factors)],
    )


def blended(worths: list[Floats], weights: list[float], geometric: bool) -> Floats:
    memberships = tuple(Given(worth) for worth in worths)
    return worth_of(Blend(memberships, tuple(weights), geometric))


def column(worth: float) -> Floats:
    return np.full(1, worth, np.float32)


@given(factors(), st.booleans())
def test_a_blend_is_what_its_naive_twin_says(
    made: tuple[list[Floats], list[float]], geometric: bool
) -> None:
    worths, weights = made
    wanted = naive.worth([worth.tolist() for worth in worths], weights, geometric)
    found = blended(worths, weights, geometric)
    np.testing.assert_allclose(found, wanted, atol=1e-6, rtol=2e-5 * geometric)


@given(factors(), st.booleans())
def test_suitability_stays_within_0_and_1(
    made: tuple[list[Floats], list[float]], geometric: bool
) -> None:
    found = blended(*made, geometric)
    assert (np.isnan(found) | ((found >= 0) & (found <= 1))).all()


@pytest.mark.parametrize("geometric", [False, True])
def test_nan_stays_nan_in_any_order(geometric: bool) -> None:
    zero, nan = column(0), column(math.nan)
    assert math.isnan(blended([zero, nan], [1, 1], geometric)[0])
    assert math.isnan(blended([nan, zero], [1, 1], geometric)[0])


def test_one_factor_of_0_rules_a_cell_out_of_the_geometric_mean_only() -> None:
    worths = [column(0), column(1)]
    assert blended(worths, [1, 3], geometric=True).tolist() == [0]
    assert blended(worths, [1, 3], geometric=False).tolist() == [0.75]


def test_the_geometric_mean_of_a_quarter_and_1_is_a_half() -> None:
    worths = [column(0.25), column(1)]
    assert blended(worths, [2, 2], geometric=True)[0] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("n_cells", "weights", "words"),
    [
        ([], [], "got 0 factors and 0 weights"),
        ([1], [1.0, 1.0], "got 1 factors and 2 weights"),
        ([1], [0.0], r"must be > 0, got \[0.0\]"),
        ([1], [math.nan], r"must be > 0, got \[nan\]"),
        ([1, 2], [1.0, 1.0], "the same cells"),
    ],
)
def test_refuses_what_cannot_be_combined(
    n_cells: list[int], weights: list[float], words: str
) -> None:
    memberships = tuple(Given(np.zeros(size, np.float32)) for size in n_cells)
    with pytest.raises(ValueError, match=words):
        Blend(memberships, tuple(weights))
