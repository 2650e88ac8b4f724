"""Membership curves: a layer's value to a factor's worth, 0..1.

Piecewise linear (a triangle is one), S-shaped (quadratic, as in fuzzy land
evaluation: Burrough 1989), and class tables. NaN stays NaN: a layer without data is
refused before it comes here. Arrays have shape ``(n_cells,)``.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def piecewise_linear(
    values: Floats, x: NDArray[np.float64], y: NDArray[np.float64]
) -> Floats:
    """Interpolate between points, flat beyond the first and the last.

    Parameters
    ----------
    values
        Layer values, shape ``(n_cells,)``.
    x, y
        Points of the curve, ``x`` strictly increasing, ``y`` in 0..1.

    Raises
    ------
    ValueError
        If ``x`` does not increase, or the lengths differ or are 0.

    """
    if x.shape != y.shape or x.ndim != 1 or not x.size:
        raise ValueError(
            f"curve must have as many x as y and at least one, "
            f"got {x.shape} and {y.shape}"
        )
    if not (np.diff(x) > 0).all():
        raise ValueError(f"x of a curve must increase, got {x.tolist()}")
    worth: Floats = _piecewise_linear(
        np.ascontiguousarray(values, np.float32),
        np.ascontiguousarray(x, np.float64),
        np.ascontiguousarray(y, np.float64),
    )
    return worth


@numba.njit(cache=True)
def _piecewise_linear(
    values: Floats, x: NDArray[np.float64], y: NDArray[np.float64]
) -> Floats:
    """Walk to the interval of each value; curves have a handful of points."""
    worth = np.empty(values.size, np.float32)
    last = x.size - 1
    for cell in range(values.size):
        value = np.float64(values[cell])
        if np.isnan(value):
            worth[cell] = np.nan
        elif value <= x[0]:
            worth[cell] = y[0]
        elif value >= x[last]:
            worth[cell] = y[last]
        else:
            point = 1
            while x[point] < value:
                point += 1
            part = (value - x[point - 1]) / (x[point] - x[point - 1])
            worth[cell] = y[point - 1] + part * (y[point] - y[point - 1])
    return worth


def s_shaped(values: Floats, low: float, high: float) -> Floats:
    """Rise smoothly from 0 at ``low`` to 1 at ``high``; falls if low > high.

    Parameters
    ----------
    values
        Layer values, shape ``(n_cells,)``.
    low, high
        Values of worth 0 and worth 1.

    Raises
    ------
    ValueError
        If ``low`` equals ``high``.

    """
    if low == high:
        raise ValueError(f"low and high of an S curve must differ, got {low:g} twice")
    worth: Floats = _s_shaped(
        np.ascontiguousarray(values, np.float32), float(low), float(high)
    )
    return worth


@numba.njit(cache=True)
def _s_shaped(values: Floats, low: float, high: float) -> Floats:
    """Two parabolas that meet halfway."""
    worth = np.empty(values.size, np.float32)
    for cell in range(values.size):
        part = (np.float64(values[cell]) - low) / (high - low)
        if part <= 0.0:
            worth[cell] = 0.0
        elif part >= 1.0:
            worth[cell] = 1.0
        elif part < 0.5:
            worth[cell] = 2.0 * part * part
        else:  # NaN comes here and stays NaN
            worth[cell] = 1.0 - 2.0 * (1.0 - part) * (1.0 - part)
    return worth


def by_class(
    codes: NDArray[np.int32], table: NDArray[np.float32], otherwise: float
) -> Floats:
    """Look the worth of a class up; ``otherwise`` for codes below 0.

    Parameters
    ----------
    codes
        Class per cell, shape ``(n_cells,)``; every code is below ``table.size``.
    table
        Worth per class code.
    otherwise
        Worth of cells without a class.

    Raises
    ------
    ValueError
        If a code has no place in the table.

    """
    if codes.size and int(codes.max()) >= table.size:
        raise ValueError(
            f"class codes must be below {table.size}, got {int(codes.max())}"
        )
    padded = np.append(table, np.float32(otherwise)).astype(np.float32)
    return padded[np.where(codes < 0, table.size, codes)]
