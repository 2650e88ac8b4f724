import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.membership import ByClass, Given, Membership, PiecewiseLinear, SCurve
from tests.naive import membership as naive

Floats = NDArray[np.float32]

VALUES = arrays(
    np.float32,
    st.integers(0, 36),
    elements=st.integers(-50, 50) | st.floats(-50, 50, width=32) | st.just(math.nan),
)
CURVES = st.lists(
    st.tuples(st.integers(-40, 40), st.sampled_from([0.0, 0.3, 1.0])),
    min_size=1,
    max_size=7,
    unique_by=lambda point: point[0],
).map(sorted)


def filled(membership: Membership) -> Floats:
    worth = np.full(membership.values.shape, 7, np.float32)
    membership.fill(slice(0, worth.size), worth)
    return worth


def floats(*values: float) -> Floats:
    return np.array(values, np.float32)


@given(VALUES, CURVES)
def test_a_line_between_points_is_what_its_naive_twin_says(
    values: Floats, points: list[tuple[int, float]]
) -> None:
    x, y = [float(x) for x, _ in points], [y for _, y in points]
    worth = filled(PiecewiseLinear(values, np.array(x), np.array(y)))
    wanted = [naive.piecewise_linear(float(value), x, y) for value in values]
    np.testing.assert_allclose(worth, wanted, atol=1e-6)
    assert not (worth < 0).any()
    assert not (worth > 1).any()


@given(VALUES, CURVES)
def test_a_line_meets_its_points_exactly(
    values: Floats, points: list[tuple[int, float]]
) -> None:
    x, y = (np.array(of, np.float64) for of in zip(*points, strict=True))
    worth = filled(PiecewiseLinear(x.astype(np.float32), x, y))
    assert worth.tolist() == y.astype(np.float32).tolist()


@given(VALUES, st.integers(-40, 40), st.integers(-40, 40))
def test_an_s_curve_is_what_its_naive_twin_says(
    values: Floats, low: int, high: int
) -> None:
    if low == high:
        high += 1
    worth = filled(SCurve(values, low, high))
    wanted = [naive.s_shaped(float(value), low, high) for value in values]
    np.testing.assert_allclose(worth, wanted, atol=1e-6)


@given(
    arrays(np.int32, st.integers(0, 36), elements=st.integers(-2, 3)),
    arrays(np.float32, 4, elements=st.floats(0, 1, width=32)),
    st.floats(0, 1, width=32),
)
def test_a_class_table_is_what_its_naive_twin_says(
    codes: NDArray[np.int32],
    table: Floats,
    otherwise: float,
) -> None:
    wanted = [naive.by_class(int(code), table.tolist(), otherwise) for code in codes]
    assert filled(ByClass(codes, table, otherwise)).tolist() == wanted
    short = codes.astype(np.int8)
    assert filled(ByClass(short, table, otherwise)).tolist() == wanted


def test_a_line_goes_through_its_points() -> None:
    x, y = np.array([0.0, 100.0, 500.0]), np.array([1.0, 0.5, 0.0])
    values = floats(-1, 0, 50, 100, 300, 500, 900)
    wanted = [1, 1, 0.75, 0.5, 0.25, 0, 0]
    assert filled(PiecewiseLinear(values, x, y)).tolist() == wanted


def test_a_line_may_have_flat_ends_and_a_flat_middle() -> None:
    x, y = np.arange(0.0, 60, 10), np.array([1.0, 1.0, 0.5, 0.5, 0.0, 0.0])
    values = floats(-5, 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55)
    wanted = [1, 1, 1, 1, 0.75, 0.5, 0.5, 0.5, 0.25, 0, 0, 0, 0]
    assert filled(PiecewiseLinear(values, x, y)).tolist() == wanted


def test_a_line_just_before_a_worth_of_0_is_not_below_it() -> None:
    # the point lies within rounding of a value: the slope alone gives -1e-16
    for value in (0.1, 0.3, 0.7, 0.9, 3.3):
        here = np.float32(value)
        point = np.nextafter(np.float64(here), np.inf)
        for low in (-7.0, -0.3, 0.0):
            line = PiecewiseLinear(
                np.array([here]), np.array([low, point]), np.array([1.0, 0.0])
            )
            assert 0 <= filled(line)[0] < 1e-15


def test_an_s_curve_is_half_in_the_middle_and_may_fall() -> None:
    values = floats(0, 25, 50, 75, 100)
    rise = [0, 0.125, 0.5, 0.875, 1]
    assert filled(SCurve(values, 0, 100)).tolist() == rise
    assert filled(SCurve(values, 100, 0)).tolist() == rise[::-1]


def test_nan_stays_nan() -> None:
    nothing = floats(math.nan)
    line = PiecewiseLinear(nothing, np.array([0.0]), np.array([1.0]))
    bent = PiecewiseLinear(nothing, np.arange(4.0), np.array([0, 1.0, 0, 1]))
    for membership in (line, bent, SCurve(nothing, 0, 1), Given(nothing)):
        assert math.isnan(filled(membership)[0])


def test_values_need_not_lie_side_by_side() -> None:
    every_other = np.arange(8, dtype=np.float32)[::2]
    line = PiecewiseLinear(every_other, np.array([0.0, 6.0]), np.array([0.0, 1.0]))
    np.testing.assert_allclose(filled(line), [0, 1 / 3, 2 / 3, 1], rtol=1e-6)
    codes = np.array([0, 9, 1, 9], np.int32)[::2]
    assert filled(ByClass(codes, floats(0.5, 1), 0)).tolist() == [0.5, 1]


def test_the_same_values_and_curve_have_the_same_key() -> None:
    values, other = floats(1, 2), floats(1, 2)
    codes, table = np.zeros(2, np.int32), floats(1)
    x, y = np.array([0.0, 1.0]), np.array([0.0, 1.0])
    keys = [
        PiecewiseLinear(values, x, y).key,
        PiecewiseLinear(values, x, y[::-1]).key,
        PiecewiseLinear(values, 2 * x, y).key,
        PiecewiseLinear(other, x, y).key,
        SCurve(values, 0, 1).key,
        SCurve(values, 1, 0).key,
        Given(values).key,
        ByClass(codes, table, 0).key,
        ByClass(codes, table, 1).key,
    ]
    assert len(set(keys)) == len(keys)
    assert PiecewiseLinear(values, x.copy(), y.copy()).key == keys[0]


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([], [], r"as many x as y and at least one, got \(0,\) and \(0,\)"),
        ([0.0, 1.0], [1.0], r"got \(2,\) and \(1,\)"),
        ([0.0, 0.0], [0.0, 1.0], r"x of a curve must increase, got \[0.0, 0.0\]"),
        ([1.0, 0.0], [0.0, 1.0], r"must increase, got \[1.0, 0.0\]"),
        ([0.0, math.nan], [0.0, 1.0], "must increase"),
        ([0.0, 5e-324], [0.0, 1.0], r"must increase, got \[0.0, 5e-324\]"),
    ],
)
def test_refuses_points_that_are_no_curve(
    x: list[float], y: list[float], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        PiecewiseLinear(np.zeros(1, np.float32), np.array(x), np.array(y))


def test_refuses_an_s_curve_without_width() -> None:
    with pytest.raises(ValueError, match="must differ, got 5 twice"):
        SCurve(np.zeros(1, np.float32), 5, 5)


def test_refuses_a_class_without_a_place_in_the_table() -> None:
    with pytest.raises(ValueError, match="must be below 2, got 7"):
        ByClass(np.array([7], np.int32), np.zeros(2, np.float32), 0)
