"""The distinct worths of all uses, a row each: factors, logarithms, blends.

Uses have factors in common, and a combined use has the blends of its parts; here
each is noted once, after what it is made of.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from model.blend import Blend
from model.kernels.combination import clip_block, weighted_block
from model.membership import Membership

Floats = NDArray[np.float32]


class Worths:
    """Notes down what is asked for, then fills rows, block by block."""

    def __init__(self) -> None:
        """Begin with no rows."""
        self._row: dict[Hashable, int] = {}
        self._steps: list[_Step] = []
        self._shapes: set[tuple[int, ...]] = set()

    @property
    def n_rows(self) -> int:
        """Number of distinct worths."""
        return len(self._steps)

    @property
    def shapes(self) -> frozenset[tuple[int, ...]]:
        """Shapes of the values of all factors."""
        return frozenset(self._shapes)

    def row(self, blend: Blend) -> int:
        """Return the row of a blend's worth; one factor alone is its own blend."""
        members = tuple(self._factor(it) for it in blend.memberships)
        if len(members) == 1:
            return members[0]
        if blend.geometric:
            members = tuple(self._logarithm(member) for member in members)
        key = "blend", members, blend.shares
        shares = np.array(blend.shares, np.float64)
        numbers = np.array(members, np.int32)
        return self._noted(key, lambda: _Mix(numbers, shares, blend.geometric))

    def fill(self, cells: slice, worth: Floats) -> None:
        """Write the worths of some cells into the rows, each as long or longer."""
        rows = worth[:, : cells.stop - cells.start]
        for step, result in zip(self._steps, rows, strict=True):
            step.fill(cells, worth, result)

    def _factor(self, membership: Membership) -> int:
        self._shapes.add(membership.values.shape)
        return self._noted(membership.key, lambda: _Factor(membership))

    def _logarithm(self, row: int) -> int:
        return self._noted(("logarithm", row), lambda: _Logarithm(row))

    def _noted(self, key: Hashable, step: "Callable[[], _Step]") -> int:
        """Return the row of a key, a new one with this step if it is not known."""
        if key not in self._row:
            self._row[key] = len(self._steps)
            self._steps.append(step())
        return self._row[key]


class _Step(Protocol):
    """How a row comes about from a layer or from rows before it."""

    def fill(self, cells: slice, worth: Floats, result: Floats) -> None: ...


@dataclass(frozen=True)
class _Factor:
    membership: Membership

    def fill(self, cells: slice, worth: Floats, result: Floats) -> None:
        self.membership.fill(cells, result)


@dataclass(frozen=True)
class _Logarithm:
    row: int

    def fill(self, cells: slice, worth: Floats, result: Floats) -> None:
        # NumPy's, not Numba's: 0.4 ns a cell against 2.6
        with np.errstate(divide="ignore"):  # of 0 it is -inf, whose worth is 0 again
            np.log(worth[self.row, : result.size], out=result)


@dataclass(frozen=True)
class _Mix:
    row: NDArray[np.int32]
    share: NDArray[np.float64]
    geometric: bool

    def fill(self, cells: slice, worth: Floats, result: Floats) -> None:
        weighted_block(worth, self.row, self.share, result)
        if self.geometric:
            np.exp(result, out=result)
        else:
            clip_block(result)
