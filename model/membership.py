"""A factor ready to be worked out: the numbers of a layer and of a curve.

``fill(cells, worth)`` gives the worth of a block of cells. ``key`` is equal for two
factors with the same values and curve, so that uses that share a factor share its
worth.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from model.kernels.membership import class_block, linear_block, s_block

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Codes = NDArray[np.int32] | NDArray[np.int8]


class Membership(Protocol):
    """Values and what turns them into a worth."""

    @property
    def values(self) -> NDArray[np.generic]:
        """Value or class code per cell, shape ``(n_cells,)``."""
        ...

    @property
    def key(self) -> Hashable:
        """Equal for the same values, as one array, and the same curve."""
        ...

    def fill(self, cells: slice, worth: Floats) -> None:
        """Write the worth of some cells into an array of their number."""
        ...


@dataclass(frozen=True, eq=False)
class Given:
    """A worth that is known already, one per cell."""

    values: Floats

    @property
    def key(self) -> Hashable:
        """Equal for the same worth."""
        return "given", id(self.values)

    def fill(self, cells: slice, worth: Floats) -> None:
        """Copy."""
        worth[:] = self.values[cells]


@dataclass(frozen=True, eq=False)
class PiecewiseLinear:
    """Straight lines between points, flat beyond the first and the last.

    Parameters
    ----------
    values
        Layer values, shape ``(n_cells,)``.
    x, y
        Points of the curve, ``x`` strictly increasing, ``y`` in 0..1.

    """

    values: Floats
    x: Doubles
    y: Doubles

    def __post_init__(self) -> None:
        """Check the points."""
        x, y = self.x, self.y
        if x.shape != y.shape or x.ndim != 1 or not x.size:
            raise ValueError(
                f"curve must have as many x as y and at least one, "
                f"got {x.shape} and {y.shape}"
            )
        with np.errstate(all="ignore"):
            steep = ~np.isfinite(np.diff(y) / np.diff(x))
        if not (np.diff(x) > 0).all() or steep.any():
            raise ValueError(f"x of a curve must increase, got {x.tolist()}")

    @property
    def key(self) -> Hashable:
        """Equal for the same values and points."""
        return "linear", id(self.values), self.x.tobytes(), self.y.tobytes()

    @cached_property
    def _bends(self) -> tuple[Doubles, Doubles]:
        """The points without those on flat ends: beyond the others it is flat too."""
        change = np.flatnonzero(np.diff(self.y))
        first, last = (change[0], change[-1] + 2) if change.size else (0, 1)
        return self.x[first:last].copy(), self.y[first:last].copy()

    def fill(self, cells: slice, worth: Floats) -> None:
        """Interpolate."""
        linear_block(_ready(self.values[cells]), *self._bends, worth)


@dataclass(frozen=True, eq=False)
class SCurve:
    """Smooth rise from 0 at ``low`` to 1 at ``high``; falls if low > high.

    Parameters
    ----------
    values
        Layer values, shape ``(n_cells,)``.
    low, high
        Values of worth 0 and worth 1.

    """

    values: Floats
    low: float
    high: float

    def __post_init__(self) -> None:
        """Check that the curve has a width."""
        if self.low == self.high:
            raise ValueError(
                f"low and high of an S curve must differ, got {self.low:g} twice"
            )

    @property
    def key(self) -> Hashable:
        """Equal for the same values and limits."""
        return "s", id(self.values), self.low, self.high

    def fill(self, cells: slice, worth: Floats) -> None:
        """Rise or fall."""
        values = _ready(self.values[cells])
        s_block(values, float(self.low), float(self.high), worth)


@dataclass(frozen=True, eq=False)
class ByClass:
    """The worth of a class; ``otherwise`` for codes below 0.

    Parameters
    ----------
    values
        Class per cell, shape ``(n_cells,)``; every code is below ``table.size``.
    table
        Worth per class code.
    otherwise
        Worth of cells without a class.

    """

    values: Codes
    table: Floats
    otherwise: float

    def __post_init__(self) -> None:
        """Check that every code has a place in the table."""
        top = int(self.values.max(initial=-1))
        if top >= self.table.size:
            raise ValueError(f"class codes must be below {self.table.size}, got {top}")

    @property
    def key(self) -> Hashable:
        """Equal for the same codes and worths."""
        return "class", id(self.values), self.table.tobytes(), self.otherwise

    @cached_property
    def _padded(self) -> Floats:
        return np.insert(self.table, 0, self.otherwise).astype(np.float32)

    def fill(self, cells: slice, worth: Floats) -> None:
        """Look up."""
        class_block(np.ascontiguousarray(self.values[cells]), self._padded, worth)


def _ready(values: Floats) -> Floats:
    return np.ascontiguousarray(values, np.float32)
