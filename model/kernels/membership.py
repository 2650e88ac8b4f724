"""Membership curves on a block of cells: a layer's value to a factor's worth, 0..1.

Piecewise linear (a triangle is one), S-shaped (quadratic, as in fuzzy land
evaluation: Burrough 1989), and class tables. NaN stays NaN: a layer without data is
refused before it comes here. Both sides of a choice are worked out and one is taken,
so that loops without branches become vector instructions: a line with two bends takes
0.4 ns a cell, a walk to the interval of each value took 8.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Codes = NDArray[np.int32] | NDArray[np.int8]


@numba.njit(cache=True)
def linear_block(values: Floats, x: Doubles, y: Doubles, worth: Floats) -> None:
    """Do the ends and up to two intervals at once, then every further interval."""
    middle, last = min(1, x.size - 1), min(2, x.size - 1)
    low, bend, high = x[0], x[middle], x[last]
    left, between, right = y[0], y[middle], y[-1]
    rise = (between - left) / (bend - low) if middle else 0.0
    next_rise = (y[last] - between) / (high - bend) if last > middle else 0.0
    for cell in range(values.size):
        value = np.float64(values[cell])
        near = value < bend
        base, start = low if near else bend, left if near else between
        part = start + (value - base) * (rise if near else next_rise)
        not_above = right if value >= high else _not_below_0(part)
        worth[cell] = left if value <= low else not_above  # NaN stays
    for point in range(3, x.size):
        low, high, left = x[point - 1], x[point], y[point - 1]
        rise = (y[point] - left) / (high - low)
        for cell in range(values.size):
            value = np.float64(values[cell])
            part = np.float32(_not_below_0(left + (value - low) * rise))
            worth[cell] = part if (value >= low) & (value < high) else worth[cell]


@numba.njit(cache=True)
def _not_below_0(worth: float) -> float:
    """Round up what rounding left below 0: its logarithm would be NaN."""
    return 0.0 if worth < 0.0 else worth


@numba.njit(cache=True)
def s_block(values: Floats, low: float, high: float, worth: Floats) -> None:
    """Join two parabolas halfway."""
    for cell in range(values.size):
        part = (np.float64(values[cell]) - low) / (high - low)
        above = 1.0 - 2.0 * (1.0 - part) * (1.0 - part)  # NaN comes here and stays
        curved = 2.0 * part * part if part < 0.5 else above
        not_below = 0.0 if part <= 0.0 else curved
        worth[cell] = 1.0 if part >= 1.0 else not_below


@numba.njit(cache=True)
def class_block(codes: Codes, table: Floats, worth: Floats) -> None:
    """Look up; the first of the table is for codes below 0."""
    for cell in range(codes.size):
        worth[cell] = table[max(codes[cell], -1) + 1]
