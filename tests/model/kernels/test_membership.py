import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from model.kernels.membership import by_class, piecewise_linear, s_shaped
from tests.naive import membership as naive

VALUES = arrays(
    np.float32,
    st.integers(0, 36),
    elements=st.floats(-50, 50, width=32) | st.just(math.nan),
)
CURVES = st.lists(
    st.tuples(st.integers(-40, 40), st.floats(0, 1, width=32)),
    min_size=1,
    max_size=6,
    unique_by=lambda point: point[0],
).map(sorted)


@given(VALUES, CURVES)
def test_a_line_between_points_is_what_its_naive_twin_says(
    values: np.ndarray[tuple[int], np.dtype[np.float32]],
    points: list[tuple[int, float]],
) -> None:
    x, y = [float(x) for x, _ in points], [y for _, y in points]
    worth = piecewise_linear(values, np.array(x), np.array(y))
    wanted = [naive.piecewise_linear(float(value), x, y) for value in values]
    np.testing.assert_allclose(worth, wanted, atol=1e-6)


@given(VALUES, st.integers(-40, 40), st.integers(-40, 40))
def test_an_s_curve_is_what_its_naive_twin_says(
    values: np.ndarray[tuple[int], np.dtype[np.float32]], low: int, high: int
) -> None:
    if low == high:
        high += 1
    worth = s_shaped(values, low, high)
    wanted = [naive.s_shaped(float(value), low, high) for value in values]
    np.testing.assert_allclose(worth, wanted, atol=1e-6)


@given(
    arrays(np.int32, st.integers(0, 36), elements=st.integers(-1, 3)),
    arrays(np.float32, 4, elements=st.floats(0, 1, width=32)),
    st.floats(0, 1, width=32),
)
def test_a_class_table_is_what_its_naive_twin_says(
    codes: np.ndarray[tuple[int], np.dtype[np.int32]],
    table: np.ndarray[tuple[int], np.dtype[np.float32]],
    otherwise: float,
) -> None:
    worth = by_class(codes, table, otherwise)
    wanted = [naive.by_class(int(code), table.tolist(), otherwise) for code in codes]
    assert worth.tolist() == wanted
    assert worth.dtype == np.float32


def test_a_line_goes_through_its_points() -> None:
    x, y = np.array([0.0, 100.0, 500.0]), np.array([1.0, 0.5, 0.0])
    values = np.array([-1, 0, 50, 100, 300, 500, 900], np.float32)
    assert piecewise_linear(values, x, y).tolist() == [1, 1, 0.75, 0.5, 0.25, 0, 0]


def test_an_s_curve_is_half_in_the_middle_and_may_fall() -> None:
    values = np.array([0, 25, 50, 75, 100], np.float32)
    rise = [0, 0.125, 0.5, 0.875, 1]
    assert s_shaped(values, 0, 100).tolist() == rise
    assert s_shaped(values, 100, 0).tolist() == rise[::-1]


def test_nan_stays_nan() -> None:
    nothing = np.array([math.nan], np.float32)
    assert math.isnan(piecewise_linear(nothing, np.array([0.0]), np.array([1.0]))[0])
    assert math.isnan(s_shaped(nothing, 0, 1)[0])


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([], [], r"as many x as y and at least one, got \(0,\) and \(0,\)"),
        ([0.0, 1.0], [1.0], r"got \(2,\) and \(1,\)"),
        ([0.0, 0.0], [0.0, 1.0], r"x of a curve must increase, got \[0.0, 0.0\]"),
        ([1.0, 0.0], [0.0, 1.0], r"must increase, got \[1.0, 0.0\]"),
        ([0.0, math.nan], [0.0, 1.0], "must increase"),
    ],
)
def test_refuses_points_that_are_no_curve(
    x: list[float], y: list[float], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        piecewise_linear(np.zeros(1, np.float32), np.array(x), np.array(y))


def test_refuses_an_s_curve_without_width() -> None:
    with pytest.raises(ValueError, match="must differ, got 5 twice"):
        s_shaped(np.zeros(1, np.float32), 5, 5)


def test_refuses_a_class_without_a_place_in_the_table() -> None:
    with pytest.raises(ValueError, match="must be below 2, got 7"):
        by_class(np.array([7], np.int32), np.zeros(2, np.float32), 0)
